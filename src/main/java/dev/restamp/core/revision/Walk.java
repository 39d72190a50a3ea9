package dev.restamp.core.revision;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** So many steps from one revision to another, by down_revision alone; a fork on the way is a problem. */
final class Walk {
    private final RevisionGraph graph;
    private final Refusals refusals;
    private final String typed;

    /** @param typed what asked for the walk, for messages */
    Walk(RevisionGraph graph, Refusals refusals, String typed) {
        this.graph = graph;
        this.refusals = refusals;
        this.typed = typed;
    }

    /** Empty where the steps lead to base or would lead below it. */
    Optional<Revision> down(Revision start, int steps) {
        var at = Optional.of(start);
        for (var step = 0; step < steps && at.isPresent(); step++) {
            at = only(graph.parents(at.get().id()), at);
        }
        return at;
    }

    /**
     * Where the steps lead, or the last revision before it.
     *
     * @param start empty for base
     * @param branch which ids may be stepped on
     * @param mayStop whether a way that ends early is good enough, or a problem
     */
    Revision up(Optional<Revision> start, int steps, Predicate<String> branch, boolean mayStop) {
        var at = start;
        for (var step = 0; step < steps; step++) {
            var above = above(at).stream().filter(branch).toList();
            if (above.isEmpty()) {
                return at.filter(_ -> mayStop).orElseThrow(() -> refusals.tooFar(typed));
            }
            at = only(above, at);
        }
        return at.orElseThrow(() -> refusals.tooFar(typed));
    }

    private List<String> above(Optional<Revision> at) {
        return at.isPresent() ? graph.children(at.get().id()) : graph.bases();
    }

    private Optional<Revision> only(List<String> ways, Optional<Revision> from) {
        if (ways.size() > 1) {
            throw refusals.severalWays(typed, from.map(Revision::id).orElse("base"), ways);
        }
        return ways.stream().findFirst().flatMap(graph::get);
    }
}
