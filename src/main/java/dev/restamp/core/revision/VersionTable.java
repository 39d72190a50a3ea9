package dev.restamp.core.revision;

import java.util.Optional;

/**
 * Where a project keeps its version rows.
 *
 * @param schema empty where the connection's search path decides, as it does in Alembic
 * @param form what the table looks like
 * @param lock the table beside it in which the tool notes that it is running; empty where it has none
 */
public record VersionTable(Optional<String> schema, String name, TableForm form, Optional<String> lock) {
    /** What Alembic uses unless {@code env.py} says otherwise. */
    public static final VersionTable ALEMBIC = new VersionTable(Optional.empty(), "alembic_version");

    /** One of Alembic's. */
    public VersionTable(Optional<String> schema, String name) {
        this(schema, name, TableForm.ALEMBIC, Optional.empty());
    }

    /** Whether a table of that name is the tool's: with the rows, or with its lock. */
    public boolean isCalled(String other) {
        return other.equals(name) || lock.filter(other::equals).isPresent();
    }

    /** The same under another name, or elsewhere. */
    public VersionTable called(Optional<String> otherSchema, String otherName) {
        return new VersionTable(otherSchema, otherName, form, lock);
    }
}
