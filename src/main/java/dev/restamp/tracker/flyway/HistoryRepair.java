package dev.restamp.tracker.flyway;

import dev.restamp.core.revision.TableRow;
import dev.restamp.tracker.flyway.MigrationName.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.api.MigrationState;

/** What {@code flyway repair} makes of rows: failures go, edited scripts count as they are, lost ones as deleted. */
final class HistoryRepair {
    private static final Set<MigrationState> LOST = Set.of(
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED,
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED);

    private final FlywayHistory history;
    private final List<TableRow> rows;
    private final String by;

    HistoryRepair(FlywayHistory history, List<TableRow> rows, String by) {
        this.history = history;
        this.rows = rows;
        this.by = by;
    }

    /** @param ids only these, in which case an edited repeatable migration counts as run again; empty for all */
    List<TableRow> repaired(Set<String> ids) {
        var kept = rows.stream()
                .filter(row -> HistoryRow.of(row).success() || !isMeant(HistoryRow.of(row), ids))
                .toList();
        var writer = new HistoryWriter(kept, HistoryWriter.columns(rows), by);
        var entries = Standing.of(history.resolved(), FlywayHistory.understood(kept), "latest", true).stream()
                .filter(entry -> entry.row().filter(row -> isMeant(row, ids)).isPresent())
                .toList();
        entries.forEach(entry -> deleteLost(entry, writer));
        entries.forEach(entry -> align(entry, writer));
        if (!ids.isEmpty()) {
            entries.stream()
                    .filter(entry -> entry.state() == MigrationState.OUTDATED)
                    .flatMap(entry -> entry.migration().stream())
                    .forEach(writer::ran);
        }
        return writer.rows();
    }

    private boolean isMeant(HistoryRow row, Set<String> ids) {
        return ids.isEmpty() || ids.contains(history.id(row));
    }

    private void deleteLost(Standing.Entry entry, HistoryWriter writer) {
        var row = entry.row().orElseThrow();
        if (LOST.contains(entry.state())
                && !row.isSynthetic()
                && !row.isUndo()
                && !Validation.isIgnored(entry, history.settings())) {
            writer.deleted(row);
        }
    }

    private void align(Standing.Entry entry, HistoryWriter writer) {
        var row = entry.row().orElseThrow();
        entry.migration()
                .filter(migration -> !row.isSynthetic() && entry.state() != MigrationState.UNDONE)
                .filter(migration -> isMisaligned(migration, row))
                .ifPresent(migration -> writer.replace(row.row(), aligned(row.row(), migration)));
    }

    /** A repeatable migration that was edited runs again; only a checksum of the older kind is brought up to date. */
    private static boolean isMisaligned(Migration migration, HistoryRow row) {
        if (migration.kind() == Kind.REPEATABLE) {
            return migration.hasCertainChecksum()
                    && migration.matches(row.checksum())
                    && !migration.checksum().equals(row.checksum());
        }
        return !migration.matches(row.checksum()) || !Objects.equals(migration.description(), row.description());
    }

    private static TableRow aligned(TableRow row, Migration migration) {
        return row.with("description", migration.description())
                .with("type", migration.type())
                .with("checksum", migration.checksum().map(String::valueOf).orElse(null));
    }
}
