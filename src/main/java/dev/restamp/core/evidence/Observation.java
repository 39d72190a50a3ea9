package dev.restamp.core.evidence;

import dev.restamp.core.schema.ObjectKey;
import java.util.List;

/**
 * What the live schema says about one change of one revision.
 *
 * @param change what the revision does to the object
 * @param details of {@link Seen#DIFFERENT}, what differs
 */
public record Observation(Change change, Seen seen, List<String> details) {
    public Observation {
        details = List.copyOf(details);
    }

    public ObjectKey key() {
        return change.key();
    }

    /** Whether the change has been made. */
    public enum Seen {
        /** The object is as it is after this change, or after a later one. */
        DONE,
        /** The object is as it was before this change. */
        NOT_DONE,
        /** The object is there, but as no revision leaves it. */
        DIFFERENT,
        /** It would look the same either way: made here and dropped later, say. */
        UNDECIDED
    }

    /** The state of the object in capitals, for people: {@code ABSENT}. */
    public String word() {
        return switch (seen) {
            case DONE -> "as the script leaves it";
            case NOT_DONE ->
                change.before().isEmpty() ? "ABSENT" : change.after().isEmpty() ? "STILL THERE" : "UNCHANGED";
            case DIFFERENT -> "DIFFERENT";
            case UNDECIDED -> "undecided";
        };
    }
}
