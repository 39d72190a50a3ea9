package dev.restamp.core.recognition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A table of a database that may be a version table.
 *
 * @param sql both names, quoted where they need it: {@code public."SequelizeMeta"}
 * @param columns names with their types as PostgreSQL writes them, in the order of the table
 * @param why why its rows cannot be read; empty where they can
 */
public record SeenTable(String schema, String name, String sql, Map<String, String> columns, String why) {
    public SeenTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The type of a column; empty where there is no such column. */
    String type(String column) {
        return columns.getOrDefault(column, "");
    }
}
