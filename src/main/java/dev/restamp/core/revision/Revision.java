package dev.restamp.core.revision;

import java.util.List;

/**
 * One migration script as its author declared it. Nothing here is resolved: {@link RevisionGraph} does that.
 *
 * @param id the revision id, as stored in the version table
 * @param downRevisions the ids it revises, as written and in that order; empty for a base
 * @param branchLabels as written
 * @param dependsOn ids, partial ids or labels it depends on, as written
 * @param longDoc the docstring, stripped; empty where there is none
 * @param source where it was read from, for people: {@code versions/ae10_add_users.py}
 */
public record Revision(
        String id,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        String longDoc,
        String source) {
    public Revision {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A revision of which only the place in the graph matters. */
    public static Revision of(String id, String... downRevisions) {
        return new Revision(id, List.of(downRevisions), List.of(), List.of(), "", id + ".py");
    }

    /** The same, revising others. */
    public Revision after(List<String> others) {
        return new Revision(id, others, branchLabels, dependsOn, longDoc, source);
    }

    /** The first paragraph of the docstring, which Alembic shows in its lists; it may hold line breaks. */
    public String doc() {
        var end = longDoc.indexOf("\n\n");
        return end < 0 ? longDoc : longDoc.substring(0, end);
    }
}
