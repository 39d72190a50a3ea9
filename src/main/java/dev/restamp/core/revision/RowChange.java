package dev.restamp.core.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of one row of a version table.
 *
 * @param key the columns that tell the row from the others
 * @param from the row as it is; empty for a new one
 * @param to the row as it will be; empty where it is taken away
 */
public record RowChange(List<String> key, Optional<TableRow> from, Optional<TableRow> to) {
    public RowChange {
        key = List.copyOf(key);
    }

    /** From rows to rows in as few changes as possible: deletes, updates, inserts, each in the order of the rows. */
    public static List<RowChange> between(List<String> key, List<TableRow> before, List<TableRow> after) {
        var vanishing = new ArrayList<>(before);
        var appearing = new ArrayList<>(after);
        after.forEach(vanishing::remove);
        before.forEach(appearing::remove);
        var wanted = new LinkedHashMap<List<String>, TableRow>();
        appearing.forEach(row -> wanted.put(identity(key, row), row));
        var deletes = new ArrayList<RowChange>();
        var updates = new ArrayList<RowChange>();
        for (var row : vanishing) {
            var other = Optional.ofNullable(wanted.remove(identity(key, row)));
            other.ifPresent(appearing::remove);
            (other.isPresent() ? updates : deletes).add(new RowChange(key, Optional.of(row), other));
        }
        deletes.addAll(updates);
        appearing.forEach(row -> deletes.add(new RowChange(key, Optional.empty(), Optional.of(row))));
        return List.copyOf(deletes);
    }

    /** The same taken back. */
    public RowChange reversed() {
        return new RowChange(key, to, from);
    }

    /** The columns that tell the row, and their values. */
    public Map<String, String> identity() {
        var row = from.or(() -> to).orElseThrow();
        var values = new LinkedHashMap<String, String>();
        key.forEach(column -> values.put(column, row.text(column)));
        return values;
    }

    private static List<String> identity(List<String> key, TableRow row) {
        return key.stream().map(row::text).toList();
    }
}
