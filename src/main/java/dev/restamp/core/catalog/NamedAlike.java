package dev.restamp.core.catalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Constraints and indexes that two databases call differently, and whose names PostgreSQL has made: {@code orders_id_fkey1}
 * on the one side and {@code orders_id_fkey} on the other. They are matched by what they are.
 */
record NamedAlike(
        Set<CatalogObject.Key> extra,
        Set<CatalogObject.Key> missing,
        Map<CatalogObject.Key, CatalogObject> found,
        Map<CatalogObject.Key, CatalogObject> expected,
        Set<String> unasked) {
    private static final Pattern MADE =
            Pattern.compile(".*_(pkey|key|fkey|check|excl|idx|not_null)\\d*|\\d+_\\d+_\\d+_not_null");

    private record Likeness(CatalogKind kind, List<String> relation, SequencedMap<String, String> properties) {}

    /** Each extra one with the missing one that it is. */
    Map<CatalogObject.Key, CatalogObject.Key> pairs() {
        var free = new HashMap<Likeness, CatalogObject.Key>();
        missing.stream().filter(NamedAlike::isMade).forEach(key -> free.put(likeness(key, expected, unasked), key));
        var pairs = new LinkedHashMap<CatalogObject.Key, CatalogObject.Key>();
        for (var key : extra) {
            var other = isMade(key) ? free.remove(likeness(key, found, unasked)) : null;
            if (other != null) {
                pairs.put(key, other);
            }
        }
        return pairs;
    }

    private static boolean isMade(CatalogObject.Key key) {
        return (key.kind() == CatalogKind.CONSTRAINT || key.kind() == CatalogKind.INDEX)
                && MADE.matcher(key.path().getLast()).matches();
    }

    private static Likeness likeness(
            CatalogObject.Key key, Map<CatalogObject.Key, CatalogObject> side, Set<String> unasked) {
        var object = Objects.requireNonNull(side.get(key));
        return new Likeness(
                key.kind(), key.path().subList(0, 2), object.without(unasked).properties());
    }
}
