package dev.restamp.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Somebody at work in a {@link ScratchDatabase}: a transaction that is open until it is ended here, or cut off. */
public final class ScratchWork implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Connection connection;

    ScratchWork(Connection connection) {
        this.connection = connection;
    }

    /** Whether it is still at work: nobody has ended its session. */
    public boolean isAtWork() {
        try {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (SQLException gone) {
            return false;
        }
    }

    /** Commits and leaves. Where the session was cut off, there is nothing to commit any more. */
    @Override
    public void close() {
        try (connection) {
            connection.commit();
        } catch (SQLException gone) {
            // The server has rolled it back.
        }
    }
}
