package dev.restamp.core.evidence;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.core.schema.SchemaObject.TypeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Objects and effects in few words. Names stand in the schema public; every effect is on line 1. */
public final class Sketch {
    private Sketch() {}

    /** {@code column orders.status}, {@code index ix_orders}: a key as people write it. */
    public static ObjectKey key(String text) {
        var word = text.substring(0, text.indexOf(' '));
        var kind = Arrays.stream(Kind.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
        var names = Arrays.stream(text.substring(word.length() + 1).split("\\."));
        var isGlobal = kind == Kind.SCHEMA || kind == Kind.EXTENSION;
        return new ObjectKey(kind, (isGlobal ? names : Stream.concat(Stream.of("public"), names)).toList());
    }

    /** A table with columns like {@code id bigint}; an {@code ?} behind the type lets NULL in. */
    public static List<Effect> table(String name, String... columns) {
        return Stream.concat(
                        Stream.of(make(new SchemaObject.Table(key("table " + name)))),
                        Arrays.stream(columns).map(column -> addColumn(name, column)))
                .toList();
    }

    public static Effect addColumn(String table, String column) {
        return make(column(table, column));
    }

    public static SchemaObject.Column column(String table, String column) {
        var space = column.indexOf(' ');
        var type = column.substring(space + 1);
        var nullable = type.endsWith("?");
        return new SchemaObject.Column(
                key("column " + table + "." + column.substring(0, space)),
                Optional.of(nullable ? type.substring(0, type.length() - 1) : type),
                Optional.of(nullable),
                Default.none(),
                0);
    }

    public static SchemaObject.Index index(String name, String table, String... columns) {
        return new SchemaObject.Index(
                key("index " + name),
                Optional.of(key("table " + table)),
                List.of(columns),
                Optional.of(false),
                IndexDetails.plain(columns.length),
                true);
    }

    /** An index that PostgreSQL would call {@code name}. */
    public static SchemaObject.Index unnamedIndex(String name, String table, String... columns) {
        return index(name, table, columns).withoutName();
    }

    public static SchemaObject.Constraint constraint(ConstraintKind kind, String name, String... columns) {
        return SchemaObject.Constraint.of(key("constraint " + name), kind, List.of(columns));
    }

    /** A constraint that PostgreSQL would call {@code name}. */
    public static SchemaObject.Constraint unnamed(SchemaObject.Constraint constraint) {
        return constraint.withoutName();
    }

    public static SchemaObject.Constraint foreignKey(String name, String column, String references) {
        return constraint(ConstraintKind.FOREIGN_KEY, name, column)
                .withReferences(Optional.of(Reference.to(key("table " + references))));
    }

    public static SchemaObject.Type enumType(String name, String... labels) {
        return new SchemaObject.Type(key("type " + name), TypeKind.ENUM, List.of(labels));
    }

    public static Effect make(SchemaObject object) {
        return new Effect.Create(object, false, 1);
    }

    public static Effect makeIfAbsent(SchemaObject object) {
        return new Effect.Create(object, true, 1);
    }

    public static Effect drop(String key) {
        return new Effect.Drop(key(key), false, 1);
    }

    public static Effect rename(String from, String to) {
        return new Effect.Rename(key(from), key(to), 1);
    }

    public static Effect type(String column, String type) {
        return Effect.AlterColumn.type(key("column " + column), Optional.of(type), 1);
    }

    public static Effect notNull(String column) {
        return Effect.AlterColumn.nullable(key("column " + column), false, 1);
    }

    /** The column holds this where a row gives it nothing. */
    public static Effect setDefault(String column, String sql) {
        return Effect.AlterColumn.preset(key("column " + column), new Default.Expression(sql), 1);
    }

    public static SchemaObject.Constraint check(String name, String condition) {
        return constraint(ConstraintKind.CHECK, name).withCondition(Clause.of(condition));
    }

    public static SchemaObject.Index partial(SchemaObject.Index index, String predicate) {
        return index.withDetails(index.details().withPredicate(Clause.of(predicate)));
    }

    public static Effect addLabel(String type, String label) {
        return new Effect.AddLabel(key("type " + type), label, Optional.empty(), Optional.empty(), false, 1);
    }

    public static Effect data() {
        return new Effect.Invisible(Effect.Trace.DATA, "UPDATE orders SET currency = 'EUR'", 1);
    }

    public static Effect opaque() {
        return new Effect.Opaque(
                "op.execute of a value the reader does not know", Effect.Reach.ofWords(Set.of("made_by_a")), 1);
    }
}
