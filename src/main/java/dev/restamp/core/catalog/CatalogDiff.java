package dev.restamp.core.catalog;

import dev.restamp.core.catalog.Difference.Changed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

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
        tell(extra.values(), left, Difference.Extra::new);
        tell(missing.values(), right, Difference.Missing::new);
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

    /** What is on one side only, but for the parts of what is. */
    private void tell(
            Collection<CatalogObject> alone,
            CatalogSnapshot side,
            BiFunction<CatalogObject, Integer, Difference> what) {
        var relations = alone.stream()
                .filter(CatalogObject::isRelation)
                .map(CatalogObject::path)
                .collect(Collectors.toSet());
        alone.stream()
                .filter(object -> object.relation().filter(relations::contains).isEmpty())
                .map(object -> what.apply(object, object.isRelation() ? parts(object, side) : 0))
                .forEach(differences::add);
    }

    private int parts(CatalogObject relation, CatalogSnapshot side) {
        return (int) side.parts(relation.path()).stream().filter(scope::has).count();
    }
}
