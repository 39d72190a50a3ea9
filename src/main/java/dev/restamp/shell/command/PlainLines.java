package dev.restamp.shell.command;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.shell.render.Block;
import java.util.List;

/** A revision as {@code history --plain} has it, for scripts: id, parents, marks, message. */
final class PlainLines {
    private PlainLines() {}

    /**
     * One line, four values, several of a kind with commas between. A message may hold line breaks in Alembic's own output;
     * here it is its first line.
     *
     * @param current whether it is a row of the database
     */
    static Block.Values of(RevisionGraph graph, Revision revision, boolean current) {
        return new Block.Values(List.of(
                revision.id(),
                String.join(",", revision.downRevisions()),
                String.join(",", RevisionWords.markWords(graph, revision.id(), current)),
                RevisionWords.message(revision)));
    }
}
