package dev.restamp.core.rows;

import dev.restamp.core.schema.ObjectKey;
import java.util.Comparator;
import java.util.List;

/**
 * A table as far as its rows matter.
 *
 * @param columns in the order of their names, character by character
 */
public record DataTable(ObjectKey key, List<DataColumn> columns) {
    public DataTable {
        columns = List.copyOf(columns);
    }

    /** What names a row, the leading column first: the primary key, else a unique one without NULL; empty for none. */
    public List<DataColumn> rowKey() {
        return columns.stream()
                .filter(column -> column.place() > 0)
                .sorted(Comparator.comparingInt(DataColumn::place))
                .toList();
    }
}
