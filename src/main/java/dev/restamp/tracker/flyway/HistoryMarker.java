package dev.restamp.tracker.flyway;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Rows by which migrations count as applied, or do not. */
final class HistoryMarker {
    private final FlywayHistory history;
    private final List<TableRow> rows;
    private final String by;

    HistoryMarker(FlywayHistory history, List<TableRow> rows, String by) {
        this.history = history;
        this.rows = rows;
        this.by = by;
    }

    /**
     * A baseline that stands for more than is to count goes, and what it stood for and still counts gets rows of its own.
     *
     * @param added oldest first
     */
    List<TableRow> marked(List<Migration> added, Set<String> dropped) {
        var kept = new ArrayList<TableRow>();
        var ran = new LinkedHashSet<Migration>();
        for (var row : FlywayHistory.understood(rows)) {
            if (row.isBaseline() && isTouched(row, dropped)) {
                history.covered(row).stream()
                        .filter(migration -> !dropped.contains(migration.id()))
                        .forEach(ran::add);
            } else if (!dropped.contains(history.id(row)) && !isFailureOf(row, added)) {
                kept.add(row.row());
            }
        }
        kept.forEach(row -> ran.removeIf(HistoryRow.of(row)::isFor));
        ran.addAll(added);
        var writer = new HistoryWriter(kept, HistoryWriter.columns(rows), by);
        ran.forEach(writer::ran);
        return writer.rows();
    }

    private boolean isTouched(HistoryRow baseline, Set<String> dropped) {
        return dropped.contains(history.id(baseline))
                || history.covered(baseline).stream().map(Migration::id).anyMatch(dropped::contains);
    }

    /** A failed run stops Flyway even where the migration has succeeded since. */
    private static boolean isFailureOf(HistoryRow row, List<Migration> added) {
        return !row.success() && added.stream().anyMatch(row::isFor);
    }

    /** Only where nothing has run: Flyway takes no baseline behind migrations. */
    List<TableRow> baselined(String id) {
        var version = history.migration(id)
                .flatMap(Migration::version)
                .orElseThrow(() -> new Problem(
                        Exit.USAGE, "a baseline is at a version, and " + id + " has none", "stamp VERSION --baseline"));
        FlywayHistory.understood(rows).stream()
                .filter(row -> !row.isSynthetic())
                .findFirst()
                .ifPresent(row -> {
                    throw new Problem(
                            Exit.REFUSED,
                            "no baseline where migrations have run: the table has a row for " + history.id(row),
                            "stamp " + id);
                });
        var kept = rows.stream().filter(row -> HistoryRow.of(row).isSchema()).toList();
        var writer = new HistoryWriter(kept, HistoryWriter.columns(rows), by);
        writer.baseline(version.toString(), history.settings().baselineDescription());
        return writer.rows();
    }
}
