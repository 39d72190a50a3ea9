package dev.restamp.postgres;

import dev.restamp.core.revision.StampStep;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

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
        };
    }

    private String where(String id) {
        var condition = " WHERE version_num = " + value.apply(id);
        return Collections.frequency(rows, id) > 1
                ? " WHERE ctid = (SELECT ctid FROM " + table + condition + " LIMIT 1)"
                : condition;
    }
}
