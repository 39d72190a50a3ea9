package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.stamp.StampPlan;
import dev.restamp.postgres.VersionSql;
import dev.restamp.postgres.VersionTableInfo;

/** Ids that are longer than the column of the version table: seen before anything is asked or written. */
final class RowWidth {
    /** What a column is widened to, at least. */
    private static final int WIDE = 64;

    private RowWidth() {}

    /** @throws Problem that says how to make room */
    static void check(VersionTableInfo table, StampPlan plan) {
        table.width()
                .ifPresent(width -> plan.after().stream()
                        .filter(id -> length(id) > width)
                        .findFirst()
                        .ifPresent(id -> {
                            throw tooLong(table, id, width);
                        }));
    }

    private static Problem tooLong(VersionTableInfo table, String id, int width) {
        var sql = table.table().sql();
        var wide = Math.max(WIDE, length(id));
        var hint = table.columnType().isPresent()
                ? "ALTER TABLE " + sql + " ALTER COLUMN version_num TYPE varchar(" + wide + ");"
                : VersionSql.create(sql, wide) + ";";
        var column = table.columnType()
                .map(type -> sql + ".version_num is " + type)
                .orElse(sql + " would be made as Alembic makes it, for " + width);
        return new Problem(
                Exit.REFUSED,
                "%s has %d characters, and %s: it does not fit".formatted(id, length(id), column),
                "make room, then stamp again:\n" + hint);
    }

    private static int length(String id) {
        return id.codePointCount(0, id.length());
    }
}
