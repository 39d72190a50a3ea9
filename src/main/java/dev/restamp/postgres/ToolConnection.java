package dev.restamp.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * A way in for a migration tool that runs in this process: plain JDBC connections that can write, in the role and with the
 * search path that the URL asks for.
 *
 * <p>They have no limit on a statement, as a migration may take long, and set both for the session, as the tool begins and
 * ends its transactions itself: behind a transaction pooler that does not hold.
 */
public final class ToolConnection implements AutoCloseable {
    /** No migration takes longer, and the driver counts in milliseconds. */
    private static final Duration ENDLESS = Duration.ofDays(20);

    private final Connector connector;
    private final String application;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * To the database that {@code reading} reads.
     *
     * @param application what others see it as: {@code flyway}
     */
    public ToolConnection(Database reading, String application) {
        this.connector = reading.connector().unhurried(ENDLESS);
        this.application = application;
    }

    /** Where to get connections from, each a new one. Those that are left open are closed with this. */
    public DataSource source() {
        return new ToolSource(this::connect);
    }

    /** Makes the statements fail that run now. No further connection is given. */
    public void cancel() {
        stopped = true;
        for (var connection : open) {
            try {
                connection.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException _) {
                // What runs there is stopped by close, if the tool does not end before.
            }
        }
    }

    /** Ends the connections, whatever runs there. */
    @Override
    public void close() {
        stopped = true;
        for (var connection : open) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException _) {
                // It is given up either way.
            }
        }
    }

    private Connection connect() throws SQLException {
        if (stopped) {
            throw new SQLException("interrupted");
        }
        var connection = connector.open().connection();
        try {
            Transaction.run(connection, settings());
        } catch (SQLException failure) {
            Database.closeQuietly(connection);
            throw failure;
        }
        open.add(connection);
        if (stopped) {
            close(); // it was not among those that cancel has seen
        }
        return connection;
    }

    private String settings() {
        var url = connector.url();
        return set("application_name", Optional.of(application))
                + set("role", url.role())
                + set("search_path", url.searchPath());
    }

    private static String set(String setting, Optional<String> value) {
        return value.map(text -> "SELECT pg_catalog.set_config('" + setting + "', " + Sql.literal(text) + ", false);\n")
                .orElse("");
    }
}
