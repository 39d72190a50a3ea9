package dev.restamp.core.revision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a version table as it stands there.
 *
 * @param values by column, as the server writes them as text; null for NULL
 */
public record TableRow(Map<String, @Nullable String> values) {
    public TableRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable String>(values));
    }

    /** The empty text for NULL, and for a column that the table does not have. */
    public String text(String column) {
        var value = values.get(column);
        return value == null ? "" : value;
    }

    public boolean isNull(String column) {
        return values.get(column) == null;
    }

    /** The same with another value in one column. */
    public TableRow with(String column, @Nullable String value) {
        var changed = new LinkedHashMap<String, @Nullable String>(values);
        changed.put(column, value);
        return new TableRow(changed);
    }
}
