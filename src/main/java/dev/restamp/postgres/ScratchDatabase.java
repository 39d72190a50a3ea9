package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A database to build, break and throw away.
 *
 * <p>It exists for servers that Restamp itself has started: it writes whatever it is told, so it refuses every address
 * but loopback. A user's database is read through other classes, and written only in its version table.
 *
 * @param host a loopback address in digits, {@code 127.0.0.1} or {@code ::1}; no name, so that nothing is looked up
 */
public record ScratchDatabase(String host, int port, String user, String password, String name) {
    private static final String MAINTENANCE = "postgres";
    private static final String OURSELVES = "restamp practice";

    public ScratchDatabase {
        if (!InetAddress.ofLiteral(host).isLoopbackAddress()) {
            throw new IllegalArgumentException("not on this machine: " + host);
        }
    }

    /** Another database of the same server, whether it is there or not. */
    public ScratchDatabase sibling(String other) {
        return new ScratchDatabase(host, port, user, password, other);
    }

    /** Makes it, empty. */
    public void create() {
        sibling(MAINTENANCE).run("CREATE DATABASE " + quoted());
    }

    /** Makes it as a copy. Nobody may be connected to {@code original}. */
    public void createFrom(ScratchDatabase original) {
        sibling(MAINTENANCE).run("CREATE DATABASE " + quoted() + " TEMPLATE " + original.quoted());
    }

    /** Lets nobody connect any more, so that it stays as it is and can be copied at any time. */
    public void seal() {
        sibling(MAINTENANCE).run("ALTER DATABASE " + quoted() + " ALLOW_CONNECTIONS false");
    }

    /** Ends every session on it, so that it can be copied. */
    public void disconnectAll() {
        sibling(MAINTENANCE)
                .run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = "
                        + Sql.literal(name));
    }

    /** Removes it if it is there, and cuts the connections to it. */
    public void drop() {
        sibling(MAINTENANCE).run("DROP DATABASE IF EXISTS " + quoted() + " WITH (FORCE)");
    }

    /**
     * Runs statements, separated by semicolons, in one transaction where they allow one.
     *
     * @throws Problem if the server is gone
     * @throws IllegalStateException if a statement fails: scripts are our own, so that is a bug
     */
    public void run(String script) {
        try (var connection = connect(OURSELVES);
                var statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Runs a script that is not our own, statement by statement.
     *
     * @param file what to call it where something in it is wrong
     * @throws Problem with {@code Exit.USAGE}, the line and the server's words, if a statement fails
     */
    public void runFile(String file, String text) {
        try (var connection = connect(OURSELVES)) {
            runFile(connection, file, text);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static void runFile(Connection connection, String file, String text) throws SQLException {
        var script = SqlScript.of(text);
        script.commands().stream().findFirst().ifPresent(command -> {
            throw wrong(file, command.line(), command.text() + " is a command of psql, and no SQL");
        });
        script.unclosed().ifPresent(line -> {
            throw wrong(file, line, "what begins here never ends");
        });
        try (var statement = connection.createStatement()) {
            for (var one : script.statements()) {
                run(statement, file, one);
            }
        }
    }

    /**
     * Runs statements one after the other, and goes on after one that fails.
     *
     * @return for each of them the server's words; empty where it went well
     */
    public List<String> tryEach(List<String> statements) {
        try (var connection = connect(OURSELVES);
                var statement = connection.createStatement()) {
            var words = new ArrayList<String>();
            for (var one : statements) {
                words.add(refusal(statement, one));
            }
            return words;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static String refusal(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return StatementFailure.message(e);
        }
    }

    private static void run(Statement statement, String file, SqlScript.Statement one) {
        try {
            statement.execute(one.text());
        } catch (SQLException e) {
            throw wrong(file, one.line(), StatementFailure.message(e));
        }
    }

    private static Problem wrong(String file, int line, String what) {
        return new Problem(
                Exit.USAGE,
                file + ":" + line + ": " + what,
                "plain SQL, as one would send it: no commands of psql, no COPY FROM stdin (pg_dump --inserts writes it so)");
    }

    /** The password stays out. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + name;
    }

    /**
     * Runs statements in a transaction that stays open, as somebody who is at work.
     *
     * @param application what the server shows as the name of the program
     * @param file what to call the script where something in it is wrong
     * @throws Problem with {@code Exit.USAGE}, the line and the server's words, if a statement fails
     */
    public ScratchWork begin(String application, String file, String script) {
        try {
            var connection = connect(application);
            try {
                connection.setAutoCommit(false);
                runFile(connection, file, script);
                return new ScratchWork(connection);
            } catch (SQLException | Problem e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Connection connect(String application) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", application);
        settings.setProperty("preferQueryMode", "simple");
        var address = host.contains(":") ? "[" + host + "]" : host;
        return DriverManager.getConnection("jdbc:postgresql://" + address + ":" + port + "/" + name, settings);
    }

    private RuntimeException failure(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"))
                ? new Problem(Exit.CONNECTION, "the practice server does not answer at " + this, "practice start", e)
                : new IllegalStateException("practice script failed on " + this, e);
    }

    private String quoted() {
        return Sql.identifier(name);
    }
}
