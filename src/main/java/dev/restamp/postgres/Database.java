package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * An open connection that can only read.
 *
 * <p>Three things see to it: there is no way to hand it a statement outside of {@link #read}, each read is a {@code READ
 * ONLY} transaction, and where no pooler stands between the session itself is read only. A connection that was lost is
 * opened again by the next read.
 */
public final class Database implements AutoCloseable {
    private static final String LOST = "the connection had been lost";
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Connector connector;
    private volatile @Nullable Connection connection;
    private volatile ServerInfo server;
    private volatile boolean cancelled;
    private volatile long lastUse = System.nanoTime();
    private Consumer<String> whenReopened = _ -> {};

    /** Beside {@link #connection}, while a read lasts that uses several. */
    private final Set<Connection> others = ConcurrentHashMap.newKeySet();

    private String whyClosed = "";

    private Database(Connector connector) {
        this.connector = connector;
        this.server = connect();
    }

    /**
     * Connects.
     *
     * @param password takes the place of the one in the URL
     * @throws Problem with {@code Exit.CONNECTION}, never with a password in it
     */
    public static Database connect(DatabaseUrl url, Optional<Secret> password, Limits limits) {
        return connect(url, password, limits, Renewal.NONE);
    }

    /** @param renewal asked for a password where one is needed, now and whenever the connection is opened again */
    public static Database connect(DatabaseUrl url, Optional<Secret> password, Limits limits, Renewal renewal) {
        return new Database(new Connector(url, password, limits, renewal));
    }

    /** Whether another password may help: none was given, or the server refused the one given. */
    public static boolean needsPassword(Problem problem) {
        return ConnectFailure.needsPassword(problem);
    }

    /** Hears, when a read has to open the connection again, why: {@code the connection had been lost}. */
    public void whenReopened(Consumer<String> listener) {
        whenReopened = listener;
    }

    /** Whether there is a session on the server now. */
    public boolean isOpen() {
        return connection != null;
    }

    public DatabaseUrl url() {
        return connector.url();
    }

    /** What the server said when it was last connected to. */
    public ServerInfo server() {
        return server;
    }

    /** The password that opens it now, for the environment of a tool and for the redactor; empty where none is needed. */
    public Optional<Secret> password() {
        return connector.password();
    }

    Connector connector() {
        return connector;
    }

    /**
     * Reads in one snapshot: one transaction, {@code REPEATABLE READ READ ONLY}, with limits on every wait.
     *
     * @throws Problem with the server's words where it refuses, with {@code Exit.TIMEOUT} where a limit is reached, with
     *     {@code Exit.INTERRUPTED} after {@link #cancel}
     */
    public synchronized <T> T read(Function<Reading, T> work) {
        cancelled = false;
        var searchPath = begin();
        try {
            return work.apply(new Reading(current(), searchPath, this::explain));
        } finally {
            end();
            lastUse = System.nanoTime();
        }
    }

    /**
     * Reads on several connections that see the same snapshot; on one where a pooler gives them out, as the others may not
     * be free before this one is.
     *
     * @param most connections
     */
    public <T> T readTogether(int most, Function<Readers, T> work) {
        return read(reading -> {
            var readers = new Readers(reading, server.transactionPooler() ? 1 : most, connector, this::explain, others);
            try {
                return work.apply(readers);
            } finally {
                readers.close();
            }
        });
    }

    /** Opens the connection anew, whether it is open or not. */
    public synchronized void reconnect() {
        drop("it was closed");
        server = connect();
    }

    /** Closes the connection and forgets a typed password, if nobody has read for so long; the next read opens it. */
    public synchronized void closeIfIdle(Duration longest) {
        if (connection != null && System.nanoTime() - lastUse > longest.toNanos()) {
            drop("it was closed after " + longest.toMinutes() + " min without use");
            connector.forgetPassword();
        }
    }

    /**
     * Reads something that nobody waits for: only over a connection that is open, and given up after a tenth of a second.
     * Empty where that was too short, or something went wrong.
     */
    public synchronized <T> Optional<T> glance(Function<Reading, T> work) {
        if (connection == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(reading -> {
                reading.allow(GLANCE);
                return work.apply(reading);
            }));
        } catch (Problem tooSlow) {
            return Optional.empty();
        }
    }

    /** Stops the statements that run in other threads, if there are some. */
    public void cancel() {
        cancelled = true;
        others.forEach(this::cancel);
        var open = connection;
        if (open != null) {
            cancel(open);
        }
    }

    private void cancel(Connection open) {
        try {
            open.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException failure) {
            throw explain(failure);
        }
    }

    /** Waits for a read in another thread; {@link #cancel} it first. */
    @Override
    public synchronized void close() {
        drop("it was closed");
    }

    private ServerInfo connect() {
        var opened = connector.open();
        try {
            var info = ServerReader.read(opened, connector.url());
            connection = opened.connection();
            lastUse = System.nanoTime();
            return info;
        } catch (SQLException failure) {
            closeQuietly(opened.connection());
            throw ConnectFailure.noRole(failure, connector.url()).orElseGet(() -> explain(failure));
        }
    }

    /** Begins, on a new connection if there is none or the one there is turns out to be dead. */
    private List<String> begin() {
        var open = connection;
        if (open != null) {
            try {
                return begin(open);
            } catch (SQLException failure) {
                if (!StatementFailure.isLost(failure)) {
                    throw explain(failure);
                }
                drop(LOST);
            }
        }
        reopen();
        try {
            return begin(current());
        } catch (SQLException failure) {
            throw explain(failure);
        }
    }

    private void reopen() {
        var before = server;
        server = connect();
        var same = before.databaseOid() == server.databaseOid()
                && before.systemIdentifier().equals(server.systemIdentifier());
        whenReopened.accept(whyClosed + (same ? "" : "; this is ANOTHER server or database than before"));
    }

    private List<String> begin(Connection open) throws SQLException {
        var statements = Transaction.READ
                + Transaction.asAsked(connector.url())
                + "SELECT pg_catalog.current_schemas(false) AS names;\n"
                + Transaction.settings(connector.limits());
        return Transaction.run(open, statements, row -> row.texts("names")).getFirst();
    }

    /** A connection on which this fails is of no more use; what was read before stands. */
    private void end() {
        try {
            if (connection != null) {
                Transaction.run(current(), "ROLLBACK");
                current().setNetworkTimeout(Runnable::run, (int)
                        connector.limits().statement().plus(Connector.GRACE).toMillis());
            }
        } catch (SQLException _) {
            drop(LOST);
        }
    }

    private Connection current() {
        var open = connection;
        if (open == null) {
            throw new Problem(Exit.CONNECTION, "not connected to " + url().display(), "`reconnect`");
        }
        return open;
    }

    private Problem explain(SQLException failure) {
        return StatementFailure.explain(failure, connector.limits(), cancelled);
    }

    private void drop(String why) {
        var open = connection;
        connection = null;
        whyClosed = why;
        if (open != null) {
            closeQuietly(open);
        }
    }

    static void closeQuietly(Connection open) {
        try {
            open.close();
        } catch (SQLException _) {
            // It is given up either way.
        }
    }
}
