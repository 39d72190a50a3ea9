package dev.restamp.postgres;

import dev.restamp.core.restore.Leftover;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.core.restore.Rights;
import java.util.List;

/** What a role may not do that an application does: connect, use schemas and sequences, read, write and call. */
public final class RightsReader {
    private static final Sql ROLES = Sql.of("SELECT rolname AS role FROM pg_catalog.pg_roles ORDER BY rolname");
    private static final Sql RIGHTS = Sql.beside(RightsReader.class, "restore/rights.sql");

    private RightsReader() {}

    /** The names of all roles. */
    public static List<String> roles(Reading reading) {
        return reading.query(ROLES, row -> row.text("role"));
    }

    /** @param role one that exists */
    public static Leftovers read(Reading reading, String role) {
        return Leftovers.of(reading.query(RIGHTS, RightsReader::missing, role), List.of());
    }

    private static Leftover missing(Row row) {
        return new Rights(
                        row.text("role"),
                        row.text("schema"),
                        row.text("kind"),
                        row.text("privilege"),
                        row.number("total"),
                        row.texts("objects"))
                .leftover();
    }
}
