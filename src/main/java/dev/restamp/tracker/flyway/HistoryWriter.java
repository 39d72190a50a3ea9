package dev.restamp.tracker.flyway;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.internal.util.AbbreviationUtils;
import org.jspecify.annotations.Nullable;

/** Rows in the making: those that stay, and new ones behind them as Flyway writes them. */
final class HistoryWriter {
    private final List<String> columns;
    private final List<TableRow> rows;
    private final String by;

    /**
     * @param rows that stay
     * @param columns that the table has
     * @param by who stands in new rows
     */
    HistoryWriter(List<TableRow> rows, List<String> columns, String by) {
        this.rows = new ArrayList<>(rows);
        this.columns = columns;
        this.by = by;
    }

    /** Those of the rows that are there; all where there are none. */
    static List<String> columns(List<TableRow> rows) {
        return rows.isEmpty()
                ? HistoryForm.COLUMNS
                : List.copyOf(rows.getFirst().values().keySet());
    }

    List<TableRow> rows() {
        return List.copyOf(rows);
    }

    /** The row that {@code migrate} leaves of a migration; it takes no time. */
    void ran(Migration migration) {
        if (!migration.hasCertainChecksum()) {
            throw new Problem(
                    Exit.REFUSED,
                    "the checksum of " + migration.shown() + " depends on who runs it and when: it cannot be foretold",
                    "let flyway migrate run it: it is repeatable");
        }
        add(
                migration.version().map(Object::toString),
                migration.description(),
                migration.type(),
                migration.script(),
                migration.checksum(),
                true);
    }

    /** The row that {@code baseline} writes. */
    void baseline(String version, String description) {
        add(Optional.of(version), description, "BASELINE", description, Optional.empty(), true);
    }

    /** The row with which {@code repair} says that another one does not count any more. */
    void deleted(HistoryRow row) {
        add(
                Optional.of(row.row().text("version")).filter(version -> !version.isEmpty()),
                row.description(),
                "DELETE",
                row.script(),
                row.checksum(),
                row.success());
    }

    void replace(TableRow row, TableRow other) {
        rows.set(rows.indexOf(row), other);
    }

    private void add(
            Optional<String> version,
            String description,
            String type,
            String script,
            Optional<Integer> checksum,
            boolean success) {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("installed_rank", String.valueOf(lastRank() + 1));
        all.put("version", version.orElse(null));
        all.put("description", AbbreviationUtils.abbreviateDescription(description));
        all.put("type", type);
        all.put("script", AbbreviationUtils.abbreviateScript(script));
        all.put("checksum", checksum.map(String::valueOf).orElse(null));
        all.put("installed_by", by);
        all.put("installed_on", "now");
        all.put("execution_time", "0");
        all.put("success", String.valueOf(success));
        all.keySet().retainAll(columns);
        rows.add(new TableRow(all));
    }

    private int lastRank() {
        return rows.stream()
                .map(HistoryRow::of)
                .mapToInt(HistoryRow::rank)
                .max()
                .orElse(0);
    }
}
