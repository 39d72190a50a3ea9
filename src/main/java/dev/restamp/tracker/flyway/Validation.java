package dev.restamp.tracker.flyway;

import dev.restamp.core.evidence.Finding;
import dev.restamp.core.revision.TableRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.pattern.ValidatePattern;

/** What {@code flyway validate} and {@code migrate} say of rows. */
final class Validation {
    private static final Set<MigrationState> OUT_OF_SCOPE = Set.of(
            MigrationState.UNDONE, MigrationState.DELETED, MigrationState.ABOVE_TARGET, MigrationState.SUPERSEDED);

    /** Types of rows that the community edition can read. */
    private static final Set<String> KNOWN_TYPES = Set.of(
            "SCHEMA",
            "BASELINE",
            "DELETE",
            "SQL",
            "JDBC",
            "SCRIPT",
            "CUSTOM",
            "UNDO_SCRIPT",
            "SQL_BASELINE",
            "JDBC_BASELINE",
            "SPRING_JDBC",
            "UNDO_SPRING_JDBC");

    private Validation() {}

    /** What stops {@code migrate}, first things first; empty where nothing does. */
    static Optional<String> obstacle(List<Standing.Entry> entries, FlywayHistory history, List<TableRow> rows) {
        var strange = FlywayHistory.understood(rows).stream()
                .filter(row -> !KNOWN_TYPES.contains(row.type().toUpperCase(Locale.ROOT)))
                .map(row -> "the row of " + history.id(row) + " has the type " + row.type()
                        + ", which Flyway's community edition does not know");
        var failed = entries.stream()
                .filter(entry -> entry.state().isFailed() && !isIgnored(entry, history.settings()))
                .flatMap(entry -> entry.row().stream())
                .map(row -> failed(row, history));
        var others = history.settings().validates()
                ? entries.stream()
                        .filter(entry -> !isIgnored(entry, history.settings()))
                        .flatMap(entry -> invalid(entry, history, rows).stream())
                : Stream.<String>empty();
        return Stream.of(strange, failed, others).flatMap(all -> all).findFirst();
    }

    private static String failed(HistoryRow row, FlywayHistory history) {
        return "Detected failed %s %s (%s)"
                .formatted(
                        row.version().isPresent() ? "migration to version" : "repeatable migration",
                        history.id(row),
                        row.description());
    }

    private static Optional<String> invalid(Standing.Entry entry, FlywayHistory history, List<TableRow> rows) {
        if (OUT_OF_SCOPE.contains(entry.state())) {
            return Optional.empty();
        }
        if (entry.row().isEmpty()) {
            return entry.migration()
                    .filter(migration ->
                            entry.state() == MigrationState.IGNORED && migration.kind() != MigrationName.Kind.BASELINE)
                    .map(migration -> "Detected resolved migration not applied to database: " + migration.id()
                            + ", below the last one that is; outOfOrder = true would run it");
        }
        var row = entry.row().get();
        if (entry.migration().isEmpty()) {
            return row.isSynthetic() || row.isUndo()
                    ? Optional.empty()
                    : Optional.of("Detected applied migration not resolved locally: " + history.id(row));
        }
        return mismatch(entry, row, baseline(rows));
    }

    /** The highest baseline in the rows: scripts up to it are not compared. */
    private static Optional<MigrationVersion> baseline(List<TableRow> rows) {
        return FlywayHistory.understood(rows).stream()
                .filter(HistoryRow::isBaseline)
                .flatMap(row -> row.version().stream())
                .max(MigrationVersion::compareTo);
    }

    private static Optional<String> mismatch(
            Standing.Entry entry, HistoryRow row, Optional<MigrationVersion> baseline) {
        var migration = entry.migration().orElseThrow();
        if (row.version().isEmpty()
                || row.isSynthetic()
                || baseline.filter(up -> row.version().get().compareTo(up) <= 0).isPresent()) {
            return Optional.empty();
        }
        if (!migration.matches(row.checksum())) {
            return Optional.of("Migration checksum mismatch for migration version "
                    + row.version().get());
        }
        return migration.description().equals(row.description())
                ? Optional.empty()
                : Optional.of("Migration description mismatch for migration version "
                        + row.version().get());
    }

    /** What is wrong with one row. */
    static Optional<Finding> finding(Standing.Entry entry, HistoryRow row, FlywayHistory history, List<TableRow> rows) {
        if (entry.state().isFailed()) {
            return Optional.of(new Finding.FailedRow(history.id(row), "the migration " + history.id(row) + " failed"));
        }
        if (OUT_OF_SCOPE.contains(entry.state()) || entry.migration().isEmpty()) {
            return Optional.empty();
        }
        var migration = entry.migration().get();
        return mismatch(entry, row, baseline(rows))
                .map(_ -> migration.matches(row.checksum())
                        ? new Finding.FailedRow(
                                history.id(row),
                                "the row of %s has the description \"%s\", its script is called \"%s\""
                                        .formatted(history.id(row), row.description(), migration.description()))
                        : new Finding.EditedScript(
                                history.id(row), checksum(row.checksum()), checksum(migration.checksum())));
    }

    private static String checksum(Optional<Integer> checksum) {
        return checksum.map(String::valueOf).orElse("none");
    }

    /** Whether the configuration says that such a state does not matter: {@code *:future}. */
    static boolean isIgnored(Standing.Entry entry, Settings settings) {
        var versioned = entry.row()
                .map(row -> row.version().isPresent())
                .orElseGet(() -> entry.migration().flatMap(Migration::version).isPresent());
        // A failure of the future is let pass with the future.
        var state = entry.state() == MigrationState.FUTURE_FAILED ? MigrationState.FUTURE_SUCCESS : entry.state();
        return settings.ignorePatterns().stream()
                .map(ValidatePattern::fromPattern)
                .anyMatch(pattern -> pattern.matchesMigration(versioned, state));
    }
}
