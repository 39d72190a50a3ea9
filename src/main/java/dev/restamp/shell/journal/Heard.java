package dev.restamp.shell.journal;

import dev.restamp.shell.Answer;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer, and which database it is about.
 *
 * @param at when it was given
 * @param line what it answers, the words as they must be typed, also those of a script; secrets are still in it
 * @param answer with all its parts, also those that were shown before it ended
 * @param place empty where no connection was open
 */
public record Heard(Instant at, String line, Answer answer, Optional<Place> place) implements Moment {
    /** Whether something was written to a version table, here or by the project's own tool. */
    public boolean isWrite() {
        var members = answer.report().json();
        return members.get("transaction") != null || Boolean.TRUE.equals(members.get("ran"));
    }
}
