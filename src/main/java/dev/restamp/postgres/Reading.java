package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postgresql.core.Parser;

/** One snapshot of a database, good until the work it was handed to returns. */
public final class Reading {
    private final Connection connection;
    private final List<String> searchPath;
    private final Function<SQLException, Problem> explain;

    Reading(Connection connection, List<String> searchPath, Function<SQLException, Problem> explain) {
        this.connection = connection;
        this.searchPath = List.copyOf(searchPath);
        this.explain = explain;
    }

    /** For what {@link #query} is too narrow for. */
    Connection connection() {
        return connection;
    }

    Problem explained(SQLException failure) {
        return explain.apply(failure);
    }

    /**
     * The schemas of the connection's own search path that exist, first the one a new table would go to. Statements run
     * with {@code pg_catalog} alone.
     */
    public List<String> searchPath() {
        return searchPath;
    }

    /**
     * All rows of one statement. A second one in the same text could end the transaction that keeps the first from writing.
     *
     * @param parameters for its question marks: text, numbers, truths, and lists of text as arrays
     * @throws Problem with the server's words where it refuses
     */
    public <T> List<T> query(Sql sql, RowMapper<T> mapper, Object... parameters) {
        refuseSeveral(sql, parameters.length > 0);
        try (var statement = connection.prepareStatement(sql.text())) {
            bind(statement, parameters);
            statement.setFetchSize(5000);
            var answer = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                var row = new Row(rows);
                while (rows.next()) {
                    answer.add(mapper.map(row));
                }
            }
            return answer;
        } catch (SQLException failure) {
            throw explain.apply(failure);
        } catch (Row.UncheckedSqlException failure) {
            throw explain.apply(failure.failure());
        }
    }

    /**
     * Few rows out of many, in one round trip. The server sets its workers on it, which it does not where rows are fetched in
     * portions. Where it fails the snapshot is as before.
     *
     * @throws Problem with the server's words where it refuses
     */
    public <T> List<T> sums(Sql sql, RowMapper<T> mapper) {
        refuseSeveral(sql, false);
        try {
            return Transaction.run(connection, "SAVEPOINT sums;\n" + sql.text() + ";\nRELEASE SAVEPOINT sums", mapper);
        } catch (SQLException failure) {
            var problem = explain.apply(failure);
            if (problem.exit() != Exit.CONNECTION) {
                run("ROLLBACK TO SAVEPOINT sums");
            }
            throw problem;
        }
    }

    /** The first row of a statement, where there is one. */
    public <T> Optional<T> first(Sql sql, RowMapper<T> mapper, Object... parameters) {
        return query(sql, mapper, parameters).stream().findFirst();
    }

    /** The server's major version. */
    public int version() {
        try {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException failure) {
            throw explain.apply(failure);
        }
    }

    /** How the server would carry a query out, a line for each step; it does not do it. */
    public List<String> plan(String query) {
        return query(Sql.of("EXPLAIN (COSTS OFF) " + query), row -> row.text("QUERY PLAN"));
    }

    /** Gives each statement that follows in this snapshot more or less time than the connection's limit. */
    public void allow(Duration statement) {
        allow(statement, "SET LOCAL statement_timeout = " + statement.toMillis());
    }

    private void allow(Duration statement, String settings) {
        run(settings);
        try {
            connection.setNetworkTimeout(
                    Runnable::run,
                    Math.toIntExact(statement.plus(Connector.GRACE).toMillis()));
        } catch (SQLException failure) {
            throw explain.apply(failure);
        }
    }

    /** The same, and the connection may wait as long for others that read in the same snapshot. */
    void allowTogether(Duration longest) {
        var millis = longest.toMillis();
        allow(
                longest,
                "SET LOCAL statement_timeout = " + millis + ";\nSET LOCAL idle_in_transaction_session_timeout = "
                        + millis);
    }

    /**
     * For statements on catalogs: their cost is overrated so far that compiling them takes longer than running them, at ten
     * thousand tables two thirds of the time.
     */
    void withoutCompiling() {
        run("SET LOCAL jit = off");
    }

    /** Work that may fail without spoiling the snapshot for the work after it. The problem is passed on. */
    public <T> T attempt(Supplier<T> work) {
        run("SAVEPOINT attempt");
        try {
            var result = work.get();
            run("RELEASE SAVEPOINT attempt");
            return result;
        } catch (Problem problem) {
            run("ROLLBACK TO SAVEPOINT attempt");
            throw problem;
        }
    }

    /** The same with another result where it fails. A user who stops it and a connection that is lost end it all. */
    public <T> T attempt(Supplier<T> work, Function<Problem, T> otherwise) {
        try {
            return attempt(work);
        } catch (Problem problem) {
            if (problem.exit() == Exit.INTERRUPTED || problem.exit() == Exit.CONNECTION) {
                throw problem;
            }
            return otherwise.apply(problem);
        }
    }

    private void refuseSeveral(Sql sql, boolean withParameters) {
        try {
            if (Parser.parseJdbcSql(sql.text(), true, withParameters, true, false, false)
                            .size()
                    > 1) {
                throw new Problem(Exit.USAGE, "several statements in one", "send them one at a time");
            }
        } catch (SQLException failure) {
            throw explain.apply(failure);
        }
    }

    private void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw explain.apply(failure);
        }
    }

    private void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof List<?> list) {
                statement.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }
}
