package dev.restamp.core.revision;

import java.util.List;

/** The revisions of a project and how they follow one another. */
public final class RevisionGraph {
    private final List<Revision> revisions;

    private RevisionGraph(List<Revision> revisions) {
        this.revisions = List.copyOf(revisions);
    }

    /** Of revisions in load order (sorted file names): it breaks ties wherever order is not given by the graph. */
    public static RevisionGraph of(List<Revision> revisions) {
        return new RevisionGraph(revisions);
    }

    /** In load order. */
    public List<Revision> revisions() {
        return revisions;
    }
}
