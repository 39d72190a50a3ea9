package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.TableForm;
import dev.restamp.core.revision.TableRow;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.postgres.VersionTableInfo.Rights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a version table. */
public final class VersionReader {
    private static final Sql CANDIDATES = Sql.beside(VersionReader.class, "version-table.sql");

    private VersionReader() {}

    /**
     * The table and its rows. A table without a schema is looked up along {@link Reading#searchPath}, as Alembic's own
     * statements would find it.
     *
     * @throws Problem with {@code Exit.TIMEOUT} where the table is locked against readers
     */
    public static VersionTableInfo read(Reading reading, VersionTable table) {
        var candidates = candidates(reading, table, table.name());
        var path = table.schema().map(List::of).orElse(reading.searchPath());
        return path.stream()
                .flatMap(schema -> candidates.stream().filter(candidate -> candidate.isIn(schema)))
                .findFirst()
                .map(found -> found.info(reading, table, outside(found.table().schema(), candidates)))
                .orElseGet(() -> missing(reading, table.name(), path, outside("", candidates)));
    }

    private static List<Candidate> candidates(Reading reading, VersionTable table, String name) {
        return reading.query(CANDIDATES, Candidate::of, table.form().columns().getFirst(), name);
    }

    /** What a table says that was found before. */
    static VersionRows rows(Reading reading, TableName table, VersionTable form) {
        return candidates(reading, form, table.name()).stream()
                .filter(candidate -> candidate.isIn(table.schema()))
                .findFirst()
                .map(candidate -> candidate.read(reading, form))
                .orElseThrow(
                        () -> new Problem(Exit.REFUSED, table + " is gone since the plan", "plan again: `status`"));
    }

    private static List<TableRow> rows(Reading reading, TableName table, List<String> columns, String order) {
        var list = columns.stream().map(VersionReader::asText).collect(Collectors.joining(", "));
        var sql = "SELECT " + list + " FROM " + table.sql() + (order.isEmpty() ? "" : " ORDER BY " + order);
        try {
            return reading.query(Sql.of(sql), row -> row(row, columns));
        } catch (Problem problem) {
            throw named(problem, table.sql());
        }
    }

    private static String asText(String column) {
        var quoted = "\"" + column.replace("\"", "\"\"") + "\"";
        return quoted + "::text AS " + quoted;
    }

    private static TableRow row(Row row, List<String> columns) {
        var values = new LinkedHashMap<String, @Nullable String>();
        columns.forEach(column -> values.put(column, row.optionalText(column).orElse(null)));
        return new TableRow(values);
    }

    /** What the tool has noted in the table beside it; nothing where there is none, or it may not be read. */
    private static List<TableRow> locks(Reading reading, VersionTable table, String schema) {
        return table.lock().stream()
                .flatMap(name -> candidates(reading, table, name).stream())
                .filter(lock ->
                        lock.isIn(schema) && lock.whyNotReadable(table.form()).isEmpty())
                .flatMap(lock -> rows(reading, lock.table(), lock.columns(), "").stream())
                .toList();
    }

    /** Of a table that is locked the server does not say which it is. */
    static Problem named(Problem problem, String table) {
        return StatementFailure.state(problem).equals(StatementFailure.LOCK)
                ? new Problem(problem.exit(), table + " is locked: " + problem.what(), problem.hint(), problem)
                : problem;
    }

    private static List<TableName> outside(String schema, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.isIn(schema))
                .map(Candidate::table)
                .toList();
    }

    private static VersionTableInfo missing(Reading reading, String name, List<String> path, List<TableName> others) {
        if (path.isEmpty()) {
            throw new Problem(
                    Exit.CONNECTION,
                    "the search path of this connection names no schema that exists",
                    "it comes from the URL, the role or the database: `SHOW search_path` in psql");
        }
        var table = reading.first(
                        Sql.of("SELECT pg_catalog.format('%I.%I', ?::text, ?::text) AS sql"),
                        row -> new TableName(path.getFirst(), name, row.text("sql")),
                        path.getFirst(),
                        name)
                .orElseThrow();
        return new VersionTableInfo(
                table,
                new VersionRows(table.sql(), State.NO_TABLE, List.of()),
                "",
                Optional.empty(),
                false,
                Rights.NONE,
                others);
    }

    /** A relation of the name looked for. */
    private record Candidate(
            TableName table,
            Optional<String> columnType,
            boolean primaryKey,
            boolean usage,
            Rights rights,
            boolean rowSecurity,
            List<String> columns) {
        static Candidate of(Row row) {
            var usage = row.flag("usage");
            return new Candidate(
                    new TableName(row.text("schema"), row.text("name"), row.text("sql")),
                    row.optionalText("column_type"),
                    row.flag("primary_key"),
                    usage,
                    new Rights(
                            usage && row.flag("may_select"),
                            usage && row.flag("may_insert"),
                            usage && row.flag("may_update"),
                            usage && row.flag("may_delete")),
                    row.flag("row_security"),
                    row.texts("columns"));
        }

        boolean isIn(String schema) {
            return table.schema().equals(schema);
        }

        VersionTableInfo info(Reading reading, VersionTable wanted, List<TableName> others) {
            var why = whyNotReadable(wanted.form());
            var rows =
                    why.isEmpty() ? read(reading, wanted) : new VersionRows(table.sql(), State.NOT_READABLE, List.of());
            return new VersionTableInfo(table, rows, why, columnType, primaryKey, rights, others);
        }

        private VersionRows read(Reading reading, VersionTable wanted) {
            var form = wanted.form();
            var known = form.columns().stream().filter(columns::contains).toList();
            var rows = VersionReader.rows(reading, table, known, form.order());
            return new VersionRows(
                    table.sql(),
                    State.READ,
                    form.ids(rows),
                    form.isLog() ? rows : List.of(),
                    locks(reading, wanted, table.schema()));
        }

        private String whyNotReadable(TableForm form) {
            if (columnType.isEmpty()) {
                return "it has no column " + form.columns().getFirst();
            }
            if (!usage) {
                return "this role has no USAGE on schema " + table.schema();
            }
            if (!rights.select()) {
                return "this role may not SELECT from it";
            }
            return rowSecurity ? "row security would hide rows from this role" : "";
        }
    }
}
