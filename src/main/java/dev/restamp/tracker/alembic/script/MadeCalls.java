package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.ddl.Keys;
import java.util.List;
import java.util.Optional;

/** Calls on what SQLAlchemy made: {@code my_enum.create(bind)}, {@code table.drop(bind)}, {@code type.with_variant(…)}. */
final class MadeCalls {
    private MadeCalls() {}

    /** Empty where the call is not one of these. */
    static Optional<Value> call(
            Made made, String name, Arguments arguments, Place at, String defaultSchema, Journal journal) {
        if (name.equals("with_variant")) {
            return Optional.of(variant(made, arguments));
        }
        if (made.is("text") && (name.equals("bindparams") || name.equals("columns"))) {
            return Optional.of(made);
        }
        if (!name.equals("create") && !name.equals("drop")) {
            return Optional.empty();
        }
        try {
            return effects(made, name, arguments, at, defaultSchema).map(effects -> {
                journal.addAll(effects);
                return Constants.NONE;
            });
        } catch (Unclear unclear) {
            journal.opaque(unclear.why() + ": " + at.quote(), at);
            return Optional.of(Constants.NONE);
        }
    }

    /** On PostgreSQL the variant stands for the type, if it is one for PostgreSQL. */
    private static Value variant(Made made, Arguments arguments) {
        var dialects = arguments
                .positional()
                .subList(
                        Math.min(1, arguments.positional().size()),
                        arguments.positional().size());
        return dialects.contains(new Text("postgresql"))
                ? arguments.positional().getFirst()
                : made;
    }

    private static Optional<List<Effect>> effects(
            Made made, String name, Arguments arguments, Place at, String defaultSchema) {
        if (EnumSpec.isEnum(made)) {
            return Optional.of(enumType(new EnumSpec(made), name, arguments, at, defaultSchema));
        }
        if (!made.is("Table")) {
            return Optional.empty();
        }
        var checks = Given.flag(arguments.get("checkfirst"), false, "checkfirst");
        return Optional.of(
                name.equals("create")
                        ? table(made, defaultSchema, checks, at)
                        : List.of(new Effect.Drop(tableKey(made, defaultSchema), checks, at.line())));
    }

    /** {@code postgresql.ENUM} looks first unless told otherwise, {@code sa.Enum} does not. */
    private static List<Effect> enumType(
            EnumSpec spec, String name, Arguments arguments, Place at, String defaultSchema) {
        if (!spec.isNative()) {
            return List.of();
        }
        var looks = Given.flag(arguments.get(1, "checkfirst"), spec.made().is("ENUM"), "checkfirst");
        return List.of(
                name.equals("create")
                        ? spec.create(defaultSchema, looks, at.line())
                        : new Effect.Drop(spec.key(defaultSchema), looks, at.line()));
    }

    /** What creating an {@code sa.Table} makes. */
    static List<Effect> table(Value value, String defaultSchema, boolean ifAbsent, Place at) {
        if (!(value instanceof Made made)
                || !made.is("Table")
                || !made.arguments().complete()) {
            throw new Unclear("a table that is not known");
        }
        var items = made.arguments().positional();
        var schemaGiven = made.arguments().get("schema").isPresent();
        return new TableSpec(defaultSchema, tableKey(made, defaultSchema), schemaGiven, ifAbsent, at)
                .table(items.subList(Math.min(1, items.size()), items.size()));
    }

    private static ObjectKey tableKey(Made table, String defaultSchema) {
        var schema = Given.optionalText(table.arguments().get("schema"), "the schema");
        return Keys.table(
                schema.orElse(defaultSchema), Given.text(table.arguments().get(0, "name"), "the table"));
    }
}
