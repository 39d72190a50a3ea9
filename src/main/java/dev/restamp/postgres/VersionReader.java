package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.postgres.VersionTableInfo.Rights;
import java.util.List;
import java.util.Optional;

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
        var candidates = reading.query(CANDIDATES, Candidate::of, table.name());
        var path = table.schema().map(List::of).orElse(reading.searchPath());
        return path.stream()
                .flatMap(schema -> candidates.stream().filter(candidate -> candidate.isIn(schema)))
                .findFirst()
                .map(found -> found.info(reading, outside(found.table().schema(), candidates)))
                .orElseGet(() -> missing(reading, table.name(), path, outside("", candidates)));
    }

    /** The rows of a table whose name is known, in the order the server gives them. */
    static List<String> rows(Reading reading, TableName table) {
        try {
            return reading.query(Sql.of("SELECT version_num::text AS id FROM " + table.sql()), row -> row.text("id"));
        } catch (Problem problem) {
            throw named(problem, table.sql());
        }
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
            boolean rowSecurity) {
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
                    row.flag("row_security"));
        }

        boolean isIn(String schema) {
            return table.schema().equals(schema);
        }

        VersionTableInfo info(Reading reading, List<TableName> others) {
            var why = whyNotReadable();
            var rows = why.isEmpty()
                    ? VersionRows.read(table.sql(), VersionReader.rows(reading, table))
                    : new VersionRows(table.sql(), State.NOT_READABLE, List.of());
            return new VersionTableInfo(table, rows, why, columnType, primaryKey, rights, others);
        }

        private String whyNotReadable() {
            if (columnType.isEmpty()) {
                return "it has no column version_num";
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
