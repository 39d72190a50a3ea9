package dev.restamp.core.evidence;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a constraint or an index without a name is found by. Checks are told apart by what they demand.
 *
 * @param kind of a constraint its kind, else {@code index}
 */
record Shape(ObjectKey table, String kind, List<String> columns) {
    static Optional<Shape> of(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Constraint constraint
            when !constraint.named() && constraint.kind() != ConstraintKind.CHECK ->
                constraint
                        .key()
                        .table()
                        .map(table -> new Shape(table, constraint.kind().word(), constraint.columns()));
            case SchemaObject.Index index
            when !index.named() -> index.table().map(table -> new Shape(table, "index", index.columns()));
            default -> Optional.empty();
        };
    }

    /** The shapes that more than one of these lives goes through. */
    static Set<Shape> contested(Collection<Life> lives) {
        Map<Shape, Integer> count = new HashMap<>();
        for (var life : lives) {
            var shapes = new HashSet<Shape>();
            life.stages().forEach(stage -> stage.state().flatMap(Shape::of).ifPresent(shapes::add));
            shapes.forEach(shape -> count.merge(shape, 1, Integer::sum));
        }
        return count.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
