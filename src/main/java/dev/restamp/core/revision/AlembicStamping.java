package dev.restamp.core.revision;

import dev.restamp.core.Problem;
import dev.restamp.core.revision.AlembicStamp.Fails;
import dev.restamp.core.revision.AlembicStamp.Leaves;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Alembic's way from rows to rows, as it was observed in 1.19: the steps are planned from the rows as they were, all
 * related rows being the source of each, and then carried out one after the other.
 */
final class AlembicStamping {
    private final RevisionGraph graph;
    private final List<String> rows;
    private final Resolver resolver;
    private final RevisionNames names;

    /** What Alembic remembers of the table while it writes. */
    private final Set<String> heads;

    /** The table itself, in which a row may stand twice. */
    private final List<String> table;

    AlembicStamping(RevisionGraph graph, List<String> rows) {
        this.graph = graph;
        this.rows = rows.stream().filter(row -> !row.isEmpty()).toList();
        var refusals = new Refusals(graph, rows);
        names = new RevisionNames(graph, refusals);
        resolver = new Resolver(graph, refusals, names);
        heads = new LinkedHashSet<>(rows);
        table = new ArrayList<>(rows);
    }

    AlembicStamp stamp(List<String> targets) {
        try {
            plan(targets).forEach(this::carryOut);
            return new Leaves(table);
        } catch (Failure failure) {
            return new Fails(failure.error);
        }
    }

    /** @param from ids, all of which the one statement is meant to replace */
    private record Step(List<String> from, List<String> to, boolean up) {}

    /** Fails like Alembic, whose transaction takes back what was done. */
    private static final class Failure extends RuntimeException {
        private final String error;

        Failure(String error) {
            super(error);
            this.error = error;
        }
    }

    private List<Step> plan(List<String> targets) {
        var known = located(rows);
        var sources = new LinkedHashSet<String>();
        targets.forEach(target -> sources.addAll(related(known, target)));
        var destinations = targets.stream()
                .flatMap(target -> resolver.resolve(target).stream())
                .map(Revision::id)
                .toList();
        if (destinations.isEmpty()) {
            return sources.stream()
                    .map(source -> new Step(List.of(source), List.of(), false))
                    .toList();
        }
        return destinations.stream()
                .filter(destination -> !sources.contains(destination))
                .map(destination -> step(destination, List.copyOf(sources)))
                .toList();
    }

    private Step step(String destination, List<String> sources) {
        var below = !Collections.disjoint(graph.descendants(List.of(destination)), sources);
        var above = !Collections.disjoint(graph.ancestors(List.of(destination)), sources);
        if (below && above) {
            throw new Failure("AssertionError");
        }
        return new Step(below || above ? sources : List.of(), List.of(destination), !below);
    }

    private List<String> located(List<String> identifiers) {
        var ids = new ArrayList<String>();
        for (var identifier : identifiers) {
            try {
                resolver.rows(List.of(identifier)).forEach(revision -> ids.add(revision.id()));
            } catch (Problem unknown) {
                throw unlocated(identifier);
            }
        }
        return ids;
    }

    private static Failure unlocated(String identifier) {
        return new Failure("Can't locate revision identified by '%s'".formatted(identifier));
    }

    /** The rows that share lineage with what the target says, its label included. */
    private List<String> related(List<String> known, String target) {
        if (known.isEmpty()) {
            return known;
        }
        var against = against(target);
        return known.stream()
                .filter(row -> against.isEmpty()
                        || against.stream().anyMatch(id -> graph.isAncestor(id, row) || graph.isAncestor(row, id)))
                .toList();
    }

    /** Nothing for {@code base}, with which every row is related. */
    private Set<String> against(String target) {
        return switch (Identifier.parse(target)) {
            case Identifier.Base(var label) ->
                new HashSet<>(labelled(label.stream().toList()));
            case Identifier.Head(var label) -> with(labelled(label.stream().toList()), ids(resolver.resolve(target)));
            case Identifier.Heads(var label) -> with(labelled(label.stream().toList()), ids(resolver.resolve(target)));
            case Identifier.BelowHeads(var label, var _) ->
                with(labelled(label.stream().toList()), ids(resolver.resolve(target)));
            // Alembic forgets the label when it looks up what stands behind it.
            case Identifier.Named(var label, var name) ->
                with(labelled(label.stream().toList()), labelled(List.of(name)));
        };
    }

    private List<String> labelled(List<String> identifiers) {
        return identifiers.stream().map(this::labelled).toList();
    }

    private String labelled(String identifier) {
        try {
            return names.labelled(identifier).id();
        } catch (Problem unknownOrAmbiguous) {
            throw unlocated(identifier);
        }
    }

    private static Set<String> with(Collection<String> some, Collection<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }

    private void carryOut(Step step) {
        if (step.to().isEmpty()) {
            delete(step.from().getFirst());
            return;
        }
        var to = step.to().getFirst();
        var isNew = step.from().isEmpty() || !heads.containsAll(step.from());
        if (step.up() && isNew && !heads.contains(to)) {
            insert(to);
            return;
        }
        if (step.from().isEmpty()) {
            throw new Failure("AssertionError");
        }
        step.from().subList(0, step.from().size() - 1).forEach(this::delete);
        update(step.from().getLast(), to);
    }

    private void insert(String id) {
        heads.add(id);
        table.add(id);
    }

    private void delete(String id) {
        forget(id);
        checkOne("deleting '%s'".formatted(id), id);
        table.remove(id);
    }

    private void update(String from, String to) {
        if (heads.contains(to)) {
            throw new Failure("AssertionError");
        }
        forget(from);
        heads.add(to);
        checkOne("updating '%s' to '%s'".formatted(from, to), from);
        table.set(table.indexOf(from), to);
    }

    private void forget(String id) {
        if (!heads.remove(id)) {
            throw new Failure("KeyError: '%s'".formatted(id));
        }
    }

    private void checkOne(String what, String id) {
        var found = Collections.frequency(table, id);
        if (found != 1) {
            throw new Failure("Online migration expected to match one row when %s in 'alembic_version'; %d found"
                    .formatted(what, found));
        }
    }
}
