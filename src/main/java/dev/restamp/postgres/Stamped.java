package dev.restamp.postgres;

import dev.restamp.core.revision.VersionRows;
import java.time.Instant;
import java.util.List;

/**
 * A committed change of a version table.
 *
 * @param after the table as read back after the commit
 * @param transaction the id of the transaction, with its epoch, as {@code pg_xact_status} takes it
 * @param committedAt by the clock of this machine
 */
public record Stamped(VersionRows after, long transaction, Instant committedAt) {
    /** What the rows stand for. */
    public List<String> rows() {
        return after.ids();
    }
}
