package dev.restamp.tracker.flyway;

/**
 * What the name of a file says.
 *
 * @param version as written, with dots: {@code 1.2} for {@code V1_2__x.sql}; empty for a repeatable one
 * @param description with spaces
 */
record MigrationName(Kind kind, String version, String description) {
    /** What kind of migration a file is. */
    enum Kind {
        VERSIONED,
        REPEATABLE,
        /** Stands for all versions up to its own, on an empty database. */
        BASELINE,
        /** Takes a version back; no command of the community edition runs it. */
        UNDO
    }
}
