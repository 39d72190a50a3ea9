package dev.restamp.tracker;

import dev.restamp.core.evidence.Condition;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Deferral;
import dev.restamp.core.schema.Reference;
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
            case Effect.AlterColumn(var key, var type, var nullable, var preset, var _) ->
                "alter " + key + type.map(name -> " " + name).orElse("") + nulls(nullable)
                        + preset.map(EffectText::altered).orElse("");
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
                    case SchemaObject.Column(var _, var type, var nullable, var preset, var _) ->
                        " " + type.orElse("?") + nulls(nullable) + preset(preset);
                    case SchemaObject.Constraint constraint -> constraint(constraint) + unnamed(constraint.named());
                    case SchemaObject.Index index ->
                        index.table().map(on -> " on " + on.name()).orElse("") + " " + index.columns()
                                + flag(index.unique(), " unique") + details(index) + unnamed(index.named());
                    case SchemaObject.Type(var _, var kind, var labels) -> " " + kind + " " + labels;
                    case SchemaObject.View(var _, var materialized) -> materialized ? " materialized" : "";
                    case SchemaObject.Table _, SchemaObject.Sequence _, SchemaObject.Other _ -> "";
                };
    }

    private static String constraint(SchemaObject.Constraint constraint) {
        return " " + constraint.kind().word() + " " + constraint.columns()
                + constraint.references().map(EffectText::reference).orElse("")
                + clause("", constraint.condition())
                + constraint
                        .deferral()
                        .filter(deferral -> deferral != Deferral.NOT_DEFERRABLE)
                        .map(deferral -> " " + deferral)
                        .orElse("");
    }

    private static String reference(Reference reference) {
        return " to " + reference.table()
                + (reference.columns().isEmpty() ? "" : " " + reference.columns())
                + action(" on delete ", reference.onDelete())
                + action(" on update ", reference.onUpdate());
    }

    private static String action(String what, Optional<Reference.Action> action) {
        return action.filter(does -> does != Reference.Action.NO_ACTION)
                .map(does -> what + does)
                .orElse("");
    }

    private static String details(SchemaObject.Index index) {
        var details = index.details();
        return clause(" over", details.expressions())
                + details.method()
                        .filter(method -> !method.equals("btree"))
                        .map(method -> " " + method)
                        .orElse("")
                + details.descending()
                        .filter(each -> each.contains(true))
                        .map(each -> " descending " + each)
                        .orElse("")
                + details.included()
                        .filter(each -> !each.isEmpty())
                        .map(each -> " include " + each)
                        .orElse("")
                + clause(" where", details.predicate());
    }

    private static String clause(String word, Clause clause) {
        return switch (clause) {
            case Clause.Unknown _ -> "";
            case Clause.Some _ -> word + " ?";
            case Clause.None _ -> "";
            case Clause.Sql(var text) -> word + " (" + text + ")";
        };
    }

    private static String preset(Default preset) {
        return switch (preset) {
            case Default.Unknown _ -> " default ?";
            case Default.None _ -> "";
            case Default.Expression(var sql) -> " default " + sql;
            case Default.Generated(var sql) -> " generated (" + sql + ")";
            case Default.Identity(var always) -> always ? " identity always" : " identity";
        };
    }

    private static String altered(Default preset) {
        return preset instanceof Default.None ? " no default" : preset(preset);
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
