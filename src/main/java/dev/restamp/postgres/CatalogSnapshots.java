package dev.restamp.postgres;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads everything a database defines: a statement for each kind, a row for each object.
 *
 * <p>Columns called {@code schema}, {@code table}, {@code name} and {@code arguments} say what an object is found by; every
 * other is a property, by the name of the column. NULL is the usual value. A file is {@link Versioned}.
 */
public final class CatalogSnapshots {
    /** The oldest version that is known to be read right. */
    public static final int OLDEST = 14;

    static final Set<String> PATH = Set.of("schema", "table", "name", "arguments");
    private static final Map<CatalogKind, Sql> STATEMENTS = Arrays.stream(CatalogKind.values())
            .collect(Collectors.toMap(
                    kind -> kind,
                    kind -> Sql.beside(
                            CatalogSnapshots.class, "snapshot/" + kind.name().toLowerCase(Locale.ROOT) + ".sql"),
                    (one, other) -> one,
                    () -> new EnumMap<>(CatalogKind.class)));

    private CatalogSnapshots() {}

    /** @param version the server's major version */
    public static CatalogSnapshot read(Reading reading, int version) {
        reading.withoutCompiling();
        var objects = new ArrayList<CatalogObject>();
        var texts = new HashMap<String, String>();
        STATEMENTS.keySet().forEach(kind -> {
            var columns = new ArrayList<String>();
            objects.addAll(reading.query(statement(kind, version), row -> {
                if (columns.isEmpty()) {
                    columns.addAll(row.columns());
                }
                return object(kind, columns, row, texts);
            }));
        });
        return CatalogSnapshot.of(objects);
    }

    /** @param texts those seen before: the same type, table or schema comes a thousand times */
    private static CatalogObject object(CatalogKind kind, List<String> names, Row row, Map<String, String> texts) {
        var values = row.values().stream()
                .map(value -> value.map(text -> texts.computeIfAbsent(text, same -> same)))
                .toList();
        var path = new ArrayList<String>();
        var properties = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            if (PATH.contains(names.get(i))) {
                path.add(values.get(i).orElse(""));
            } else {
                var name = names.get(i).replace('_', ' ');
                values.get(i).ifPresent(value -> properties.put(name, value));
            }
        }
        return new CatalogObject(kind, path, properties);
    }

    /** What is read of a kind from a server of this version. */
    static Sql statement(CatalogKind kind, int version) {
        return Versioned.of(Objects.requireNonNull(STATEMENTS.get(kind)), version);
    }
}
