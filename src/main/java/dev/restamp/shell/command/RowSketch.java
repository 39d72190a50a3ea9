package dev.restamp.shell.command;

import dev.restamp.core.rows.RowDifference;
import dev.restamp.core.rows.RowDifference.Values;
import dev.restamp.postgres.Sql;
import dev.restamp.shell.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements that would make the right side's rows like the left's. They are printed, never run. */
record RowSketch(String table, Rows.Outcome outcome) {
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "-- a sketch: read it, and run it on the right side in a transaction; triggers and foreign keys are yours");
        outcome.shown().forEach(one -> lines.addAll(statements(one)));
        if (outcome.shown().size() < outcome.keys().size() || outcome.beyond() > 0) {
            lines.add("-- more rows differ: --limit 0");
        }
        return lines;
    }

    private List<String> statements(RowDifference one) {
        return switch (one.kind()) {
            case ADDED -> one.left().stream().map(this::insert).toList();
            case MISSING -> List.of(delete(one.right().getFirst(), one.right().size()));
            case CHANGED -> List.of(update(one));
            case REPEATED -> {
                var all = new ArrayList<String>();
                all.add(delete(one.right().getFirst(), 0));
                one.left().forEach(row -> all.add(insert(row)));
                yield all;
            }
        };
    }

    private String insert(Values row) {
        return "INSERT INTO " + name() + " ("
                + outcome.columns().stream().map(Sql::identifier).collect(Collectors.joining(", "))
                + ") OVERRIDING SYSTEM VALUE VALUES ("
                + row.values().stream().map(RowSketch::literal).collect(Collectors.joining(", ")) + ");";
    }

    private String update(RowDifference one) {
        var left = one.left().getFirst();
        return "UPDATE " + name() + " SET "
                + one.changed().stream()
                        .map(i -> Sql.identifier(outcome.columns().get(i)) + " = "
                                + literal(left.values().get(i)))
                        .collect(Collectors.joining(", "))
                + " WHERE " + where(one.right().getFirst()) + ";";
    }

    /** @param times of several equal rows so many; 0 for all */
    private String delete(Values row, int times) {
        return outcome.key().isEmpty() && times > 0
                ? "DELETE FROM " + name() + " WHERE ctid IN (SELECT ctid FROM " + name() + " WHERE " + where(row)
                        + " LIMIT " + times + ");"
                : "DELETE FROM " + name() + " WHERE " + where(row) + ";";
    }

    /** By the key; where there is none by every value, as text, since not every type can be compared. */
    private String where(Values row) {
        return IntStream.range(0, outcome.columns().size())
                .filter(i -> outcome.key().isEmpty()
                        || outcome.key().contains(outcome.columns().get(i)))
                .mapToObj(i -> condition(outcome.columns().get(i), row.values().get(i)))
                .collect(Collectors.joining(" AND "));
    }

    private String condition(String column, Optional<String> value) {
        var name = Sql.identifier(column);
        return value.map(text -> (outcome.key().isEmpty() ? name + "::text" : name) + " = " + Sql.literal(text))
                .orElse(name + " IS NULL");
    }

    private static String literal(Optional<String> value) {
        return value.map(Sql::literal).orElse("NULL");
    }

    /** As it was typed: {@code billing.orders} is a schema and its table. */
    private String name() {
        return List.of(table.split("\\.", 2)).stream().map(Sql::identifier).collect(Collectors.joining("."));
    }
}
