package dev.restamp.shell.journal;

import dev.restamp.core.Exit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A line of the journal. */
public sealed interface Entry {
    Instant at();

    /**
     * A command that was typed.
     *
     * @param line its words as they must be typed, its full name first; secrets are still in it
     * @param answers all that was answered while it ran, also to a script; the last one is its own. Empty while it runs
     */
    record Command(Instant at, String line, Exit exit, Duration time, List<Heard> answers) implements Entry {
        public Command {
            answers = List.copyOf(answers);
        }
    }

    /** What the user wanted remembered. */
    record Note(Instant at, String text) implements Entry, Moment {}
}
