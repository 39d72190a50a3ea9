package dev.restamp.core.revision;

import java.util.Optional;

/**
 * Where a project keeps its version rows.
 *
 * @param schema empty where the connection's search path decides, as it does in Alembic
 */
public record VersionTable(Optional<String> schema, String name) {
    /** What Alembic uses unless {@code env.py} says otherwise. */
    public static final VersionTable ALEMBIC = new VersionTable(Optional.empty(), "alembic_version");
}
