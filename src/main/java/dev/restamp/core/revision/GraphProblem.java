package dev.restamp.core.revision;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something wrong with the revisions themselves. It never stops the reading of the rest: each kind says how the graph
 * goes on. Alembic stops at every kind but {@link DuplicateId} and a {@link Ring} that has both an entry and an exit.
 */
public sealed interface GraphProblem {
    /** One sentence without a full stop that names the files. */
    String sentence();

    /** Several files declare one id. The last one counts. */
    record DuplicateId(String id, List<Revision> declarations) implements GraphProblem {
        public DuplicateId {
            declarations = List.copyOf(declarations);
        }

        @Override
        public String sentence() {
            return "revision %s is declared by %s; the last one counts".formatted(id, sources(declarations));
        }
    }

    /** A parent that no file declares. The child behaves as if it did not name it. */
    record MissingParent(Revision child, String parent) implements GraphProblem {
        @Override
        public String sentence() {
            return "%s revises \"%s\", which no file declares".formatted(child.source(), parent);
        }
    }

    /** A dependency that is neither an id nor a label. It is left out. */
    record MissingDependency(Revision dependent, String dependency) implements GraphProblem {
        @Override
        public String sentence() {
            return "%s depends on \"%s\", which is neither a revision in full nor a branch label"
                    .formatted(dependent.source(), dependency);
        }
    }

    /** A revision that names itself, or its own label, as parent or dependency. The reference is left out. */
    record SelfLoop(Revision revision, boolean dependency) implements GraphProblem {
        @Override
        public String sentence() {
            return "%s: revision %s %s itself"
                    .formatted(revision.source(), revision.id(), dependency ? "depends on" : "revises");
        }
    }

    /**
     * Revisions each of which is an ancestor of the others. They stay in the graph, in no particular order.
     *
     * @param members two or more, in load order
     * @param dependency whether the ring closes only through {@code depends_on}
     */
    record Ring(List<Revision> members, boolean dependency) implements GraphProblem {
        public Ring {
            members = List.copyOf(members);
        }

        @Override
        public String sentence() {
            return "revisions %s %s in a ring: %s"
                    .formatted(
                            members.stream().map(Revision::id).collect(Collectors.joining(", ")),
                            dependency ? "depend on each other" : "revise each other",
                            sources(members));
        }
    }

    /** A label that is already an id or a label. The id, or the label read first, keeps the name. */
    record LabelClash(String label, Revision revision, Revision owner) implements GraphProblem {
        @Override
        public String sentence() {
            return "branch label \"%s\" in %s is already taken by revision %s in %s"
                    .formatted(label, revision.source(), owner.id(), owner.source());
        }
    }

    /** An id with characters that mean something in {@code label@rev}, {@code rev+1} or {@code a:b}. */
    record IllegalCharacters(Revision revision, String characters) implements GraphProblem {
        @Override
        public String sentence() {
            return "%s: revision id \"%s\" may not contain %s".formatted(revision.source(), revision.id(), characters);
        }
    }

    private static String sources(List<Revision> revisions) {
        return revisions.stream().map(Revision::source).collect(Collectors.joining(", "));
    }
}
