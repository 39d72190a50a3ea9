package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.TypeKind;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.ddl.Keys;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operations that plug-ins add to {@code alembic.op}: alembic-utils for entities, alembic-postgresql-enum for labels. */
final class PluginOperations {
    static final Set<String> NAMES = Set.of("create_entity", "replace_entity", "drop_entity", "sync_enum_values");

    private PluginOperations() {}

    /** @throws Unclear if an argument that matters is not known */
    static List<Effect> effects(OpCall call) {
        if (call.name().equals("sync_enum_values")) {
            return labels(call);
        }
        var entity = call.arguments().get(0, "target").orElse(Constants.NONE);
        if (!(entity instanceof Made made) || !made.path().startsWith("alembic_utils.")) {
            throw new Unclear("an entity that is not known");
        }
        return List.of(object(made, call.defaultSchema())
                .map(object -> change(object, call))
                .orElseGet(() -> new Effect.Invisible(Trace.PROPERTY, call.at().quote(), call.line())));
    }

    private static Effect change(SchemaObject object, OpCall call) {
        return call.name().equals("drop_entity")
                ? new Effect.Drop(object.key(), false, call.line())
                : new Effect.Create(object, call.name().equals("replace_entity"), call.line());
    }

    /** Empty for what is not compared: grants, policies. */
    private static Optional<SchemaObject> object(Made entity, String defaultSchema) {
        var schema = Given.optionalText(entity.arguments().get(0, "schema"), "the schema of the entity")
                .orElse(defaultSchema);
        return switch (entity.name()) {
            case "PGFunction" -> Optional.of(new SchemaObject.Other(Keys.of(Kind.ROUTINE, schema, name(entity))));
            case "PGView" -> Optional.of(new SchemaObject.View(Keys.of(Kind.VIEW, schema, name(entity)), false));
            case "PGMaterializedView" ->
                Optional.of(new SchemaObject.View(Keys.of(Kind.VIEW, schema, name(entity)), true));
            case "PGExtension" -> Optional.of(new SchemaObject.Other(Keys.global(Kind.EXTENSION, name(entity))));
            case "PGTrigger" -> Optional.of(new SchemaObject.Other(trigger(entity, schema)));
            case "PGPolicy", "PGGrantTable" -> Optional.empty();
            default -> throw new Unclear("a kind of entity that is not known");
        };
    }

    /** What stands before the parameters. */
    private static String name(Made entity) {
        var signature = Given.text(entity.arguments().get(1, "signature"), "the signature of the entity");
        var open = signature.indexOf('(');
        return (open < 0 ? signature : signature.substring(0, open)).strip().replace("\"", "");
    }

    private static ObjectKey trigger(Made entity, String schema) {
        var on = Given.text(entity.arguments().get("on_entity"), "the table of the trigger");
        var dot = on.indexOf('.');
        var table = dot < 0 ? Keys.table(schema, on) : Keys.table(on.substring(0, dot), on.substring(dot + 1));
        return Keys.part(Kind.TRIGGER, table, name(entity));
    }

    /** The type is made anew with these labels, and its columns keep it. */
    private static List<Effect> labels(OpCall call) {
        var schema = Given.optionalText(call.arguments().get(0, "enum_schema"), "the schema of the type")
                .orElse(call.defaultSchema());
        var name = Given.text(call.arguments().get(1, "enum_name"), "the name of the type");
        var labels = Given.texts(call.arguments().get(2, "new_values"), "the labels of the type");
        var key = Keys.of(Kind.TYPE, schema, name);
        return List.of(
                new Effect.Drop(key, false, call.line()),
                new Effect.Create(new SchemaObject.Type(key, TypeKind.ENUM, labels), false, call.line()));
    }
}
