package dev.restamp.core.evidence;

import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the place of a live schema in the history.
 *
 * <p>What is present must have been applied, with all its ancestors; what is absent cannot have been, nor its
 * descendants. Between these two bounds lie the revisions that leave no trace. A place is proposed only where the live
 * schema is in every compared point as that place leaves it.
 */
public final class Locator {
    /** Of more places than these only those are told that an upgrade goes through. */
    private static final int MANY = 128;

    private final Evidence evidence;
    private final RevisionGraph graph;
    private final Map<String, RevisionEvidence> byRevision;
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Set<String> free;

    /** @param byRevision for every revision of the graph, by id */
    public Locator(Evidence evidence, Map<String, RevisionEvidence> byRevision) {
        this.evidence = evidence;
        this.graph = evidence.timeline().graph();
        this.byRevision = byRevision;
        free = withStatus(Status.NOTHING_TO_SEE).stream()
                .filter(id -> Stream.ofNullable(byRevision.get(id)).anyMatch(RevisionEvidence::isFree))
                .collect(Collectors.toSet());
        graph.revisions().forEach(revision -> parents.put(revision.id(), parents(revision.id())));
    }

    public Position locate() {
        var applied = graph.ancestors(withStatus(Status.PRESENT, Status.PARTLY));
        var excluded = graph.descendants(withStatus(Status.ABSENT, Status.PARTLY));
        if (applied.stream().anyMatch(excluded::contains)) {
            return closest(applied);
        }
        var open = graph.oldestFirst().stream()
                .map(Revision::id)
                .filter(id -> !applied.contains(id) && !excluded.contains(id))
                .toList();
        var fitting = places(applied, open).stream().filter(evidence::fits).toList();
        return switch (fitting.size()) {
            case 0 -> closest(applied);
            case 1 -> fits(fitting.getFirst());
            default -> candidates(fitting);
        };
    }

    /** Revisions that do nothing at all, merges most of them: it does not matter whether they have been applied. */
    public Set<String> free() {
        return free;
    }

    private Position fits(Set<String> place) {
        var rows = graph.maximal(place);
        var least = graph.maximal(graph.ancestors(without(place, free)));
        return new Position.Fits(rows, least.equals(rows) ? List.of() : List.of(least));
    }

    private Position candidates(List<Set<String>> places) {
        var between = graph.oldestFirst().stream()
                .map(Revision::id)
                .filter(id -> !free.contains(id))
                .filter(id -> places.stream().anyMatch(place -> place.contains(id)))
                .filter(id -> !places.stream().allMatch(place -> place.contains(id)))
                .flatMap(id -> Stream.ofNullable(byRevision.get(id)))
                .toList();
        return new Position.Candidates(places.stream().map(graph::maximal).toList(), between);
    }

    /** Every place from {@code least} upwards, the earliest first. */
    private Collection<Set<String>> places(Set<String> least, List<String> open) {
        var places = new LinkedHashSet<Set<String>>();
        var unexplored = new ArrayDeque<Set<String>>();
        unexplored.add(withFree(least, open));
        while (!unexplored.isEmpty() && places.size() <= MANY) {
            var place = unexplored.remove();
            if (places.add(place)) {
                open.stream()
                        .filter(id -> isNext(id, place))
                        .forEach(id -> unexplored.add(withFree(with(place, id), open)));
            }
        }
        return places.size() <= MANY ? places : onTheWay(least, open);
    }

    private Collection<Set<String>> onTheWay(Set<String> least, List<String> open) {
        var places = new LinkedHashSet<Set<String>>();
        var place = withFree(least, open);
        places.add(place);
        for (var id : open) {
            if (!place.contains(id)) {
                place = withFree(with(place, id), open);
                places.add(place);
            }
        }
        return places;
    }

    /** With every revision added that does nothing and whose parents are all in: it does not matter, so it is in. */
    private Set<String> withFree(Set<String> place, List<String> open) {
        var wider = new LinkedHashSet<>(place);
        open.stream().filter(free::contains).filter(id -> isNext(id, wider)).forEach(wider::add);
        return wider;
    }

    private boolean isNext(String id, Set<String> place) {
        return !place.contains(id) && place.containsAll(parents.getOrDefault(id, Set.of()));
    }

    private Set<String> parents(String id) {
        var all = new HashSet<>(graph.parents(id));
        all.addAll(graph.resolvedDependencies(id));
        return all;
    }

    /** Of the places that the fewest revisions speak against those with the fewest mismatches, the latest first. */
    private Position closest(Set<String> applied) {
        var present = withStatus(Status.PRESENT);
        var absent = withStatus(Status.ABSENT);
        var places = Stream.concat(
                Stream.of(applied, parents.keySet()),
                graph.revisions().stream().map(revision -> graph.ancestors(List.of(revision.id()))));
        var fewestAgainst = fewest(places, place -> present.size() - common(present, place) + common(absent, place));
        var nearest = fewest(fewestAgainst.stream(), evidence::countMismatches).stream()
                .sorted(Comparator.comparing(Set::size, Comparator.reverseOrder()))
                .map(graph::maximal)
                .distinct()
                .toList();
        var closest = nearest.getFirst();
        return new Position.NoFit(
                closest, nearest.subList(1, nearest.size()), evidence.mismatches(graph.ancestors(closest)));
    }

    private static List<Set<String>> fewest(Stream<Set<String>> places, ToLongFunction<Set<String>> count) {
        return places.collect(Collectors.groupingBy(count::applyAsLong, TreeMap::new, Collectors.toList()))
                .firstEntry()
                .getValue();
    }

    private Set<String> withStatus(Status... statuses) {
        var wanted = Set.of(statuses);
        return byRevision.values().stream()
                .filter(evidence -> wanted.contains(evidence.status()))
                .map(evidence -> evidence.revision().id())
                .collect(Collectors.toSet());
    }

    private static Set<String> with(Set<String> some, String more) {
        var all = new LinkedHashSet<>(some);
        all.add(more);
        return all;
    }

    private static long common(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).count();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
