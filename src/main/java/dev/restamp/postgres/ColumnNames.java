package dev.restamp.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Puts names where a statement answers with the numbers of columns. Ten thousand tables have fifty thousand lists of key
 * columns: looked up one by one on the server they cost more than all the rest of a snapshot.
 */
final class ColumnNames {
    /** By {@code indoption}: what stands after a key column of an index. */
    private static final List<String> ORDERS = List.of("", " DESC NULLS LAST", " NULLS FIRST", " DESC");

    private static final Sql OTHERS = Sql.beside(ColumnNames.class, "snapshot/column_names.sql");

    private final Map<String, Map<String, String>> byRelation = new HashMap<>();

    /** Those that no object of the snapshot has. */
    static ColumnNames read(Reading reading) {
        var names = new ColumnNames();
        reading.query(OTHERS, row -> names.add(row, ""));
        return names;
    }

    /**
     * The name of a column, from a row that has columns {@code #relation}, {@code #number} and {@code #quoted}.
     *
     * @param name what it is where {@code #quoted} is NULL
     */
    String add(Row row, String name) {
        var known = row.optionalText("#quoted").orElse(name);
        byRelation.computeIfAbsent(row.text("#relation"), _ -> new HashMap<>()).put(row.text("#number"), known);
        return known;
    }

    /**
     * Names, separated by commas. A column that is not known keeps its number.
     *
     * @param numbers {@code 16385:2 3}: a relation and columns of it; of an index {@code 16385:2 3:0 3}, with the order of
     *     each
     */
    String named(String numbers) {
        var parts = numbers.split(":", -1);
        var names = byRelation.getOrDefault(parts[0], Map.of());
        var columns = parts[1].split(" ", -1);
        var orders = parts.length > 2 ? parts[2].split(" ", -1) : new String[0];
        var list = new StringJoiner(", ");
        for (var i = 0; i < columns.length; i++) {
            var name = names.getOrDefault(columns[i], columns[i]);
            list.add(i < orders.length ? name + ORDERS.get(Integer.parseInt(orders[i])) : name);
        }
        return list.toString();
    }
}
