package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.data.Counting;

/** How many connections to a database work at once. */
final class JobsOption {
    static final String NAME = "--jobs";
    static final String HELP = "connections to each database: 4 unless said otherwise, 1 behind a pooler";

    /** More would be an attack. */
    private static final int MOST = 32;

    private JobsOption() {}

    static int of(Arguments arguments) {
        var text = arguments.value(NAME).orElse(Integer.toString(Counting.JOBS));
        if (!text.matches("[1-9]\\d?") || Integer.parseInt(text) > MOST) {
            throw new Problem(
                    Exit.USAGE, NAME + " takes a number from 1 to " + MOST + ", not \"" + text + "\"", NAME + " 4");
        }
        return Integer.parseInt(text);
    }
}
