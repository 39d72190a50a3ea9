package dev.restamp.core.schema;

import java.util.List;
import java.util.function.UnaryOperator;

/** Gives an object other names: its own, and those it refers to. */
public final class Rekey {
    private Rekey() {}

    /** The object with {@code rename} applied to its key and to each table it names. */
    public static SchemaObject keys(SchemaObject object, UnaryOperator<ObjectKey> rename) {
        var key = rename.apply(object.key());
        return switch (object) {
            case SchemaObject.Table(var ignored) -> new SchemaObject.Table(key);
            case SchemaObject.Column column -> column.withKey(key);
            case SchemaObject.Constraint constraint ->
                constraint
                        .withKey(key)
                        .withReferences(constraint
                                .references()
                                .map(reference -> reference.withTable(rename.apply(reference.table()))));
            case SchemaObject.Index index ->
                index.withKey(key).withTable(index.table().map(rename));
            case SchemaObject.Type(var ignored, var kind, var labels) -> new SchemaObject.Type(key, kind, labels);
            case SchemaObject.View(var ignored, var materialized) -> new SchemaObject.View(key, materialized);
            case SchemaObject.Sequence(var ignored) -> new SchemaObject.Sequence(key);
            case SchemaObject.Other(var ignored) -> new SchemaObject.Other(key);
        };
    }

    /** The object with {@code from} replaced among the columns it covers; others are returned as they are. */
    public static SchemaObject column(SchemaObject object, String from, String to) {
        return switch (object) {
            case SchemaObject.Constraint constraint -> constraint.withColumns(replace(constraint.columns(), from, to));
            case SchemaObject.Index index -> index.withColumns(replace(index.columns(), from, to));
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> object;
        };
    }

    private static List<String> replace(List<String> names, String from, String to) {
        return names.stream().map(name -> name.equals(from) ? to : name).toList();
    }
}
