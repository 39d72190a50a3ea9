package dev.restamp.core.revision;

import java.util.List;

/**
 * What a version table says.
 *
 * @param table the table, quoted where needed, as it would stand in SQL: {@code public.alembic_version}
 * @param state whether there is a table and whether it could be read
 * @param ids its rows in the order the server gave them; duplicates kept. A NULL is the empty string. Of a log: the last
 *     revision that has been applied, and those that the project does not know
 * @param rows of a log the rows themselves, in the order they ran; else none
 * @param locks of a log what stands in the tool's lock table
 */
public record VersionRows(String table, State state, List<String> ids, List<TableRow> rows, List<TableRow> locks) {
    /** Whether the rows are the truth, and why not. */
    public enum State {
        /** There is a table and {@code ids} are its rows. */
        READ,
        /** There is no such table. */
        NO_TABLE,
        /** There is one, but this role may not read it. */
        NOT_READABLE
    }

    public VersionRows {
        ids = List.copyOf(ids);
        rows = List.copyOf(rows);
        locks = List.copyOf(locks);
    }

    /** Rows that hold nothing but an id. */
    public VersionRows(String table, State state, List<String> ids) {
        this(table, state, ids, List.of(), List.of());
    }

    /** How many rows the table has. */
    public int count() {
        return rows.isEmpty() ? ids.size() : rows.size();
    }

    /** The same rows, said otherwise. */
    public VersionRows saying(List<String> others) {
        return new VersionRows(table, state, others, rows, locks);
    }

    public static VersionRows read(String table, List<String> ids) {
        return new VersionRows(table, State.READ, ids);
    }
}
