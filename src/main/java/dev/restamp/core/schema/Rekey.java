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
            case SchemaObject.Column(var ignored, var type, var nullable, var position) ->
                new SchemaObject.Column(key, type, nullable, position);
            case SchemaObject.Constraint(var ignored, var kind, var columns, var references, var named) ->
                new SchemaObject.Constraint(key, kind, columns, references.map(rename), named);
            case SchemaObject.Index(var ignored, var table, var columns, var unique, var partial, var named) ->
                new SchemaObject.Index(key, table.map(rename), columns, unique, partial, named);
            case SchemaObject.Type(var ignored, var kind, var labels) -> new SchemaObject.Type(key, kind, labels);
            case SchemaObject.View(var ignored, var materialized) -> new SchemaObject.View(key, materialized);
            case SchemaObject.Sequence(var ignored) -> new SchemaObject.Sequence(key);
            case SchemaObject.Other(var ignored) -> new SchemaObject.Other(key);
        };
    }

    /** The object with {@code from} replaced among the columns it covers; others are returned as they are. */
    public static SchemaObject column(SchemaObject object, String from, String to) {
        return switch (object) {
            case SchemaObject.Constraint(var key, var kind, var columns, var references, var named) ->
                new SchemaObject.Constraint(key, kind, replace(columns, from, to), references, named);
            case SchemaObject.Index(var key, var table, var columns, var unique, var partial, var named) ->
                new SchemaObject.Index(key, table, replace(columns, from, to), unique, partial, named);
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
