package dev.restamp.core.rows;

import dev.restamp.core.schema.ObjectKey;
import java.util.OptionalLong;

/**
 * How many rows a table has.
 *
 * @param rows exact, in the snapshot of the count; empty where they could not be counted
 * @param estimate what the planner believes, 0 or more; empty where the table was never analysed
 * @param why where {@code rows} is empty, the reason; else empty
 */
public record RowCount(ObjectKey table, OptionalLong rows, OptionalLong estimate, String why) {
    /** Why rows are missing where there was no time left to count them. */
    public static final String TIME_LIMIT = "time limit";

    /** Why rows are missing where nobody asked for more than an estimate. */
    public static final String NOT_COUNTED = "not counted";

    private static final String MISSING = "there is no such table";

    /** Of a table that does not exist. */
    public static RowCount missing(ObjectKey table) {
        return new RowCount(table, OptionalLong.empty(), OptionalLong.empty(), MISSING);
    }

    /** Whether the table does not exist. */
    public boolean isMissing() {
        return why.equals(MISSING);
    }
}
