package dev.restamp.postgres.rows;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the servers may be worked, and how hard.
 *
 * @param end on the clock of {@link System#nanoTime}; empty for as long as it takes
 * @param busy percent of the time that each connection works, from 1 to 100
 */
public record Pace(Optional<Long> end, int busy) {
    /** As fast as can be, as long as it takes. */
    public static final Pace FREE = new Pace(Optional.empty(), 100);

    /** From now on. */
    public static Pace of(Optional<Duration> longest, int busy) {
        return new Pace(longest.map(time -> System.nanoTime() + time.toNanos()), busy);
    }

    boolean isOver() {
        return end.filter(time -> System.nanoTime() >= time).isPresent();
    }

    /** What is left for a statement; empty where there is no limit. */
    Optional<Duration> left() {
        return end.map(time -> Duration.ofNanos(Math.max(1_000_000, time - System.nanoTime())));
    }

    /** Lets the server have its rest after so many nanoseconds of work. */
    void rest(long worked) {
        if (busy < 100) {
            try {
                Thread.sleep(Duration.ofNanos(worked * (100 - busy) / busy));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
