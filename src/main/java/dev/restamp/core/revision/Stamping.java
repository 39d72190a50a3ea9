package dev.restamp.core.revision;

import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stamp makes of the rows of a version table.
 *
 * <p>A target replaces the rows of its lineage, that is of its ancestors and descendants, dependencies included; other
 * rows stay; of all that, only rows that no other row implies. With one target and rows that were in order this is what
 * {@code alembic stamp} writes. Where Alembic loses rows, crashes or does nothing (several targets, overlapping rows,
 * rows it does not know) this is right. A row that stands for no revision stays unless it is to be removed.
 *
 * @param before the rows, duplicates kept
 * @param after the rows that stay, in their order, then the new ones in the order of the targets
 * @param steps as few as possible, one row each: deletes, updates, inserts. Where {@code before} holds a row several
 *     times, a step that names it means one of them
 */
public record Stamping(List<String> before, List<String> after, List<StampStep> steps) {
    public Stamping {
        before = List.copyOf(before);
        after = List.copyOf(after);
        steps = List.copyOf(steps);
    }

    /**
     * @param targets as typed; see {@link RevisionQuery#resolve}. None only repairs what is there
     * @param remove rows to take away, known or not, as they stand in the table
     * @throws Problem if a target names no revision
     */
    public static Stamping of(RevisionGraph graph, List<String> rows, List<String> targets, Set<String> remove) {
        var known = new KnownRows(graph, rows, remove);
        var destinations = new LinkedHashSet<String>();
        var kept = new LinkedHashSet<>(known.remaining());
        for (var target : targets) {
            destinations.addAll(known.destinations(target));
            known.replacedBy(target).forEach(kept::remove);
        }
        var after = after(graph, known, kept, destinations);
        return new Stamping(rows, after, steps(graph, known, rows, after));
    }

    /** Exactly these rows instead of those, whatever the graph says of them: a stamp taken back. */
    public static Stamping exactly(RevisionGraph graph, List<String> rows, List<String> wanted) {
        return new Stamping(rows, wanted, steps(graph, new KnownRows(graph, rows, Set.of()), rows, wanted));
    }

    private static List<String> after(
            RevisionGraph graph, KnownRows known, Set<String> kept, Set<String> destinations) {
        var wanted = new LinkedHashSet<>(destinations);
        kept.forEach(row -> known.id(row).ifPresent(wanted::add));
        var right = Set.copyOf(graph.maximal(wanted));
        var after = new LinkedHashSet<String>();
        known.rows().stream()
                .filter(row -> destinations.contains(row)
                        ? right.contains(row)
                        : kept.contains(row)
                                && known.id(row).map(right::contains).orElse(true))
                .forEach(after::add);
        destinations.stream().filter(right::contains).forEach(after::add);
        return List.copyOf(after);
    }

    private static List<StampStep> steps(RevisionGraph graph, KnownRows known, List<String> rows, List<String> after) {
        var vanishing = new ArrayList<>(rows);
        var appearing = new ArrayList<>(after);
        after.forEach(vanishing::remove);
        appearing.removeAll(rows);
        var updates = new ArrayList<StampStep>();
        while (!vanishing.isEmpty() && !appearing.isEmpty()) {
            var to = appearing.removeFirst();
            var from = partner(graph, known, vanishing, to);
            vanishing.remove(vanishing.lastIndexOf(from));
            updates.add(new StampStep.Update(from, to));
        }
        var steps = new ArrayList<StampStep>();
        vanishing.forEach(row -> steps.add(new StampStep.Delete(row)));
        steps.addAll(updates);
        appearing.forEach(row -> steps.add(new StampStep.Insert(row)));
        return steps;
    }

    /** The last row of the same lineage, as Alembic chooses it, or else the last row. */
    private static String partner(RevisionGraph graph, KnownRows known, List<String> vanishing, String to) {
        return vanishing.reversed().stream()
                .filter(row -> known.id(row)
                        .map(id -> graph.isAncestor(id, to) || graph.isAncestor(to, id))
                        .orElse(false))
                .findFirst()
                .orElse(vanishing.getLast());
    }
}
