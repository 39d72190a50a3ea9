package dev.restamp.shell.data;

import dev.restamp.core.schema.ObjectKey;
import java.util.List;

/** Columns that do not count, as users name them: {@code updated_at}, {@code orders.updated_at}. */
final class LeftOut {
    private LeftOut() {}

    static boolean has(List<String> names, ObjectKey table, String column) {
        return names.stream()
                .anyMatch(one -> one.equals(column)
                        || one.equals(table.name() + "." + column)
                        || one.equals(TableNames.qualified(table) + "." + column));
    }
}
