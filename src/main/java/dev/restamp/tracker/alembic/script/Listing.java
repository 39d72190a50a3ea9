package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Replay;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.Reference.Action;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists what an inspector is expected to find, in the form that SQLAlchemy gives it. */
final class Listing {
    private final Replay expected;

    Listing(Replay expected) {
        this.expected = expected;
    }

    /** What of a kind a schema has. */
    Catalog.Objects ofSchema(Kind kind, String schema) {
        return new Catalog.Objects(kind, schema, Optional.empty(), expected.all(kind));
    }

    /** What of a kind a table has, as far as the test lets it through. */
    Catalog.Objects ofTable(Kind kind, ObjectKey table, Predicate<SchemaObject> test) {
        var parts = expected.parts(table)
                .map(all -> all.stream()
                        .filter(part -> part.key().kind() == kind)
                        .filter(test)
                        .toList());
        return new Catalog.Objects(kind, table.schema(), Optional.of(table), parts);
    }

    /** Empty where it is not certain what is there, or the collection is none of the catalog. */
    static Optional<List<Value>> elements(Value collection) {
        return switch (collection) {
            case Catalog.Names(var objects) ->
                members(objects)
                        .map(all -> all.<Value>map(
                                        object -> new Text(object.key().name()))
                                .toList());
            case Catalog.Objects objects ->
                members(objects).map(all -> all.<Value>map(Listing::row).toList());
            default -> Optional.empty();
        };
    }

    private static Optional<Stream<SchemaObject>> members(Catalog.Objects objects) {
        return objects.expected().map(all -> all.stream().filter(object -> isIn(objects.schema(), object.key())));
    }

    private static boolean isIn(String schema, ObjectKey key) {
        return key.kind() == Kind.SCHEMA || key.schema().equals(schema);
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

    static boolean isOf(SchemaObject part, ConstraintKind kind) {
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
                constraint.references().ifPresent(reference -> refer(reference, row));
            }
            case SchemaObject.Type type -> row.put("labels", texts(type.labels()));
            case SchemaObject.Table _, SchemaObject.View _, SchemaObject.Sequence _, SchemaObject.Other _ -> {}
        }
        return dict(row);
    }

    private static void refer(Reference reference, Map<String, Value> row) {
        row.put("referred_table", new Text(reference.table().name()));
        if (!reference.columns().isEmpty()) {
            row.put("referred_columns", texts(reference.columns()));
        }
        var options = new LinkedHashMap<String, Value>();
        option("ondelete", reference.onDelete(), options);
        option("onupdate", reference.onUpdate(), options);
        row.put("options", dict(options));
    }

    private static void option(String name, Optional<Action> action, Map<String, Value> options) {
        action.filter(known -> known != Action.NO_ACTION)
                .ifPresent(known -> options.put(name, new Text(known.toString())));
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
