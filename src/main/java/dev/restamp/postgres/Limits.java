package dev.restamp.postgres;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect until a connection is open, authentication included
 * @param lock for a lock that another session holds
 * @param statement for one statement
 * @param idle in a transaction between two statements
 */
public record Limits(Duration connect, Duration lock, Duration statement, Duration idle) {
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofSeconds(30));

    /** The same with another time for one statement. */
    public Limits withStatement(Duration longest) {
        return new Limits(connect, lock, longest, idle);
    }
}
