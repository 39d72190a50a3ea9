package dev.restamp.postgres;

import java.time.Instant;
import java.util.List;

/**
 * A committed change of a version table.
 *
 * @param rows as read back after the commit
 * @param transaction the id of the transaction, with its epoch, as {@code pg_xact_status} takes it
 * @param committedAt by the clock of this machine
 */
public record Stamped(List<String> rows, long transaction, Instant committedAt) {
    public Stamped {
        rows = List.copyOf(rows);
    }
}
