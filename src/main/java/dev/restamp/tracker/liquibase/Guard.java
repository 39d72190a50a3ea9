package dev.restamp.tracker.liquibase;

import dev.restamp.core.evidence.Condition;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;

/** An effect under a precondition. Where the effect itself can say that it happens only where it is needed, it says so. */
final class Guard {
    private Guard() {}

    static Effect apply(Condition condition, Effect effect) {
        return switch (effect) {
            case Effect.Create create
            when isAbout(condition, create) -> new Effect.Create(create.object(), true, create.line());
            case Effect.Drop drop
            when condition instanceof Condition.Exists(var _, var key)
                    && (key.equals(drop.key()) || drop.key().isPartOf(key)) ->
                new Effect.Drop(drop.key(), true, drop.line());
            case Effect.Ask _ -> effect;
            default -> new Effect.Guarded(condition, effect);
        };
    }

    /** Whether it makes what must not be there, or something of it. */
    private static boolean isAbout(Condition condition, Effect.Create create) {
        return switch (condition) {
            case Condition.Not(Condition.Exists(var _, var key)) -> comesWith(create.object(), key);
            case Condition.All(var conditions) ->
                !conditions.isEmpty() && conditions.stream().allMatch(one -> isAbout(one, create));
            case Condition.Not _, Condition.Exists _, Condition.Untold _ -> false;
        };
    }

    private static boolean comesWith(SchemaObject object, ObjectKey key) {
        return object.key().equals(key)
                || object.key().isPartOf(key)
                || (object instanceof SchemaObject.Index index
                        && index.table().filter(key::equals).isPresent())
                || (object.key().kind() == Kind.SEQUENCE
                        && key.kind() == Kind.TABLE
                        && object.key().name().startsWith(key.name() + "_"));
    }
}
