package dev.restamp.core.catalog;

import dev.restamp.core.catalog.Difference.Changed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;

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
        var extra = alone(left, right, this::properties);
        var missing = alone(right, left, (_, _) -> {});
        var pairs = new NamedAlike(extra, missing, unasked).pairs();
        pairs.forEach((mine, theirs) -> {
            extra.remove(mine);
            missing.remove(theirs);
        });
        withParts(extra.values(), left)
                .forEach((object, parts) -> differences.add(new Difference.Extra(object, parts)));
        withParts(missing.values(), right)
                .forEach((object, parts) -> differences.add(new Difference.Missing(object, parts)));
        if (scope.order()) {
            differences.addAll(ColumnOrder.differences(left, right, scope));
        }
        differences.sort(Difference.ORDER);
        return List.copyOf(differences);
    }

    /** What {@code side} has and {@code other} has not. */
    private Map<CatalogObject.Key, CatalogObject> alone(
            CatalogSnapshot side, CatalogSnapshot other, BiConsumer<CatalogObject, CatalogObject> inBoth) {
        var alone = new LinkedHashMap<CatalogObject.Key, CatalogObject>();
        for (var object : side.objects()) {
            if (scope.has(object)) {
                var same = other.get(object.kind(), object.path());
                if (same == null) {
                    alone.put(object.key(), object);
                } else {
                    inBoth.accept(object, same);
                }
            }
        }
        return alone;
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

    /** What is on one side only, but for the parts of what is, each with the number of its parts. */
    private SequencedMap<CatalogObject, Integer> withParts(Collection<CatalogObject> alone, CatalogSnapshot side) {
        var relations = new HashMap<List<String>, Integer>();
        alone.stream().filter(CatalogDiff::isRelation).forEach(object -> relations.put(object.path(), 0));
        if (!relations.isEmpty()) {
            side.objects().stream()
                    .filter(scope::has)
                    .flatMap(object -> object.relation().stream())
                    .forEach(relation -> relations.computeIfPresent(relation, (_, parts) -> parts + 1));
        }
        var objects = new LinkedHashMap<CatalogObject, Integer>();
        alone.stream()
                .filter(object ->
                        object.relation().filter(relations::containsKey).isEmpty())
                .forEach(object -> objects.put(
                        object, isRelation(object) ? Objects.requireNonNull(relations.get(object.path())) : 0));
        return objects;
    }

    private static boolean isRelation(CatalogObject object) {
        return object.kind() == CatalogKind.TABLE || object.kind() == CatalogKind.VIEW;
    }
}
