package dev.restamp.core.evidence;

import dev.restamp.core.evidence.Life.Stage;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes a {@link Life} of a {@link Track}. */
final class Stages {
    /** Of more than these only those are told that an upgrade from base goes through. */
    private static final int MANY = 128;

    private final RevisionGraph graph;
    private final List<String> order;
    private final Function<Set<String>, Replay> replay;
    private final Map<Set<String>, Replay> replayed = new HashMap<>();

    /** @param replay these revisions alone */
    Stages(RevisionGraph graph, Function<Set<String>, Replay> replay) {
        this.graph = graph;
        this.order = graph.oldestFirst().stream().map(Revision::id).toList();
        this.replay = replay;
    }

    Life life(Track track) {
        var touched = track.touched().stream().boxed().toList();
        var revisions = touched.stream().map(order::get).toList();
        var stages = applicable(revisions).stream()
                .map(applied -> stage(track, touched, applied))
                .toList();
        return new Life(track.key(), revisions, stages);
    }

    /** Every choice of these revisions in which none goes without one it builds on, the smaller before the larger. */
    private List<BitSet> applicable(List<String> revisions) {
        var all = new ArrayList<BitSet>(List.of(new BitSet()));
        for (var next = 0; next < revisions.size(); next++) {
            var below = below(revisions, next);
            for (var choice : List.copyOf(all)) {
                if (holds(choice, below)) {
                    var more = (BitSet) choice.clone();
                    more.set(next);
                    all.add(more);
                }
            }
            if (all.size() > MANY) {
                return prefixes(revisions.size());
            }
        }
        return all;
    }

    private BitSet below(List<String> revisions, int position) {
        var below = new BitSet();
        for (var other = 0; other < position; other++) {
            below.set(other, graph.isAncestor(revisions.get(other), revisions.get(position)));
        }
        return below;
    }

    private static boolean holds(BitSet choice, BitSet all) {
        var missing = (BitSet) all.clone();
        missing.andNot(choice);
        return missing.isEmpty();
    }

    private static List<BitSet> prefixes(int size) {
        var prefixes = new ArrayList<BitSet>();
        for (var length = 0; length <= size; length++) {
            var prefix = new BitSet();
            prefix.set(0, length);
            prefixes.add(prefix);
        }
        return prefixes;
    }

    private Stage stage(Track track, List<Integer> touched, BitSet applied) {
        if (applied.isEmpty()) {
            return track.start();
        }
        var isPrefix = applied.cardinality() == applied.length();
        var state = isPrefix ? track.after(touched.get(applied.length() - 1)) : alone(track, touched, applied);
        return new Stage(applied, state.object(), state.known());
    }

    private Track.State alone(Track track, List<Integer> touched, BitSet applied) {
        var revisions = applied.stream().map(touched::get).mapToObj(order::get).toList();
        return replayed.computeIfAbsent(graph.ancestors(revisions), replay).state(track.key());
    }
}
