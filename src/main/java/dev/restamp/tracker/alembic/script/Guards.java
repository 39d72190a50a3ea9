package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.tracker.alembic.python.Value;
import java.util.List;
import java.util.Optional;

/** Effects under a question to the catalog: {@code if not there: create}, {@code if there: drop}. */
final class Guards {
    private Guards() {}

    /** The effect as it is under this condition; empty where the condition has nothing to do with it. */
    static Optional<Effect> apply(Value condition, Effect effect) {
        return switch (condition) {
            case Value.All(var conditions) -> all(conditions, effect);
            case Catalog.Exists(var _, var key) when effect instanceof Effect.Drop drop -> ifPresent(key, drop);
            case Value.Not(Catalog.Exists(var _, var key))
            when effect instanceof Effect.Create create -> ifAbsent(key, create);
            case Value.Not(Value.All(var conditions))
            when effect instanceof Effect.Create create -> oneObject(conditions).flatMap(key -> ifAbsent(key, create));
            default -> Optional.empty();
        };
    }

    private static Optional<Effect> all(List<Value> conditions, Effect effect) {
        var result = Optional.of(effect);
        for (var condition : conditions) {
            result = result.flatMap(so -> apply(condition, so));
        }
        return result;
    }

    /** The object whose presence implies all of these: a column, asked for after its table. */
    private static Optional<ObjectKey> oneObject(List<Value> conditions) {
        if (!(conditions.getLast() instanceof Catalog.Exists(var _, var last))) {
            return Optional.empty();
        }
        var implied = conditions.stream()
                .allMatch(condition -> condition instanceof Catalog.Exists(var _, var key) && implies(last, key));
        return implied ? Optional.of(last) : Optional.empty();
    }

    /** An index does not say its table; scripts ask for the indexes of the table that they asked for before. */
    private static boolean implies(ObjectKey object, ObjectKey other) {
        return object.equals(other)
                || object.isPartOf(other)
                || (object.kind() == Kind.INDEX
                        && other.kind() == Kind.TABLE
                        && object.schema().equals(other.schema()));
    }

    /** Where the table is not there, its column is not there either. */
    private static Optional<Effect> ifPresent(ObjectKey key, Effect.Drop drop) {
        return key.equals(drop.key()) || drop.key().isPartOf(key)
                ? Optional.of(new Effect.Drop(drop.key(), true, drop.line()))
                : Optional.empty();
    }

    private static Optional<Effect> ifAbsent(ObjectKey key, Effect.Create create) {
        var object = create.object();
        return object.key().equals(key) || comesWith(object, key) || comesAnyway(create, key)
                ? Optional.of(new Effect.Create(object, true, create.line()))
                : Optional.empty();
    }

    /** Whether a script that makes {@code key} where it is absent makes this along with it. */
    private static boolean comesWith(SchemaObject object, ObjectKey key) {
        return switch (object) {
            case SchemaObject.Column column -> column.key().isPartOf(key);
            case SchemaObject.Constraint constraint ->
                constraint.key().isPartOf(key) || isOn(key, constraint.key(), constraint.columns());
            case SchemaObject.Index index ->
                index.table()
                        .filter(table -> table.equals(key) || isOn(key, table, index.columns()))
                        .isPresent();
            case SchemaObject.Type _,
                    SchemaObject.Sequence _,
                    SchemaObject.Table _,
                    SchemaObject.View _,
                    SchemaObject.Other _ -> false;
        };
    }

    /** The types and sequences of a table's columns, which are made only where they are absent. */
    private static boolean comesAnyway(Effect.Create create, ObjectKey key) {
        var kind = create.object().key().kind();
        return create.ifAbsent() && key.kind() == Kind.TABLE && (kind == Kind.TYPE || kind == Kind.SEQUENCE);
    }

    /** Whether the key is a column, and one of these columns of this table or of the table of this part. */
    private static boolean isOn(ObjectKey key, ObjectKey tableOrPart, List<String> columns) {
        return key.kind() == Kind.COLUMN
                && key.path().subList(0, 2).equals(tableOrPart.path().subList(0, 2))
                && columns.contains(key.name());
    }
}
