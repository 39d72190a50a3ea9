package dev.restamp.core.catalog.sketch;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts a view behind those that it names, and a table behind its parents; all else stays where it is. */
final class Dependencies {
    private final List<CatalogObject> objects;
    private final Map<String, CatalogObject> views = new LinkedHashMap<>();
    private final Map<String, CatalogObject> tables = new LinkedHashMap<>();
    private final Set<CatalogObject> placed = new LinkedHashSet<>();

    /** @param objects in the order that is kept where nothing speaks against it */
    Dependencies(List<CatalogObject> objects) {
        this.objects = objects;
        for (var object : objects) {
            if (object.kind() == CatalogKind.VIEW) {
                views.put(SqlText.name(object.path()), object);
            } else if (object.kind() == CatalogKind.TABLE) {
                tables.put(SqlText.name(object.path()), object);
            }
        }
    }

    List<CatalogObject> firstOnes() {
        objects.forEach(object -> place(object, Set.of()));
        return List.copyOf(placed);
    }

    /** @param above those that wait for it: what names itself in a circle is not waited for */
    private void place(CatalogObject object, Set<CatalogObject> above) {
        if (placed.contains(object) || above.contains(object)) {
            return;
        }
        var waiting = new LinkedHashSet<>(above);
        waiting.add(object);
        needed(object).forEach(other -> place(other, waiting));
        placed.add(object);
    }

    private Stream<CatalogObject> needed(CatalogObject object) {
        return switch (object.kind()) {
            case VIEW -> {
                var definition = object.property("definition").orElse("");
                yield views.entrySet().stream()
                        .filter(view -> definition.contains(view.getKey()))
                        .map(Map.Entry::getValue);
            }
            case TABLE ->
                Stream.of(object.property("parents").orElse("").split(", ", -1))
                        .flatMap(parent -> Stream.ofNullable(tables.get(parent)));
            default -> Stream.empty();
        };
    }
}
