package dev.restamp.postgres;

import dev.restamp.core.revision.RowChange;
import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.TableRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that change a version table: with question marks to be run, with literals to be shown.
 *
 * @param rows the table's rows; one that is there several times is changed by its place, so that a statement changes one
 * @param value how an id stands in a statement
 */
public record VersionSql(String table, List<String> rows, UnaryOperator<String> value) {
    public VersionSql {
        rows = List.copyOf(rows);
    }

    /** What Alembic makes {@code version_num} wide enough for, in characters. */
    public static final int WIDTH = 32;

    /** For people: the table as Alembic makes it, but for the width. */
    public static String create(String table, int width) {
        var quoted = table.endsWith("\"");
        var name = table.substring(table.lastIndexOf(quoted ? ".\"" : ".") + 1);
        var key = quoted ? name.substring(0, name.length() - 1) + "_pkc\"" : name + "_pkc";
        return "CREATE TABLE %s (version_num VARCHAR(%d) NOT NULL, CONSTRAINT %s PRIMARY KEY (version_num))"
                .formatted(table, width, key);
    }

    /** For people: ids as literals. */
    public static VersionSql shown(String table, List<String> rows) {
        return new VersionSql(table, rows, id -> "'" + id.replace("'", "''") + "'");
    }

    /** The values come in the order of the text: of an update the new id first. */
    static VersionSql prepared(String table, List<String> rows) {
        return new VersionSql(table, rows, id -> "?");
    }

    public String of(StampStep step) {
        return switch (step) {
            case StampStep.Insert(var id) -> "INSERT INTO " + table + " (version_num) VALUES (" + value.apply(id) + ")";
            case StampStep.Update(var from, var to) ->
                "UPDATE " + table + " SET version_num = " + value.apply(to) + where(from);
            case StampStep.Delete(var id) -> "DELETE FROM " + table + where(id);
            case StampStep.Row(var change) -> of(change);
        };
    }

    private String of(RowChange change) {
        if (change.from().isEmpty()) {
            var row = change.to().orElseThrow().values();
            return "INSERT INTO " + table + " (" + String.join(", ", row.keySet()) + ") VALUES ("
                    + row.values().stream().map(this::orNull).collect(Collectors.joining(", ")) + ")";
        }
        return change.to()
                        .map(to -> "UPDATE " + table + " SET "
                                + assignments(change.from().get(), to))
                        .orElse("DELETE FROM " + table)
                + where(change);
    }

    private String assignments(TableRow from, TableRow to) {
        return changed(from, to).stream()
                .map(column -> column + " = " + orNull(to.values().get(column)))
                .collect(Collectors.joining(", "));
    }

    private String where(RowChange change) {
        var row = change.from().orElseThrow();
        return change.key().stream()
                .map(column ->
                        row.isNull(column) ? column + " IS NULL" : column + " = " + value.apply(row.text(column)))
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private String orNull(@Nullable String text) {
        return text == null ? "NULL" : value.apply(text);
    }

    /** The values of a statement's question marks, in their order. */
    static List<String> parameters(RowChange change) {
        var values = new ArrayList<@Nullable String>();
        change.to()
                .ifPresent(to -> change.from()
                        .map(from -> changed(from, to))
                        .orElseGet(() -> List.copyOf(to.values().keySet()))
                        .forEach(column -> values.add(to.values().get(column))));
        change.from()
                .ifPresent(from ->
                        change.key().forEach(column -> values.add(from.values().get(column))));
        return values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<String> changed(TableRow from, TableRow to) {
        return to.values().keySet().stream()
                .filter(column ->
                        !Objects.equals(from.values().get(column), to.values().get(column)))
                .toList();
    }

    private String where(String id) {
        var condition = " WHERE version_num = " + value.apply(id);
        return Collections.frequency(rows, id) > 1
                ? " WHERE ctid = (SELECT ctid FROM " + table + condition + " LIMIT 1)"
                : condition;
    }
}
