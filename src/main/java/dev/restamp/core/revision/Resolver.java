package dev.restamp.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From what is typed, or stands in a row, to revisions. */
final class Resolver {
    private static final Set<String> WORDS = Set.of("head", "heads", "base");

    private final RevisionGraph graph;
    private final Refusals refusals;
    private final RevisionNames names;

    Resolver(RevisionGraph graph, Refusals refusals, RevisionNames names) {
        this.graph = graph;
        this.refusals = refusals;
        this.names = names;
    }

    List<Revision> resolve(String identifier) {
        var exact = exact(identifier);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        return switch (Identifier.parse(identifier)) {
            case Identifier.Heads(var label) -> heads(identifier, label);
            case Identifier.Head(var label) -> head(identifier, label);
            case Identifier.Base(var label) -> base(label);
            case Identifier.BelowHeads(var label, var steps) -> belowHeads(identifier, label, steps);
            case Identifier.Named(var label, var name) ->
                List.of(label.map(branch -> names.find(name, branch)).orElseGet(() -> names.find(name)));
        };
    }

    /**
     * The revision whose id this is, unless it is a word of the grammar. An id may hold characters that mean something
     * else there; that is a {@link GraphProblem}, and no reason not to find it.
     */
    Optional<Revision> exact(String identifier) {
        if (WORDS.contains(identifier)) {
            return Optional.empty();
        }
        var exact = graph.get(identifier);
        return exact.isEmpty() && graph.isLog() ? names.matchInLog(identifier) : exact;
    }

    /** For {@code rev} in {@code rev+1}, which must be one; empty for base. */
    Optional<Revision> single(String identifier) {
        if (Identifier.parse(identifier) instanceof Identifier.BelowHeads) {
            throw refusals.unknown(identifier);
        }
        var found = resolve(identifier);
        if (found.size() > 1) {
            throw refusals.severalHeads(
                    identifier, found.stream().map(Revision::id).toList());
        }
        return found.stream().findFirst();
    }

    /** The revision that a row stands for: by its id, or by what else Alembic would take for it. */
    Optional<Revision> row(String row) {
        var exact = graph.get(row);
        if (graph.isLog()) {
            return exact;
        }
        return exact.isPresent() || row.isEmpty() || WORDS.contains(row) ? exact : names.match(row);
    }

    /** What Alembic takes the rows for. It reads them as if they were typed, so the beginning of an id will do. */
    List<Revision> rows(List<String> rows) {
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .flatMap(row -> row(row).map(List::of).orElseGet(() -> unmatched(row)).stream())
                .toList();
    }

    private List<Revision> unmatched(String row) {
        if (!WORDS.contains(row) && names.isUnknown(row)) {
            throw refusals.unknownRow(row);
        }
        return resolve(row);
    }

    private List<Revision> heads(String typed, Optional<String> label) {
        return someHead(typed, label.map(this::headsOn).orElseGet(graph::realHeads));
    }

    private List<Revision> head(String typed, Optional<String> label) {
        var heads = label.map(this::headsOn).orElseGet(graph::heads);
        if (heads.size() > 1) {
            throw refusals.severalHeads(typed, heads);
        }
        return someHead(typed, heads);
    }

    private List<String> headsOn(String label) {
        var branch = names.branch(label);
        return graph.heads().stream().filter(branch::contains).toList();
    }

    /** Only a project without revisions may have no head; to answer "none" in a ring would read as base. */
    private List<Revision> someHead(String typed, List<String> heads) {
        if (heads.isEmpty() && !graph.revisions().isEmpty()) {
            throw refusals.noHead(typed);
        }
        return graph.revisionsOf(heads);
    }

    private List<Revision> base(Optional<String> label) {
        label.ifPresent(names::labelled);
        return List.of();
    }

    private List<Revision> belowHeads(String typed, Optional<String> label, int steps) {
        var walk = new Walk(graph, refusals, typed);
        var found = new ArrayList<Revision>();
        for (var head : graph.revisionsOf(graph.realHeads())) {
            if (label.isEmpty() || graph.labels(head.id()).contains(label.get())) {
                found.add(walk.down(head, steps).orElseThrow(() -> refusals.belowBase(typed)));
            }
        }
        return found;
    }
}
