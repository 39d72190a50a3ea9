package dev.restamp.core.revision;

import java.util.List;

/**
 * What a version table says.
 *
 * @param table the table, quoted where needed, as it would stand in SQL: {@code public.alembic_version}
 * @param state whether there is a table and whether it could be read
 * @param ids its rows in the order the server gave them; duplicates kept. A NULL is the empty string
 */
public record VersionRows(String table, State state, List<String> ids) {
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
    }

    public static VersionRows read(String table, List<String> ids) {
        return new VersionRows(table, State.READ, ids);
    }
}
