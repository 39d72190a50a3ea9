package dev.restamp.core.revision;

import dev.restamp.core.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds revisions by id or label, in full or by their first characters. */
final class RevisionNames {
    /** Ids and labels up to this many characters must be given in full. */
    private static final int SHORT = 3;

    private final RevisionGraph graph;
    private final Refusals refusals;

    RevisionNames(RevisionGraph graph, Refusals refusals) {
        this.graph = graph;
        this.refusals = refusals;
    }

    Revision find(String name) {
        var exact = exact(name);
        return exact.isPresent() ? exact.get() : only(name, candidates(name), () -> refusals.unknown(name));
    }

    /** The same on a branch: the label's revision, its ancestors and descendants by down_revision. */
    Revision find(String name, String label) {
        var branch = branch(label);
        var exact = exact(name);
        if (exact.isEmpty()) {
            var candidates = candidates(name).stream()
                    .filter(candidate -> branch.contains(graph.names().get(candidate)))
                    .toList();
            return only(name, candidates, () -> refusals.unknownOnBranch(name, label));
        }
        if (!branch.contains(exact.get().id())) {
            throw refusals.notOnBranch(exact.get().id(), label);
        }
        return exact.get();
    }

    /** The ids on a branch. */
    Set<String> branch(String label) {
        var tip = Set.of(labelled(label).id());
        var branch = graph.lineage().ancestors(tip);
        branch.addAll(graph.lineage().descendants(tip));
        return branch;
    }

    /** The revision that a label, or an id used as one, sits on. */
    Revision labelled(String label) {
        var exact = exact(label);
        return exact.isPresent() ? exact.get() : only(label, candidates(label), () -> refusals.unknownBranch(label));
    }

    /** Whether it is a label in full. */
    boolean isLabel(String name) {
        return graph.names().containsKey(name) && graph.get(name).isEmpty();
    }

    /** Whether nothing starts like this. */
    boolean isUnknown(String name) {
        return exact(name).isEmpty() && candidates(name).isEmpty();
    }

    /** The one revision that a name stands for, or none where it is unknown or ambiguous. */
    Optional<Revision> match(String name) {
        var candidates = candidates(name);
        return exact(name).or(() -> candidates.size() == 1 ? exact(candidates.getFirst()) : Optional.<Revision>empty());
    }

    /** The same in a log, where the part of an id before {@code ::} will do, though other ids begin with it. */
    Optional<Revision> matchInLog(String name) {
        var parts = graph.names().keySet().stream()
                .filter(each -> each.startsWith(name + "::"))
                .toList();
        return parts.size() == 1 ? exact(parts.getFirst()) : match(name);
    }

    /** An empty name is none, though Alembic lets a label be empty. */
    private Optional<Revision> exact(String name) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(graph.names().get(name)).flatMap(graph::get);
    }

    private List<String> candidates(String name) {
        return name.isEmpty()
                ? List.of()
                : graph.names().keySet().stream()
                        .filter(each -> each.codePointCount(0, each.length()) > SHORT && each.startsWith(name))
                        .toList();
    }

    private Revision only(String name, List<String> candidates, Supplier<Problem> none) {
        if (candidates.isEmpty()) {
            throw none.get();
        }
        if (candidates.size() > 1) {
            throw refusals.ambiguous(name, candidates);
        }
        return exact(candidates.getFirst()).orElseThrow();
    }
}
