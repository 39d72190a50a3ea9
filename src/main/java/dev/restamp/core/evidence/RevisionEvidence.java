package dev.restamp.core.evidence;

import dev.restamp.core.evidence.Observation.Seen;
import dev.restamp.core.revision.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the live schema says about one revision.
 *
 * @param observations one for each object the revision changes
 * @param unread the parts of its script that were not understood
 * @param invisible the parts that leave no trace in what is compared
 */
public record RevisionEvidence(
        Revision revision,
        Status status,
        List<Observation> observations,
        List<Effect.Opaque> unread,
        List<Effect.Invisible> invisible) {
    public RevisionEvidence {
        observations = List.copyOf(observations);
        unread = List.copyOf(unread);
        invisible = List.copyOf(invisible);
    }

    /** The sum of the observations. */
    public enum Status {
        /** All its effects that can be seen are there. */
        PRESENT,
        /** Some are there, or one is there in another form. */
        PARTLY,
        /** None is there. */
        ABSENT,
        /** It has no effect that could be seen. */
        NOTHING_TO_SEE,
        /** It could have, but its script could not be understood. */
        NOT_READABLE
    }

    static RevisionEvidence of(Revision revision, List<Observation> observations, List<Effect> effects) {
        var unread = doubts(effects);
        return new RevisionEvidence(
                revision,
                status(observations, !unread.isEmpty()),
                observations,
                unread,
                only(Effect.Invisible.class, effects));
    }

    /** The parts of a script that were not understood, one for each line. */
    public static List<Effect.Opaque> doubts(List<Effect> effects) {
        var byLine = new LinkedHashMap<Integer, Effect.Opaque>();
        effects.forEach(effect -> effect.doubt().ifPresent(doubt -> byLine.putIfAbsent(doubt.line(), doubt)));
        return List.copyOf(byLine.values());
    }

    /** Observations of one kind. */
    public Stream<Observation> seen(Seen seen) {
        return observations.stream().filter(observation -> observation.seen() == seen);
    }

    /** Whether running it or not running it makes no difference at all, as with a merge. */
    public boolean isFree() {
        return status == Status.NOTHING_TO_SEE && observations.isEmpty() && invisible.isEmpty();
    }

    private static Status status(List<Observation> observations, boolean unread) {
        var done = observations.stream().anyMatch(one -> one.seen() == Seen.DONE);
        var notDone = observations.stream().anyMatch(one -> one.seen() == Seen.NOT_DONE);
        var different = observations.stream().anyMatch(one -> one.seen() == Seen.DIFFERENT);
        if (different || (done && notDone)) {
            return Status.PARTLY;
        }
        if (done) {
            return Status.PRESENT;
        }
        if (notDone) {
            return Status.ABSENT;
        }
        return unread ? Status.NOT_READABLE : Status.NOTHING_TO_SEE;
    }

    private static <T> List<T> only(Class<T> type, List<Effect> effects) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
