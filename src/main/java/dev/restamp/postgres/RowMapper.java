package dev.restamp.postgres;

/** Makes a value of one row. The row is good only during the call. */
@FunctionalInterface
public interface RowMapper<T> {
    T map(Row row);
}
