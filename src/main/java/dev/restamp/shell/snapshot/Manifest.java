package dev.restamp.shell.snapshot;

import dev.restamp.core.catalog.CatalogSnapshot;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * A database at one moment: what it defines, its version rows, how many rows its tables have. None of these.
 *
 * @param systemIdentifier empty where the role might not read it
 * @param server its version: {@code 15.18}
 * @param versionTable as the server writes its name; empty where there was no project to say what it is called
 * @param rows the version rows
 * @param project empty where none was open
 * @param tables by name, {@code public.orders}
 * @param sha256 of all that is defined
 */
public record Manifest(
        Instant taken,
        String connection,
        String database,
        Optional<String> systemIdentifier,
        String server,
        Optional<String> versionTable,
        List<String> rows,
        Optional<ProjectMark> project,
        SequencedMap<String, TableMark> tables,
        String sha256,
        CatalogSnapshot catalog) {
    public Manifest {
        rows = List.copyOf(rows);
        tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
    }

    /**
     * The project that was open.
     *
     * @param git the commit that was checked out; empty where the project is in no repository
     * @param revisions how many
     * @param sha256 of the revisions and what each revises
     */
    public record ProjectMark(Optional<String> git, List<String> heads, int revisions, String sha256) {
        public ProjectMark {
            heads = List.copyOf(heads);
        }
    }

    /**
     * A table.
     *
     * @param rows empty where they could not be counted
     * @param exact whether they were counted, or are what the server estimates
     * @param content the fingerprint of its rows; empty where it was not asked for
     * @param columnsSha256 of what its columns are
     * @param indexes by name, those of constraints too
     */
    public record TableMark(
            OptionalLong rows, boolean exact, Optional<String> content, String columnsSha256, List<String> indexes) {
        public TableMark {
            indexes = List.copyOf(indexes);
        }
    }

    /** Of all tables that were counted. */
    public long rowCount() {
        return tables.values().stream()
                .mapToLong(table -> table.rows().orElse(0))
                .sum();
    }
}
