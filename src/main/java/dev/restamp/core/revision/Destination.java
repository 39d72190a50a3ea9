package dev.restamp.core.revision;

import java.util.List;
import java.util.Optional;

/** Where an upgrade or the end of a range leads, which may be counted: {@code +2}, {@code rev-1}, {@code label@+1}. */
final class Destination {
    private final RevisionGraph graph;
    private final Refusals refusals;
    private final RevisionNames names;
    private final Resolver resolver;

    Destination(RevisionGraph graph, Refusals refusals, RevisionNames names, Resolver resolver) {
        this.graph = graph;
        this.refusals = refusals;
        this.names = names;
        this.resolver = resolver;
    }

    /** @param mayStop whether a way up that ends early leads to its end, or is a problem */
    List<Revision> of(String target, Origin origin, boolean mayStop) {
        var relative = Identifier.Relative.parse(target);
        if (relative.isEmpty() || resolver.exact(target).isPresent()) {
            return resolver.resolve(target);
        }
        return List.of(
                relative.get().up() ? up(target, relative.get(), origin, mayStop) : down(target, relative.get()));
    }

    /** The revisions that an origin names. */
    List<Revision> start(Origin origin) {
        return switch (origin) {
            case Origin.Rows(var rows) -> resolver.rows(rows);
            case Origin.Typed(var typed) -> resolver.resolve(typed);
        };
    }

    private Revision up(String typed, Identifier.Relative relative, Origin origin, boolean mayStop) {
        var start = relative.from().isPresent()
                ? resolver.single(relative.from().get())
                : beginning(typed, relative.label(), origin);
        var branch = relative.label().map(names::branch);
        return new Walk(graph, refusals, typed)
                .up(
                        start,
                        relative.steps(),
                        id -> branch.isEmpty() || branch.get().contains(id),
                        mayStop);
    }

    private Revision down(String typed, Identifier.Relative relative) {
        var from = relative.from().orElseThrow(() -> refusals.upgradeDownwards(typed));
        var start = resolver.single(
                        relative.label().map(label -> label + "@" + from).orElse(from))
                .orElseThrow(() -> refusals.belowBase(typed));
        return new Walk(graph, refusals, typed)
                .down(start, relative.steps())
                .orElseThrow(() -> refusals.belowBase(typed));
    }

    /** The one revision that {@code +N} counts from; empty for base. */
    private Optional<Revision> beginning(String typed, Optional<String> label, Origin origin) {
        if (label.isEmpty() && origin instanceof Origin.Typed(var identifier)) {
            return resolver.single(identifier);
        }
        var starts = label.map(branch -> onBranch(branch, start(origin))).orElseGet(() -> start(origin));
        if (starts.size() > 1) {
            throw refusals.severalRows(typed, starts.stream().map(Revision::id).toList());
        }
        return starts.stream().findFirst();
    }

    /** Those on the branch, or else the newest on it of all that they imply. */
    private List<Revision> onBranch(String label, List<Revision> starts) {
        var branch = names.branch(label);
        var there = starts.stream()
                .filter(revision -> branch.contains(revision.id()))
                .toList();
        if (!there.isEmpty()) {
            return there;
        }
        var implied = graph.ancestors(starts.stream().map(Revision::id).toList());
        implied.retainAll(branch);
        return graph.revisionsOf(implied.stream()
                .filter(id -> implied.stream()
                        .noneMatch(other -> graph.normalizedParents(other).contains(id)))
                .toList());
    }
}
