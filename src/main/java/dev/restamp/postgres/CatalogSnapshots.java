package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reads everything a database defines: a statement for each kind, a row for each object.
 *
 * <p>Columns called {@code schema}, {@code table}, {@code name} and {@code arguments} say what an object is found by; every
 * other is a property, by the name of the column. NULL is the usual value. A file is {@link Versioned}. A column whose name ends
 * in {@code #} is a list of columns by their numbers, see {@link ColumnNames}.
 */
public final class CatalogSnapshots {
    /** The oldest version that is known to be read right. */
    public static final int OLDEST = 14;

    private static final Sql LOCKED = Sql.beside(CatalogSnapshots.class, "locked.sql");
    private static final int NAMED = 5;
    private static final Map<CatalogKind, Sql> STATEMENTS = Arrays.stream(CatalogKind.values())
            .collect(Collectors.toMap(
                    kind -> kind,
                    kind -> Sql.beside(
                            CatalogSnapshots.class, "snapshot/" + kind.name().toLowerCase(Locale.ROOT) + ".sql"),
                    (one, other) -> one,
                    () -> new EnumMap<>(CatalogKind.class)));

    private CatalogSnapshots() {}

    /**
     * The major version of the server.
     *
     * @throws Problem with {@code Exit.USAGE} for one that is not known to be read right
     */
    public static int version(Database database) {
        var server = database.server();
        var major = server.versionNumber() / 10_000;
        if (major < OLDEST) {
            throw new Problem(
                    Exit.USAGE,
                    server.database() + " is on PostgreSQL " + server.version() + "; " + OLDEST
                            + " is the oldest whose schema can be read whole",
                    "describe, tables and status work");
        }
        return major;
    }

    /** @param version the server's major version */
    public static CatalogSnapshot read(Reading reading, int version) {
        reading.withoutCompiling();
        var names = ColumnNames.read(reading);
        var seen = new Seen();
        var objects = new ArrayList<CatalogObject>();
        STATEMENTS.keySet().forEach(kind -> {
            var rows = new ObjectRows(kind, names, seen);
            reading.query(statement(kind, version), row -> objects.add(rows.object(row)));
        });
        return CatalogSnapshot.of(objects);
    }

    /** What other sessions keep locked so that it cannot be read: {@code public.orders (pid 4711)}; of many the first ones. */
    public static List<String> locked(Reading reading) {
        return reading.query(LOCKED, row -> row.text("name") + " (pid " + row.number("pid") + ")").stream()
                .limit(NAMED)
                .toList();
    }

    /** What is read of a kind from a server of this version. */
    static Sql statement(CatalogKind kind, int version) {
        return Versioned.of(Objects.requireNonNull(STATEMENTS.get(kind)), version);
    }
}
