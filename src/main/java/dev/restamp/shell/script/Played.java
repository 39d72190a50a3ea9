package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What came of one command.
 *
 * @param document its answer, as {@code --json} prints it; null where there was none
 * @param output what it would have shown
 */
record Played(Exit exit, Value document, List<Next> next, Instant start, Duration time, String output) {
    Played {
        next = List.copyOf(next);
    }

    /** The same with another exit code. */
    Played ending(Exit other) {
        return new Played(other, document, next, start, time, output);
    }
}
