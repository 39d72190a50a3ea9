package dev.restamp.core.revision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which labels hold for a revision: its own, those of its ancestors by down_revision, and those of a descendant from
 * which a single line, without a branch point or a mergepoint, leads down to it.
 */
final class BranchLabels {
    private final Links links;
    private final Ancestry lineage;
    private final Map<String, SortedSet<String>> labels = new HashMap<>();

    private BranchLabels(Links links, Ancestry lineage) {
        this.links = links;
        this.lineage = lineage;
    }

    /** By id; a revision without labels is absent. */
    static Map<String, SortedSet<String>> of(Links links, Ancestry lineage) {
        var all = new BranchLabels(links, lineage);
        links.revisions().values().stream()
                .filter(revision -> !revision.branchLabels().isEmpty())
                .forEach(all::spread);
        return all.labels;
    }

    /** Each with its own labels alone, by id. */
    static Map<String, SortedSet<String>> own(Links links) {
        var own = new HashMap<String, SortedSet<String>>();
        links.revisions().values().stream()
                .filter(revision -> !revision.branchLabels().isEmpty())
                .forEach(revision -> own.put(revision.id(), new TreeSet<>(revision.branchLabels())));
        return own;
    }

    private void spread(Revision revision) {
        var above = lineage.descendants(List.of(revision.id()));
        above.forEach(id -> add(id, revision));
        // Alembic climbs down again from the tip it saw last; it gets past the revision only where nothing forks.
        if (above.stream().allMatch(this::isOnALine)) {
            spreadDown(revision);
        }
    }

    private void spreadDown(Revision revision) {
        var parents = links.parents(revision.id());
        while (!parents.isEmpty() && isOnALine(parents.getFirst()) && add(parents.getFirst(), revision)) {
            parents = links.parents(parents.getFirst());
        }
    }

    private boolean isOnALine(String id) {
        return links.allChildren(id).size() <= 1 && links.parents(id).size() <= 1;
    }

    private boolean add(String id, Revision revision) {
        return labels.computeIfAbsent(id, _ -> new TreeSet<>()).addAll(revision.branchLabels());
    }
}
