package dev.restamp.core.schema;

import dev.restamp.core.schema.expression.Expressions;
import java.util.List;
import java.util.function.Predicate;
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

    /** The object with {@code from} replaced among the columns it covers and mentions. */
    public static SchemaObject column(SchemaObject object, String from, String to) {
        return switch (object) {
            case SchemaObject.Constraint constraint ->
                constraint
                        .withColumns(replace(constraint.columns(), from, to))
                        .withCondition(column(constraint.condition(), from, to));
            case SchemaObject.Index index ->
                index.withColumns(replace(index.columns(), from, to)).withDetails(column(index.details(), from, to));
            case SchemaObject.Column column -> column.withPreset(column(column.preset(), from, to));
            case SchemaObject.Table _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> object;
        };
    }

    private static IndexDetails column(IndexDetails details, String from, String to) {
        return details.withPredicate(column(details.predicate(), from, to))
                .withExpressions(column(details.expressions(), from, to))
                .withIncluded(details.included().map(names -> replace(names, from, to)));
    }

    private static Clause column(Clause clause, String from, String to) {
        return clause instanceof Clause.Sql(var text)
                ? Expressions.renamed(text, from, to).map(Clause::of).orElseGet(Clause::some)
                : clause;
    }

    private static Default column(Default preset, String from, String to) {
        return preset instanceof Default.Generated(var sql)
                ? Expressions.renamed(sql, from, to)
                        .<Default>map(Default.Generated::new)
                        .orElseGet(Default::unknown)
                : preset;
    }

    /** The object without the texts that are like this: they are not known any more. */
    public static SchemaObject forget(SchemaObject object, Predicate<String> text) {
        return switch (object) {
            case SchemaObject.Column column when isLike(column.preset(), text) -> column.withPreset(Default.unknown());
            case SchemaObject.Constraint constraint -> constraint.withCondition(forget(constraint.condition(), text));
            case SchemaObject.Index index ->
                index.withDetails(index.details()
                        .withPredicate(forget(index.details().predicate(), text))
                        .withExpressions(forget(index.details().expressions(), text)));
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> object;
        };
    }

    private static boolean isLike(Default preset, Predicate<String> text) {
        return switch (preset) {
            case Default.Expression(var sql) -> text.test(sql);
            case Default.Generated(var sql) -> text.test(sql);
            case Default.Unknown _, Default.None _, Default.Identity _ -> false;
        };
    }

    private static Clause forget(Clause clause, Predicate<String> text) {
        return clause.has(text) ? Clause.some() : clause;
    }

    private static List<String> replace(List<String> names, String from, String to) {
        return names.stream().map(name -> name.equals(from) ? to : name).toList();
    }
}
