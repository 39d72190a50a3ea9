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
public record RowCount(ObjectKey table, OptionalLong rows, OptionalLong estimate, String why) {}
