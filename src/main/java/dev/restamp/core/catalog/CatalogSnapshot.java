package dev.restamp.core.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every object of a database at one moment. */
public final class CatalogSnapshot {
    private final Map<CatalogKind, Map<List<String>, CatalogObject>> byPath = new EnumMap<>(CatalogKind.class);
    private final List<CatalogObject> all = new ArrayList<>();
    private final Map<List<String>, List<CatalogObject>> parts = new HashMap<>();

    private CatalogSnapshot(Collection<CatalogObject> objects) {
        for (var object : objects) {
            var ofKind = byPath.computeIfAbsent(object.kind(), _ -> new HashMap<>());
            if (ofKind.putIfAbsent(object.path(), object) == null) {
                all.add(object);
            }
        }
    }

    /** Of two that have the same kind and path the first stands. */
    public static CatalogSnapshot of(Collection<CatalogObject> objects) {
        return new CatalogSnapshot(objects);
    }

    public List<CatalogObject> objects() {
        return Collections.unmodifiableList(all);
    }

    /** Null where there is none. */
    public @Nullable CatalogObject get(CatalogKind kind, List<String> path) {
        return byPath.getOrDefault(kind, Map.of()).get(path);
    }

    /** The columns, constraints, indexes … of a table or a view, by its schema and name. */
    public List<CatalogObject> parts(List<String> relation) {
        if (parts.isEmpty()) {
            all.forEach(object -> object.relation()
                    .ifPresent(path ->
                            parts.computeIfAbsent(path, _ -> new ArrayList<>()).add(object)));
        }
        return Collections.unmodifiableList(parts.getOrDefault(relation, List.of()));
    }

    /** How many there are of a kind. */
    public int count(CatalogKind kind) {
        return byPath.getOrDefault(kind, Map.of()).size();
    }
}
