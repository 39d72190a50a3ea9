package dev.restamp.postgres;

import dev.restamp.core.Problem;
import java.util.UUID;

/**
 * The sessions that a tool opens by itself, known by the name it is given in {@code $PGAPPNAME}. A program that waits for a
 * statement does not hear Ctrl-C, and its statement would go on without it.
 *
 * @param application found nowhere else
 */
public record ToolSessions(String application, Database database) {
    private static final Sql CANCEL =
            Sql.of("SELECT pg_catalog.pg_cancel_backend(pid) AS done FROM pg_catalog.pg_stat_activity"
                    + " WHERE application_name = ? AND pid <> pg_catalog.pg_backend_pid()");

    /** @param tool what others see first in the name */
    public static ToolSessions of(String tool, Database database) {
        return new ToolSessions(
                tool + " by restamp " + UUID.randomUUID().toString().substring(0, 8), database);
    }

    /** Stops the statements that they run; a driver that does not know the variable is left alone. */
    public void cancel() {
        try {
            database.read(reading -> reading.query(CANCEL, row -> row.flag("done"), application));
        } catch (Problem unreachable) {
            // The tool is stopped all the same.
        }
    }
}
