package dev.restamp.core.stamp;

import dev.restamp.core.evidence.Timeline;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is to be proved of a stamp.
 *
 * @param timeline the revisions in the order that counts
 * @param before revisions that count as applied by the rows as they are, with all they build on
 * @param after those that will
 * @param alone whether nothing is claimed of revisions that count as they did before, or of what comes next
 */
public record Claim(Timeline timeline, Set<String> before, Set<String> after, boolean alone) {
    public Claim {
        before = known(timeline, before);
        after = known(timeline, after);
    }

    /** Of rows that imply what is below them; those that the project does not know are ignored. */
    public static Claim of(Timeline timeline, Collection<String> before, Collection<String> after) {
        var graph = timeline.graph();
        return new Claim(
                timeline,
                graph.ancestors(known(timeline, Set.copyOf(before))),
                graph.ancestors(known(timeline, Set.copyOf(after))),
                false);
    }

    private static Set<String> known(Timeline timeline, Set<String> ids) {
        var known = new LinkedHashSet<>(ids);
        known.removeIf(id -> timeline.graph().get(id).isEmpty());
        return known;
    }
}
