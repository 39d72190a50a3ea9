package dev.restamp.postgres;

import dev.restamp.core.Problem;
import dev.restamp.core.recognition.KnownTable;
import dev.restamp.core.recognition.KnownTable.Newest;
import dev.restamp.core.recognition.KnownTables;
import dev.restamp.core.recognition.RecognisedTable;
import dev.restamp.core.recognition.Recognition;
import dev.restamp.core.recognition.SeenTable;
import dev.restamp.core.recognition.TrackerState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the version tables of any tool. */
public final class TrackerReader {
    /** A history of more rows is cut at its old end. */
    private static final int MOST = 10_000;

    private static final Sql TABLES = Sql.beside(TrackerReader.class, "tracker-tables.sql");

    private TrackerReader() {}

    /** The version tables of every user schema, without their rows, by schema and name. One statement on the catalog. */
    public static List<RecognisedTable> tables(Reading reading) {
        return Recognition.of(reading.query(
                TABLES, TrackerReader::seen, List.copyOf(KnownTables.tables()), List.copyOf(KnownTables.telltales())));
    }

    /**
     * What such a table says.
     *
     * @throws Problem with {@code Exit.TIMEOUT} where the table is locked against readers
     */
    public static TrackerState state(Reading reading, RecognisedTable recognised) {
        record Line(Map<String, String> values, long count) {}

        var tool = recognised.tool();
        try {
            var lines = reading.query(
                    rows(tool, recognised.table()),
                    row -> new Line(values(tool, row), row.number("rows of the table")));
            return TrackerState.of(
                    tool,
                    lines.stream().map(Line::values).toList(),
                    lines.isEmpty() ? 0 : lines.getFirst().count());
        } catch (Problem problem) {
            throw VersionReader.named(problem, recognised.table().sql());
        }
    }

    private static SeenTable seen(Row row) {
        var names = row.texts("columns");
        var types = row.texts("types");
        var columns = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            columns.put(names.get(i), types.get(i));
        }
        return new SeenTable(row.text("schema"), row.text("name"), row.text("sql"), columns, why(row));
    }

    private static String why(Row row) {
        if (!row.flag("usage")) {
            return "this role has no USAGE on schema " + row.text("schema");
        }
        if (!row.flag("may_select")) {
            return "this role may not SELECT from it";
        }
        return row.flag("row_security") ? "row security would hide rows from this role" : "";
    }

    private static Sql rows(KnownTable tool, SeenTable table) {
        var text = new StringBuilder("SELECT count(*) OVER () AS \"rows of the table\"");
        tool.read().forEach(column -> {
            var name = Sql.identifier(column);
            text.append(", ").append(tool.when().filter(column::equals).isPresent() ? seconds(name) : name + "::text");
            text.append(" AS ").append(name);
        });
        text.append(" FROM ").append(table.sql());
        tool.newest().ifPresent(newest -> text.append(" ORDER BY ").append(order(newest)));
        return Sql.of(text.append(" LIMIT ").append(MOST).toString());
    }

    private static String seconds(String name) {
        return "pg_catalog.date_trunc('second', " + name + ")::text";
    }

    private static String order(Newest newest) {
        var name = Sql.identifier(newest.column());
        var value = newest.text() ? name + " COLLATE \"C\"" : name;
        return (newest.digits() ? "pg_catalog.length(" + name + ") DESC NULLS LAST, " : "") + value
                + " DESC NULLS LAST";
    }

    private static Map<String, String> values(KnownTable tool, Row row) {
        var values = new LinkedHashMap<String, String>();
        tool.read().forEach(column -> values.put(column, row.text(column)));
        return values;
    }
}
