package dev.restamp.shell.command;

import static java.util.stream.Collectors.joining;

import dev.restamp.core.rows.RowDifference;
import dev.restamp.core.rows.RowDifference.Values;
import dev.restamp.shell.data.Rows;
import dev.restamp.shell.render.Escape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Statements that would make the right side's rows like the left's. They are printed, never run.
 *
 * @param redactor takes secrets out of what is printed: a statement would write what it puts in their place
 */
record RowSketch(Rows.Outcome outcome, UnaryOperator<String> redactor) {
    /** Values are written as they are read under these. */
    private static final String SETTINGS =
            "SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex';"
                    + " SET extra_float_digits = 3; SET lc_monetary = 'C';";

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "-- a sketch: read it, and run it on the right side in a transaction; triggers and foreign keys are yours");
        if (!outcome.shown().isEmpty()) {
            lines.add(SETTINGS);
        }
        outcome.shown().forEach(one -> statements(one).stream().map(this::safe).forEach(lines::add));
        if (outcome.shown().size() < outcome.keys().size() || outcome.beyond() > 0) {
            lines.add("-- more rows differ: --limit 0");
        }
        return lines;
    }

    private String safe(String statement) {
        return redactor.apply(statement).equals(statement)
                ? statement
                : "-- a statement is left out: a value in it looks like a password, which is never printed";
    }

    private List<String> statements(RowDifference one) {
        return switch (one.kind()) {
            case ADDED -> one.left().stream().map(this::insert).toList();
            case MISSING -> List.of(delete(one.right().getFirst()));
            case CHANGED -> List.of(update(one));
            case REPEATED -> outcome.key().isEmpty() ? asOften(one) : replaced(one);
        };
    }

    private List<String> replaced(RowDifference one) {
        var all = new ArrayList<>(List.of(delete(one.right().getFirst())));
        one.left().forEach(row -> all.add(insert(row)));
        return all;
    }

    /** Of rows that are all the same the one side has more. */
    private List<String> asOften(RowDifference one) {
        var more = one.left().size() - one.right().size();
        return more > 0
                ? Collections.nCopies(more, insert(one.left().getFirst()))
                : List.of("DELETE FROM " + name() + " WHERE (tableoid, ctid) IN (SELECT tableoid, ctid FROM " + name()
                        + " WHERE " + where(one.right().getFirst()) + " LIMIT " + -more + ");");
    }

    private String insert(Values row) {
        return "INSERT INTO " + name() + " ("
                + outcome.columns().stream().map(Escape::identifier).collect(joining(", "))
                + ") OVERRIDING SYSTEM VALUE VALUES ("
                + row.values().stream().map(RowSketch::literal).collect(joining(", ")) + ");";
    }

    private String update(RowDifference one) {
        var left = one.left().getFirst();
        return "UPDATE " + name() + " SET "
                + one.changed().stream()
                        .map(i -> Escape.identifier(outcome.columns().get(i)) + " = "
                                + literal(left.values().get(i)))
                        .collect(joining(", "))
                + " WHERE " + where(one.right().getFirst()) + ";";
    }

    private String delete(Values row) {
        return "DELETE FROM " + name() + " WHERE " + where(row) + ";";
    }

    /** By the key; where there is none by every value, as text, since not every type can be compared. */
    private String where(Values row) {
        return IntStream.range(0, outcome.columns().size())
                .filter(i -> outcome.key().isEmpty()
                        || outcome.key().contains(outcome.columns().get(i)))
                .mapToObj(i -> condition(i, row.values().get(i)))
                .collect(joining(" AND "));
    }

    private String condition(int column, Optional<String> value) {
        var name = Escape.identifier(outcome.columns().get(column));
        var compared = outcome.key().isEmpty() ? name + outcome.casts().get(column) : name;
        return value.map(text -> compared + " = " + Escape.literal(text)).orElse(name + " IS NULL");
    }

    private static String literal(Optional<String> value) {
        return value.map(Escape::literal).orElse("NULL");
    }

    private String name() {
        return outcome.table().path().stream().map(Escape::identifier).collect(joining("."));
    }
}
