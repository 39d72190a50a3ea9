package dev.restamp.core.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Every object of a database at one moment. Two that have the same key are one. */
public final class CatalogSnapshot {
    private final SequencedMap<CatalogObject.Key, CatalogObject> objects = new LinkedHashMap<>();

    private CatalogSnapshot(Collection<CatalogObject> all) {
        all.forEach(object -> objects.put(object.key(), object));
    }

    public static CatalogSnapshot of(Collection<CatalogObject> objects) {
        return new CatalogSnapshot(objects);
    }

    public Collection<CatalogObject> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** How many there are of a kind. */
    public long count(CatalogKind kind) {
        return objects.keySet().stream().filter(key -> key.kind() == kind).count();
    }
}
