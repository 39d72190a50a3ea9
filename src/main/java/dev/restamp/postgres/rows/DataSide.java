package dev.restamp.postgres.rows;

import dev.restamp.core.rows.DataColumn;
import dev.restamp.core.rows.DataTable;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.Row;
import dev.restamp.postgres.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a database before its rows are read.
 *
 * @param usual whether its server hashes as others do
 */
record DataSide(
        Readers readers,
        Map<ObjectKey, Countable> relations,
        Map<ObjectKey, DataTable> shapes,
        String encoding,
        boolean usual) {
    private static final Sql COLUMNS = Sql.beside(DataSide.class, "columns.sql");
    private static final Sql ENCODING = Sql.of("SELECT current_setting('server_encoding') AS encoding");

    /** Looks, and prepares the connections for reading rows. */
    static DataSide of(Readers readers) {
        return of(readers, List.of());
    }

    /** Looks at these tables only, each as {@code schema.table}; at all where none is named. */
    static DataSide of(Readers readers, List<String> names) {
        readers.prepare(Pins::set);
        var reading = readers.first();
        var relations = new LinkedHashMap<ObjectKey, Countable>();
        Countable.of(reading, names).forEach(one -> relations.put(one.key(), one));
        return new DataSide(
                readers,
                relations,
                shapes(reading, names),
                reading.first(ENCODING, row -> row.text("encoding")).orElseThrow(),
                Pins.hashesAsUsual(reading));
    }

    private static Map<ObjectKey, DataTable> shapes(Reading reading, List<String> names) {
        var columns = new HashMap<ObjectKey, List<DataColumn>>();
        reading.query(
                COLUMNS,
                row -> columns.computeIfAbsent(
                                ObjectKey.of(Kind.TABLE, row.text("schema"), row.text("name")), _ -> new ArrayList<>())
                        .add(column(row)),
                names,
                names);
        var shapes = new HashMap<ObjectKey, DataTable>();
        columns.forEach((key, all) -> shapes.put(key, new DataTable(key, all)));
        return shapes;
    }

    private static DataColumn column(Row row) {
        return new DataColumn(
                row.text("column"),
                row.text("type"),
                row.text("base"),
                row.flag("nullable"),
                row.flag("generated"),
                (int) row.number("place"),
                row.text("extension"));
    }

    /** Its columns; a table may have none. */
    DataTable shape(ObjectKey table) {
        return shapes.getOrDefault(table, new DataTable(table, List.of()));
    }

    Optional<Countable> relation(ObjectKey table) {
        return Optional.ofNullable(relations.get(table));
    }

    /** The first of the names that exists. */
    Optional<ObjectKey> find(List<ObjectKey> names) {
        return names.stream().filter(relations::containsKey).findFirst();
    }
}
