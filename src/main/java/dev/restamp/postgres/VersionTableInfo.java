package dev.restamp.postgres;

import dev.restamp.core.revision.VersionRows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version table as it is on a server.
 *
 * @param table the table that Alembic would use; where there is none, the one it would create
 * @param rows what it says
 * @param why where the rows are not readable, the reason; else empty
 * @param columnType of {@code version_num}: {@code character varying(32)}; empty where there is no such column
 * @param primaryKey whether {@code version_num} alone is the primary key, without which a row can be there twice
 * @param rights what this role may do with the table
 * @param others tables of the same name in other schemas: another search path would use them instead
 */
public record VersionTableInfo(
        TableName table,
        VersionRows rows,
        String why,
        Optional<String> columnType,
        boolean primaryKey,
        Rights rights,
        List<TableName> others) {
    private static final Pattern LIMITED = Pattern.compile("character(?: varying)?\\((\\d+)\\)");

    public VersionTableInfo {
        others = List.copyOf(others);
    }

    /** The same, its rows said otherwise. */
    public VersionTableInfo saying(VersionRows said) {
        return new VersionTableInfo(table, said, why, columnType, primaryKey, rights, others);
    }

    /** How many characters of an id fit; empty for any number. A table that is yet to be made is as wide as Alembic's. */
    public OptionalInt width() {
        if (columnType.isEmpty()) {
            return OptionalInt.of(VersionSql.WIDTH);
        }
        var match = LIMITED.matcher(columnType.get());
        return match.matches() ? OptionalInt.of(Integer.parseInt(match.group(1))) : OptionalInt.empty();
    }

    /** The privileges of a role on a table. */
    public record Rights(boolean select, boolean insert, boolean update, boolean delete) {
        public static final Rights NONE = new Rights(false, false, false, false);

        /** Whether every kind of step can be written. */
        public boolean all() {
            return select && insert && update && delete;
        }

        /** In SQL's words: {@code select insert update delete}. */
        @Override
        public String toString() {
            return String.join(
                    " ",
                    Stream.of(
                                    select ? "select" : "",
                                    insert ? "insert" : "",
                                    update ? "update" : "",
                                    delete ? "delete" : "")
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
    }
}
