package dev.restamp.core.revision;

import java.util.List;
import java.util.Optional;

/**
 * What {@code alembic stamp} itself would do with the rows of a version table, its mistakes included: so that a plan can
 * say where it does otherwise.
 */
public sealed interface AlembicStamp {
    /** It ends well, with these rows. */
    record Leaves(List<String> rows) implements AlembicStamp {
        public Leaves {
            rows = List.copyOf(rows);
        }
    }

    /**
     * It fails, and the rows stay.
     *
     * @param error in Alembic's words, or the name of the exception it dies of
     */
    record Fails(String error) implements AlembicStamp {}

    /**
     * Empty where that cannot be told: Alembic does not load a damaged project, and it confuses revisions that are called
     * like a word of its grammar.
     *
     * @param rows in the server's order, duplicates kept
     * @param targets as typed, each of which leads somewhere
     */
    static Optional<AlembicStamp> of(RevisionGraph graph, List<String> rows, List<String> targets) {
        var confusing = List.of("head", "heads", "base").stream()
                .anyMatch(word -> graph.names().containsKey(word));
        return graph.problems().isEmpty() && !confusing
                ? Optional.of(new AlembicStamping(graph, rows).stamp(targets))
                : Optional.empty();
    }
}
