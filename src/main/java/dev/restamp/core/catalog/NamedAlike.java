package dev.restamp.core.catalog;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Constraints and indexes that two databases call differently, and whose names PostgreSQL has made: {@code orders_id_fkey1}
 * on the one side and {@code orders_id_fkey} on the other. They are matched by what they are.
 */
record NamedAlike(
        Map<CatalogObject.Key, CatalogObject> extra,
        Map<CatalogObject.Key, CatalogObject> missing,
        Set<String> unasked) {
    private static final Pattern MADE =
            Pattern.compile(".*_(pkey|key|fkey|check|excl|idx|not_null)\\d*|\\d+_\\d+_\\d+_not_null");

    private record Likeness(CatalogKind kind, List<String> relation, SequencedMap<String, String> properties) {}

    /** Each extra one with the missing one that it is. */
    Map<CatalogObject.Key, CatalogObject.Key> pairs() {
        var free = new HashMap<Likeness, CatalogObject.Key>();
        missing.values().stream().filter(NamedAlike::isMade).forEach(one -> free.put(likeness(one), one.key()));
        var pairs = new LinkedHashMap<CatalogObject.Key, CatalogObject.Key>();
        for (var one : extra.values()) {
            var other = isMade(one) ? free.remove(likeness(one)) : null;
            if (other != null) {
                pairs.put(one.key(), other);
            }
        }
        return pairs;
    }

    private static boolean isMade(CatalogObject object) {
        return (object.kind() == CatalogKind.CONSTRAINT || object.kind() == CatalogKind.INDEX)
                && MADE.matcher(object.path().getLast()).matches();
    }

    private Likeness likeness(CatalogObject object) {
        return new Likeness(
                object.kind(),
                object.path().subList(0, 2),
                object.without(unasked).properties());
    }
}
