package dev.restamp.shell.command;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.shell.Words;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Revisions as reports write them. */
final class RevisionWords {
    private static final Pattern CREATED = Pattern.compile("(?m)^\\s*Create Date: (\\d{4}-\\d{2}-\\d{2})");

    private RevisionWords() {}

    /** Alembic's words for its place in the graph: {@code (head) (mergepoint)}. */
    static String marks(RevisionGraph graph, String id) {
        return markWords(graph, id, false).stream()
                .map(word -> "(" + word + ")")
                .collect(Collectors.joining(" "));
    }

    /** The same words bare, in Alembic's order; none for an id that is not in the project. */
    static List<String> markWords(RevisionGraph graph, String id, boolean current) {
        if (graph.get(id).isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        graph.isHead(id) ? "head" : "",
                        graph.isEffectiveHead(id) ? "effective head" : "",
                        current ? "current" : "",
                        graph.isBranchPoint(id) ? "branchpoint" : "",
                        graph.isMergePoint(id) ? "mergepoint" : "")
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Id, marks, and the first line of the message. */
    static Text line(RevisionGraph graph, String id) {
        var text = Text.of(id, Style.STRONG);
        var marks = marks(graph, id);
        if (!marks.isEmpty()) {
            text = text.and(" " + marks);
        }
        return text.and(graph.get(id).map(revision -> "  " + message(revision)).orElse("  not in the project"));
    }

    /** Several ids on one line: alone with its message, else the ids. */
    static Text lines(RevisionGraph graph, List<String> ids) {
        return switch (ids.size()) {
            case 0 -> Text.of("(base)");
            case 1 -> line(graph, ids.getFirst());
            default -> Text.of(String.join(", ", ids), Style.STRONG);
        };
    }

    static String message(Revision revision) {
        return revision.doc().lines().findFirst().orElse("");
    }

    /** The same, cut to fit beside other columns; never shorter than a few words. */
    static String message(Revision revision, int room) {
        var message = message(revision);
        var most = Math.max(24, room);
        return message.length() > most ? message.substring(0, most - 1) + "…" : message;
    }

    /** The day in the docstring's {@code Create Date}; empty where there is none. */
    static String created(Revision revision) {
        var match = CREATED.matcher(revision.longDoc());
        return match.find() ? match.group(1) : "";
    }

    /** Ids in a row, for people: {@code base} for none. */
    static String targets(Collection<String> ids) {
        return ids.isEmpty() ? "base" : String.join(" ", ids);
    }

    /** The same as words of a command line. Ids come from a database: none of them may become an option. */
    static String arguments(Collection<String> ids) {
        return ids.isEmpty() ? "base" : ids.stream().map(Words::quote).collect(Collectors.joining(" "));
    }

    /** Several ids as the one value of an option. */
    static String value(Collection<String> ids) {
        return Words.quote(String.join(",", ids));
    }
}
