package dev.restamp.core.catalog;

import dev.restamp.core.catalog.Difference.Changed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What two snapshots differ in: objects by their names, then property by property.
 *
 * <p>What PostgreSQL has named by itself is matched by what it is. Of a table that only one side has, nothing else is told
 * but how much goes with it.
 */
public final class CatalogDiff {
    private final CatalogSnapshot left;
    private final CatalogSnapshot right;
    private final Scope scope;
    private final Set<String> unasked;
    private final List<Difference> differences = new ArrayList<>();

    private CatalogDiff(CatalogSnapshot left, CatalogSnapshot right, Scope scope) {
        this.left = left;
        this.right = right;
        this.scope = scope;
        this.unasked = scope.unasked();
    }

    /** In the order of kinds and names. */
    public static List<Difference> between(CatalogSnapshot left, CatalogSnapshot right, Scope scope) {
        return new CatalogDiff(left, right, scope).compare();
    }

    private List<Difference> compare() {
        var found = scoped(left);
        var expected = scoped(right);
        var extra = new LinkedHashSet<>(found.keySet());
        extra.removeAll(expected.keySet());
        var missing = new LinkedHashSet<>(expected.keySet());
        missing.removeAll(found.keySet());
        found.forEach(
                (key, object) -> Optional.ofNullable(expected.get(key)).ifPresent(other -> properties(object, other)));
        var pairs = new NamedAlike(extra, missing, found, expected, unasked).pairs();
        pairs.forEach((mine, theirs) -> {
            extra.remove(mine);
            missing.remove(theirs);
        });
        only(extra, found).forEach(object -> differences.add(new Difference.Extra(object, parts(object, found))));
        only(missing, expected)
                .forEach(object -> differences.add(new Difference.Missing(object, parts(object, expected))));
        differences.sort(Comparator.comparing((Difference one) -> one.object().kind())
                .thenComparing(one -> String.join("\0", one.object().path())));
        return List.copyOf(differences);
    }

    private Map<CatalogObject.Key, CatalogObject> scoped(CatalogSnapshot side) {
        var map = new HashMap<CatalogObject.Key, CatalogObject>();
        side.objects().stream().filter(scope::has).forEach(object -> map.put(object.key(), object));
        return map;
    }

    private void properties(CatalogObject found, CatalogObject expected) {
        if (found.properties().equals(expected.properties())) {
            return;
        }
        var names = new LinkedHashSet<>(found.properties().keySet());
        names.addAll(expected.properties().keySet());
        names.removeAll(unasked);
        for (var name : names) {
            var one = found.property(name);
            var other = expected.property(name);
            if (!one.equals(other)) {
                Texts.compare(name, one, other)
                        .ifPresent(certainty -> differences.add(new Changed(found, name, one, other, certainty)));
            }
        }
    }

    /** What is on one side only, but for the parts of what is. */
    private static Stream<CatalogObject> only(Set<CatalogObject.Key> keys, Map<CatalogObject.Key, CatalogObject> side) {
        var relations = new HashSet<List<String>>();
        keys.stream()
                .filter(key -> key.kind() == CatalogKind.TABLE || key.kind() == CatalogKind.VIEW)
                .forEach(key -> relations.add(key.path()));
        return keys.stream()
                .map(side::get)
                .filter(Objects::nonNull)
                .filter(object -> object.relation().filter(relations::contains).isEmpty());
    }

    private static int parts(CatalogObject object, Map<CatalogObject.Key, CatalogObject> side) {
        return object.kind() == CatalogKind.TABLE || object.kind() == CatalogKind.VIEW
                ? Math.toIntExact(side.values().stream()
                        .filter(part ->
                                part.relation().filter(object.path()::equals).isPresent())
                        .count())
                : 0;
    }
}
