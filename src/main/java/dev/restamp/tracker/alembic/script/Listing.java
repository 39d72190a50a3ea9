package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Replay;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Dict;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Shape;
import dev.restamp.tracker.alembic.python.Value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists what an inspector is expected to find, in the form that SQLAlchemy gives it. */
final class Listing {
    private final Replay expected;

    Listing(Replay expected) {
        this.expected = expected;
    }

    /** Empty where it is not certain what is there, or the collection is none of the catalog. */
    Optional<List<Value>> elements(Value collection) {
        return switch (collection) {
            case Catalog.Names(var objects) ->
                rows(objects)
                        .map(rows -> rows.stream()
                                .flatMap(row -> Stream.ofNullable(row.entries().get(new Text("name"))))
                                .toList());
            case Catalog.Objects objects -> rows(objects).map(List::copyOf);
            default -> Optional.empty();
        };
    }

    /** {@code get_pk_constraint}. */
    Optional<Value> primaryKey(ObjectKey table) {
        return expected.parts(table)
                .map(parts -> parts.stream()
                        .filter(part -> isOf(part, ConstraintKind.PRIMARY_KEY))
                        .<Value>map(Listing::row)
                        .findFirst()
                        .orElse(none()));
    }

    private static Value none() {
        return dict(Map.of("name", Constants.NONE, "constrained_columns", Items.of(Shape.LIST, List.of())));
    }

    private Optional<List<Dict>> rows(Catalog.Objects objects) {
        var inTable = objects.table().map(expected::parts).orElseGet(expected::all);
        return inTable.map(parts -> parts.stream()
                .filter(part -> part.key().kind() == objects.kind())
                .filter(part ->
                        objects.table().isPresent() || part.key().schema().equals(objects.schema()))
                .filter(part ->
                        objects.constraint().map(kind -> isOf(part, kind)).orElse(true))
                .map(Listing::row)
                .toList());
    }

    private static boolean isOf(SchemaObject part, ConstraintKind kind) {
        return part instanceof SchemaObject.Constraint constraint && constraint.kind() == kind;
    }

    /** What is not known of an object is not in its row. */
    private static Dict row(SchemaObject object) {
        var row = new LinkedHashMap<String, Value>();
        row.put("name", new Text(object.key().name()));
        switch (object) {
            case SchemaObject.Column column ->
                column.nullable().ifPresent(nullable -> row.put("nullable", Value.of(nullable)));
            case SchemaObject.Index index -> {
                row.put("column_names", texts(index.columns()));
                index.unique().ifPresent(unique -> row.put("unique", Value.of(unique)));
            }
            case SchemaObject.Constraint constraint -> {
                var columns = texts(constraint.columns());
                row.put(constraint.kind() == ConstraintKind.UNIQUE ? "column_names" : "constrained_columns", columns);
                constraint.referenced().ifPresent(table -> row.put("referred_table", new Text(table.name())));
            }
            case SchemaObject.Type type -> row.put("labels", texts(type.labels()));
            case SchemaObject.Table _, SchemaObject.View _, SchemaObject.Sequence _, SchemaObject.Other _ -> {}
        }
        return dict(row);
    }

    /** An expression in an index has no name: {@code None}. */
    private static Value texts(List<String> names) {
        return Items.of(
                Shape.LIST,
                names.stream()
                        .map(name -> name.isEmpty() ? Constants.NONE : new Text(name))
                        .toList());
    }

    private static Dict dict(Map<String, Value> row) {
        var entries = new LinkedHashMap<Value, Value>();
        row.forEach((name, value) -> entries.put(new Text(name), value));
        return new Dict(entries);
    }
}
