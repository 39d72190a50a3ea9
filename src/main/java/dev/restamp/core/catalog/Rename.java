package dev.restamp.core.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that only one side has, and that looks like something that only the other has: perhaps it was renamed. That is
 * suggested, and never assumed.
 *
 * @param left as the left side calls it
 * @param right as the right side calls it
 */
public record Rename(CatalogObject left, CatalogObject right) {
    /** What must be alike: kind, place, properties, and of a table its columns. */
    private record Looks(CatalogKind kind, List<String> place, Map<String, String> properties, Set<Column> columns) {}

    private record Column(String name, Map<String, String> properties) {}

    /** Those of which there is one on each side, in the order of the differences. */
    public static List<Rename> among(List<Difference> differences, CatalogSnapshot left, CatalogSnapshot right) {
        var extra = new HashMap<Looks, List<CatalogObject>>();
        var missing = new HashMap<Looks, List<CatalogObject>>();
        var mine = columns(differences, left);
        var theirs = columns(differences, right);
        for (var difference : differences) {
            if (difference instanceof Difference.Extra(var object, var _)) {
                extra.computeIfAbsent(looks(object, mine), _ -> new ArrayList<>())
                        .add(object);
            } else if (difference instanceof Difference.Missing(var object, var _)) {
                missing.computeIfAbsent(looks(object, theirs), _ -> new ArrayList<>())
                        .add(object);
            }
        }
        return differences.stream()
                .filter(Difference.Extra.class::isInstance)
                .map(Difference::object)
                .filter(object -> tells(looks(object, mine)))
                .filter(object ->
                        extra.getOrDefault(looks(object, mine), List.of()).size() == 1)
                .filter(object ->
                        missing.getOrDefault(looks(object, mine), List.of()).size() == 1)
                .map(object -> new Rename(
                        object,
                        missing.getOrDefault(looks(object, mine), List.of()).getFirst()))
                .toList();
    }

    /** An object without properties and columns looks like any other. */
    private static boolean tells(Looks looks) {
        return looks.kind() == CatalogKind.TABLE
                ? !looks.columns().isEmpty()
                : !looks.properties().isEmpty();
    }

    private static Looks looks(CatalogObject object, Map<List<String>, Set<Column>> columns) {
        var path = object.path();
        return new Looks(
                object.kind(),
                object.kind().isOverloaded()
                        ? List.of(path.getFirst(), path.getLast())
                        : path.subList(0, path.size() - 1),
                object.without(Scope.USUAL.unasked()).properties(),
                object.kind() == CatalogKind.TABLE ? columns.getOrDefault(path, Set.of()) : Set.of());
    }

    /** Of the tables that differ as a whole. */
    private static Map<List<String>, Set<Column>> columns(List<Difference> differences, CatalogSnapshot side) {
        var tables = new HashMap<List<String>, Set<Column>>();
        differences.stream()
                .map(Difference::object)
                .filter(object -> object.kind() == CatalogKind.TABLE)
                .forEach(table -> tables.put(table.path(), new HashSet<>()));
        if (!tables.isEmpty()) {
            side.objects().stream()
                    .filter(object -> object.kind() == CatalogKind.COLUMN)
                    .forEach(object -> tables.getOrDefault(object.path().subList(0, 2), new HashSet<>())
                            .add(new Column(
                                    object.path().getLast(),
                                    object.without(Scope.USUAL.unasked()).properties())));
        }
        return tables;
    }
}
