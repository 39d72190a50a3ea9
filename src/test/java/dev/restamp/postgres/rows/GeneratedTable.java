package dev.restamp.postgres.rows;

import static java.util.stream.Collectors.joining;

import dev.restamp.postgres.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A table of columns and rows made by chance; each question may draw from the chance again. */
final class GeneratedTable {
    private final Random random;
    private final String name;
    private final boolean keyed;
    private final List<Column> columns;

    GeneratedTable(String name, Random random) {
        this.random = random;
        this.name = name;
        this.keyed = random.nextBoolean();
        this.columns = IntStream.rangeClosed(1, 1 + random.nextInt(12))
                .mapToObj(i -> new Column("c" + i, pick(Values.ALL), random.nextInt(3) > 0))
                .toList();
    }

    /** @param optional whether it may be NULL */
    private record Column(String name, Values values, boolean optional) {
        String declared(String type, boolean required) {
            return name + " " + type + (required ? " NOT NULL" : "");
        }
    }

    String name() {
        return name;
    }

    /** The columns, as they stand in a list. */
    String list() {
        return (keyed ? "id, " : "") + columns.stream().map(Column::name).collect(joining(", "));
    }

    /** Statements that make it, with rows. */
    List<String> make() {
        var parts = new ArrayList<String>();
        if (keyed) {
            parts.add("id int PRIMARY KEY");
        }
        columns.forEach(column -> parts.add(column.declared(column.values().type(), !column.optional())));
        var statements = new ArrayList<String>();
        statements.add("CREATE TABLE " + name + " (" + String.join(", ", parts) + ")");
        var rows = rows();
        for (var id = 1; id <= rows.size(); id++) {
            statements.add("INSERT INTO " + name + " (" + list() + ") VALUES (" + (keyed ? id + ", " : "")
                    + rows.get(id - 1) + ")");
        }
        return statements;
    }

    /** Two at least, some of them twice. */
    private List<String> rows() {
        var rows = new ArrayList<String>();
        rows.add(row());
        for (var more = 1 + random.nextInt(30); more > 0; more--) {
            rows.add(random.nextInt(4) == 0 ? pick(rows) : row());
        }
        return rows;
    }

    /** Statements that make one that can hold the same rows: other order, wider types, dropped columns, a key or none. */
    List<String> makeAnother() {
        var parts = new ArrayList<String>();
        if (keyed) {
            parts.add(pick(List.of("id int PRIMARY KEY", "id bigint PRIMARY KEY", "id int UNIQUE", "id int NOT NULL")));
        }
        columns.forEach(column -> parts.add(column.declared(
                random.nextInt(3) == 0
                        ? column.values().wider()
                        : column.values().type(),
                !column.optional() && random.nextBoolean())));
        parts.add("gone text DEFAULT 'x'");
        Collections.shuffle(parts, random);
        return List.of(
                "CREATE TABLE " + name + " (" + String.join(", ", parts) + ")",
                "ALTER TABLE " + name + " DROP COLUMN gone");
    }

    private String row() {
        return columns.stream()
                .map(column -> column.optional() && random.nextInt(4) == 0 ? "NULL" : value(column))
                .collect(joining(", "));
    }

    private String value(Column column) {
        return Sql.literal(pick(column.values().texts()));
    }

    /** A statement after which a row may be twice in it. */
    String withoutKey() {
        return "ALTER TABLE " + name + " DROP CONSTRAINT IF EXISTS " + name + "_pkey, DROP CONSTRAINT IF EXISTS " + name
                + "_id_key";
    }

    /**
     * Statements of which each changes a row, if anything.
     *
     * @param places of its rows
     */
    List<String> change(List<String> places) {
        var column = pick(columns);
        var one = "'" + pick(places) + "'";
        var other = "'" + pick(places) + "'";
        var update = "UPDATE " + name + " SET " + column.name() + " = ";
        var delete = "DELETE FROM " + name + " WHERE ctid = ";
        var copy = "INSERT INTO " + name + " SELECT * FROM " + name + " WHERE ctid = " + one;
        return switch (random.nextInt(5)) {
            case 0 -> List.of(update + value(column) + " WHERE ctid = " + one);
            case 1 ->
                List.of(update + "o." + column.name() + " FROM " + name + " o WHERE (" + name + ".ctid, o.ctid) IN (("
                        + one + ", " + other + "), (" + other + ", " + one + "))");
            case 2 -> List.of(copy);
            case 3 -> List.of(copy, delete + other);
            default -> List.of(delete + one);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
