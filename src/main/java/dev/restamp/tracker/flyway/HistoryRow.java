package dev.restamp.tracker.flyway;

import dev.restamp.core.revision.TableRow;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A row of the history table, understood.
 *
 * @param row as it stands there
 * @param rank its place in the order of runs; 0 for the note that Flyway made the schema
 * @param version empty for a repeatable migration, and where it cannot be read
 */
record HistoryRow(
        TableRow row,
        int rank,
        Optional<MigrationVersion> version,
        String description,
        String type,
        String script,
        Optional<Integer> checksum,
        boolean success) {
    static HistoryRow of(TableRow row) {
        return new HistoryRow(
                row,
                number(row.text("installed_rank")).orElse(0),
                Optional.of(row.text("version")).filter(text -> !text.isBlank()).flatMap(HistoryRow::version),
                row.text("description"),
                row.text("type"),
                row.text("script"),
                number(row.text("checksum")),
                row.text("success").startsWith("t"));
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<MigrationVersion> version(String text) {
        try {
            return Optional.of(MigrationVersion.fromVersion(text));
        } catch (FlywayException none) {
            return Optional.empty();
        }
    }

    /** A note that a migration no longer counts. */
    boolean isDelete() {
        return type.equals("DELETE");
    }

    /** The note that Flyway made the schema. */
    boolean isSchema() {
        return type.equals("SCHEMA");
    }

    /** Stands for all versions up to its own. */
    boolean isBaseline() {
        return type.equals("BASELINE") || type.endsWith("_BASELINE");
    }

    boolean isUndo() {
        return type.startsWith("UNDO_");
    }

    /** Whether no script was run for it. */
    boolean isSynthetic() {
        return isSchema() || isDelete() || type.equals("BASELINE");
    }

    boolean isFor(Migration migration) {
        return migration.version().isPresent()
                ? migration.version().equals(version)
                : version.isEmpty() && !isSchema() && migration.description().equals(description);
    }

    /** Whether both are about one migration. */
    boolean isAbout(HistoryRow other) {
        return version.equals(other.version) && (version.isPresent() || description.equals(other.description));
    }
}
