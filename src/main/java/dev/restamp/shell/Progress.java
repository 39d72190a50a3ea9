package dev.restamp.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far a piece of work is, how fast it goes and how long it will take: one line, drawn over and over. */
public final class Progress {
    private static final int BAR = 30;

    /** Before that much is done, nothing can be said of the time left. */
    private static final double ENOUGH = 0.02;

    private final Clock clock;
    private final Instant start;

    public Progress(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    /**
     * The line for now.
     *
     * @param fraction of the work done, from 0 to 1
     * @param done what is done, for people: {@code 38 of 62 tables}
     * @param amount how many of {@code unit} are done, for the rate
     */
    public String line(double fraction, String done, long amount, String unit) {
        var passed = Duration.between(start, clock.instant());
        var full = (int) Math.round(fraction * BAR);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d%%  %s  %s %s%s  %s%s",
                "=".repeat(full),
                " ".repeat(BAR - full),
                Math.round(fraction * 100),
                done,
                Numbers.rounded(amount),
                unit,
                rate(amount, passed),
                clockwise(passed),
                left(fraction, passed));
    }

    private static String rate(long amount, Duration passed) {
        return passed.toMillis() < 500 ? "" : ", " + Numbers.rounded(amount * 1000 / passed.toMillis()) + "/s";
    }

    private static String left(double fraction, Duration passed) {
        if (fraction < ENOUGH || passed.toMillis() < 500) {
            return "";
        }
        return ", " + clockwise(Duration.ofMillis((long) (passed.toMillis() * (1 - fraction) / fraction))) + " left";
    }

    private static String clockwise(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
