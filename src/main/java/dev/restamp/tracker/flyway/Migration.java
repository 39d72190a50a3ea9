package dev.restamp.tracker.flyway;

import dev.restamp.tracker.flyway.MigrationName.Kind;
import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A migration of the project, with all that a row of the history table says of it.
 *
 * @param file the script, or the source of a Java migration
 * @param shown the file for people, from the folder of the project
 * @param version empty for a repeatable one
 * @param description with spaces
 * @param type the column: {@code SQL}, {@code SQL_BASELINE}, {@code JDBC}
 * @param script the column: the path from its location, or the name of the class
 * @param checksum empty for a Java migration, and for a repeatable one whose text only a run knows
 * @param rawChecksum of a repeatable one's text before its placeholders are replaced: Flyway takes a row with that one
 *     for the same; empty where it is no repeatable one
 * @param text empty for a Java migration
 */
record Migration(
        Path file,
        String shown,
        Kind kind,
        Optional<MigrationVersion> version,
        String description,
        String type,
        String script,
        Optional<Integer> checksum,
        Optional<Integer> rawChecksum,
        Optional<Script> text) {
    /** What Restamp calls it: the version, or for a repeatable one its file without the suffix. */
    String id() {
        return version.map(MigrationVersion::toString).orElseGet(this::stem);
    }

    private String stem() {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether Flyway takes a row with this checksum for this script. */
    boolean matches(Optional<Integer> other) {
        return checksum.equals(other) || (rawChecksum.isPresent() && rawChecksum.equals(other));
    }

    /** Whether a checksum that differs is a difference: of what only a run knows none can be told. */
    boolean hasCertainChecksum() {
        return checksum.isPresent() || type.equals("JDBC");
    }
}
