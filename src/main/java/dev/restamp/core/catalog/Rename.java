package dev.restamp.core.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        for (var difference : differences) {
            if (difference instanceof Difference.Extra(var object, var _)) {
                extra.computeIfAbsent(looks(object, left), _ -> new ArrayList<>())
                        .add(object);
            } else if (difference instanceof Difference.Missing(var object, var _)) {
                missing.computeIfAbsent(looks(object, right), _ -> new ArrayList<>())
                        .add(object);
            }
        }
        return differences.stream()
                .filter(Difference.Extra.class::isInstance)
                .map(Difference::object)
                .filter(object -> tells(looks(object, left)))
                .filter(object ->
                        extra.getOrDefault(looks(object, left), List.of()).size() == 1)
                .filter(object ->
                        missing.getOrDefault(looks(object, left), List.of()).size() == 1)
                .map(object -> new Rename(
                        object,
                        missing.getOrDefault(looks(object, left), List.of()).getFirst()))
                .toList();
    }

    /** An object without properties and columns looks like any other. */
    private static boolean tells(Looks looks) {
        return looks.kind() == CatalogKind.TABLE
                ? !looks.columns().isEmpty()
                : !looks.properties().isEmpty();
    }

    private static Looks looks(CatalogObject object, CatalogSnapshot side) {
        var path = object.path();
        return new Looks(
                object.kind(),
                object.kind().isOverloaded()
                        ? List.of(path.getFirst(), path.getLast())
                        : path.subList(0, path.size() - 1),
                object.without(Scope.USUAL.unasked()).properties(),
                object.kind() == CatalogKind.TABLE ? columns(object, side) : Set.of());
    }

    private static Set<Column> columns(CatalogObject table, CatalogSnapshot side) {
        return side.parts(table.path()).stream()
                .filter(part -> part.kind() == CatalogKind.COLUMN)
                .map(part -> new Column(
                        part.path().getLast(),
                        part.without(Scope.USUAL.unasked()).properties()))
                .collect(Collectors.toSet());
    }
}
