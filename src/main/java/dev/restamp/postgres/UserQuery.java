package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a statement of the user's own, which only reads: as the connection's own search path and policies have it. */
public final class UserQuery {
    /** Rows that are shown of an answer. */
    public static final int MOST = 1_000;

    private static final Set<Integer> NUMBERS =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.DOUBLE, Types.NUMERIC, Types.DECIMAL);

    private UserQuery() {}

    /**
     * What the server answered.
     *
     * @param rows in the order of the columns, each value as the server writes it; NULL is empty
     * @param cut whether there are more rows
     */
    public record Answer(List<Column> columns, List<List<Optional<String>>> rows, boolean cut) {
        public Answer {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** @param type as PostgreSQL calls it: {@code int4} */
    public record Column(String name, String type, boolean number) {}

    /**
     * Runs it, once it is known to read.
     *
     * @throws Problem with {@code Exit.REFUSED} where it is not; with the server's words, and the place they are about
     */
    public static Answer run(Reading reading, String typed) {
        var sql = ReadingStatement.check(typed);
        try (var statement = reading.connection().createStatement()) {
            Transaction.run(reading.connection(), settings(reading.searchPath()));
            statement.setEscapeProcessing(false);
            statement.setMaxRows(MOST + 1);
            if (!statement.execute(sql)) {
                throw new Problem(Exit.REFUSED, "the statement answered with no rows", "help sql");
            }
            return answer(statement.getResultSet());
        } catch (SQLException failure) {
            throw UserFailure.explain(failure, sql, reading.explained(failure));
        }
    }

    /** As it would run in psql. Strings must end where they were seen to end. */
    private static String settings(List<String> searchPath) {
        var path = searchPath.stream()
                .map(name -> name.matches("[a-z_]+") ? name : "\"" + name.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(", "));
        return Transaction.set("search_path", Optional.of(path)) + "SET LOCAL row_security = on;\n"
                + "SET LOCAL standard_conforming_strings = on";
    }

    private static Answer answer(ResultSet rows) throws SQLException {
        var columns = columns(rows);
        var values = new ArrayList<List<Optional<String>>>();
        while (values.size() < MOST && rows.next()) {
            var row = new ArrayList<Optional<String>>();
            for (var i = 1; i <= columns.size(); i++) {
                row.add(Optional.ofNullable(rows.getString(i)));
            }
            values.add(List.copyOf(row));
        }
        return new Answer(columns, values, rows.next());
    }

    private static List<Column> columns(ResultSet rows) throws SQLException {
        var shape = rows.getMetaData();
        var columns = new ArrayList<Column>();
        for (var i = 1; i <= shape.getColumnCount(); i++) {
            // The driver calls an integer that counts up by the name of its default.
            var type = shape.getColumnTypeName(i)
                    .replace("bigserial", "int8")
                    .replace("smallserial", "int2")
                    .replace("serial", "int4");
            columns.add(new Column(shape.getColumnLabel(i), type, NUMBERS.contains(shape.getColumnType(i))));
        }
        return columns;
    }
}
