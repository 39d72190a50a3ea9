package dev.restamp.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How every transaction begins: limits on each wait, and no search path that somebody could have put something in. */
final class Transaction {
    static final String READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n";
    static final String WRITE = "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE;\n";

    private Transaction() {}

    /**
     * The settings of one transaction, statements to follow its BEGIN. They take no snapshot.
     *
     * <p>Row security is off so that a policy which would hide rows fails the statement. It cannot be got round that way.
     */
    static String settings(Limits limits) {
        return """
               SET LOCAL search_path = pg_catalog, pg_temp;
               SET LOCAL row_security = off;
               SET LOCAL jit = off;
               SET LOCAL lock_timeout = %d;
               SET LOCAL statement_timeout = %d;
               SET LOCAL idle_in_transaction_session_timeout = %d""".formatted(
                        limits.lock().toMillis(),
                        limits.statement().toMillis(),
                        limits.idle().toMillis());
    }

    /** Role and search path a URL asks for, as statements to stand before what reads them; else nothing. */
    static String asAsked(DatabaseUrl url) {
        return set("role", url.role()) + searchPath(url.searchPath());
    }

    /** The search path of this transaction as a statement; nothing where there is none to set. */
    static String searchPath(Optional<String> path) {
        return set("search_path", path);
    }

    /** For this transaction only: behind a pooler the session is somebody else's next. */
    static String set(String setting, Optional<String> value) {
        return value.map(text -> "SELECT pg_catalog.set_config('" + setting + "', " + Sql.literal(text) + ", true);\n")
                .orElse("");
    }

    /** Runs several statements in one round trip, and reads the rows of the last one that has any. */
    static <T> List<T> run(Connection connection, String statements, RowMapper<T> mapper) throws SQLException {
        try (var statement = connection.createStatement()) {
            List<ResultSet> answers = new ArrayList<>();
            var isRows = statement.execute(statements);
            while (isRows || statement.getUpdateCount() >= 0) {
                if (isRows) {
                    answers.add(statement.getResultSet());
                }
                isRows = statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
            }
            return answers.isEmpty() ? List.of() : all(answers.getLast(), mapper);
        } catch (Row.UncheckedSqlException failure) {
            throw failure.failure();
        }
    }

    static void run(Connection connection, String statements) throws SQLException {
        run(connection, statements, _ -> "");
    }

    private static <T> List<T> all(ResultSet rows, RowMapper<T> mapper) throws SQLException {
        var answer = new ArrayList<T>();
        var row = new Row(rows);
        while (rows.next()) {
            answer.add(mapper.map(row));
        }
        return answer;
    }
}
