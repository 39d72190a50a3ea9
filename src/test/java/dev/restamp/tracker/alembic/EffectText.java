package dev.restamp.tracker.alembic;

import dev.restamp.core.evidence.Condition;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** Effects as lines that a test can be read in: {@code create column users.id integer not null}. */
public final class EffectText {
    private EffectText() {}

    public static List<String> of(List<Effect> effects) {
        return effects.stream().map(EffectText::of).toList();
    }

    public static String of(Effect effect) {
        return switch (effect) {
            case Effect.Create(var object, var ifAbsent, var _) ->
                "create " + of(object) + (ifAbsent ? ", if absent" : "");
            case Effect.Drop(var key, var ifPresent, var _) -> "drop " + key + (ifPresent ? ", if present" : "");
            case Effect.Rename(var key, var to, var _) -> "rename " + key + " to " + String.join(".", to.path());
            case Effect.AlterColumn(var key, var type, var nullable, var _) ->
                "alter " + key + type.map(name -> " " + name).orElse("") + nulls(nullable);
            case Effect.AddLabel(var key, var label, var before, var after, var ifAbsent, var _) ->
                "add label " + key + " " + label
                        + before.map(next -> " before " + next).orElse("")
                        + after.map(last -> " after " + last).orElse("") + (ifAbsent ? ", if absent" : "");
            case Effect.RenameLabel(var key, var from, var to, var _) -> "rename label " + key + " " + from + " " + to;
            case Effect.Invisible(var trace, var what, var _) -> trace + " " + what;
            case Effect.Forget(var key, var _) -> "forget " + key;
            case Effect.Ask(var question, var key) -> "ask " + question + " " + key;
            case Effect.Guarded(var condition, var inner) -> "where " + of(condition) + ": " + of(inner);
            case Effect.Opaque(var why, var _, var _) -> "OPAQUE " + why;
        };
    }

    private static String of(Condition condition) {
        return switch (condition) {
            case Condition.Exists(var question, var _) -> "answer " + question;
            case Condition.Not(var contrary) -> "not " + of(contrary);
            case Condition.All(var conditions) ->
                "all " + conditions.stream().map(EffectText::of).toList();
            case Condition.Untold(var text) -> "[" + text + "]";
        };
    }

    private static String of(SchemaObject object) {
        return object.key()
                + switch (object) {
                    case SchemaObject.Column(var _, var type, var nullable, var _) ->
                        " " + type.orElse("?") + nulls(nullable);
                    case SchemaObject.Constraint(var _, var kind, var columns, var references, var named) ->
                        " " + kind.word() + " " + columns
                                + references.map(table -> " to " + table).orElse("") + unnamed(named);
                    case SchemaObject.Index(var _, var table, var columns, var unique, var partial, var named) ->
                        table.map(on -> " on " + on.name()).orElse("") + " " + columns + flag(unique, " unique")
                                + flag(partial, " partial") + unnamed(named);
                    case SchemaObject.Type(var _, var kind, var labels) -> " " + kind + " " + labels;
                    case SchemaObject.View(var _, var materialized) -> materialized ? " materialized" : "";
                    case SchemaObject.Table _, SchemaObject.Sequence _, SchemaObject.Other _ -> "";
                };
    }

    private static String nulls(Optional<Boolean> nullable) {
        return nullable.map(may -> may ? " null" : " not null").orElse("");
    }

    private static String flag(Optional<Boolean> flag, String word) {
        return flag.map(set -> set ? word : "").orElse(word + "?");
    }

    private static String unnamed(boolean named) {
        return named ? "" : " (unnamed)";
    }
}
