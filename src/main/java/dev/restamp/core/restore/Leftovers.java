package dev.restamp.core.restore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found, and what could not be looked at.
 *
 * @param checks how many kinds were looked for
 */
public record Leftovers(List<Leftover> found, List<Unseen> unseen, int checks) {
    public static final Leftovers NONE = new Leftovers(List.of(), List.of(), 0);

    public Leftovers {
        found = List.copyOf(found);
        unseen = List.copyOf(unseen);
    }

    /** Of one check. */
    public static Leftovers of(List<Leftover> found, List<Unseen> unseen) {
        return new Leftovers(found, unseen, 1);
    }

    /** Both together, the worst kinds first. */
    public Leftovers plus(Leftovers other) {
        var both = Stream.concat(found.stream(), other.found().stream())
                .sorted((one, two) -> one.kind().compareTo(two.kind()))
                .toList();
        var unlooked = new ArrayList<>(unseen);
        unlooked.addAll(other.unseen());
        return new Leftovers(both, unlooked, checks + other.checks());
    }

    /** What ought to be put right. */
    public List<Leftover> findings() {
        return found.stream().filter(one -> !one.kind().isNote()).toList();
    }
}
