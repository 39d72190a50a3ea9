package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.TypeKind;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.ddl.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An {@code sa.Enum} or {@code postgresql.ENUM}. */
record EnumSpec(Made made) {
    static boolean isEnum(Made made) {
        return made.is("Enum") || made.is("ENUM");
    }

    /** Whether PostgreSQL gets a type; else it is a VARCHAR. */
    boolean isNative() {
        return Given.flag(made.arguments().get("native_enum"), true, "native_enum");
    }

    /** Whether creating a table with such a column creates the type. */
    boolean comesWithTable() {
        return isNative() && Given.flag(made.arguments().get("create_type"), true, "create_type");
    }

    /** Whether a CHECK keeps a VARCHAR to the labels. */
    boolean isChecked() {
        return !isNative() && Given.flag(made.arguments().get("create_constraint"), false, "create_constraint");
    }

    ObjectKey key(String defaultSchema) {
        var schema = Given.optionalText(made.arguments().get("schema"), "the schema of the type");
        return Keys.of(Kind.TYPE, schema.orElse(defaultSchema), name());
    }

    /** Whether it names a schema, so that {@code format_type} may write it. */
    boolean hasSchema() {
        return made.arguments()
                .get("schema")
                .filter(schema -> !(schema instanceof Value.Nothing))
                .isPresent();
    }

    private String name() {
        return Given.optionalText(made.arguments().get("name"), "the name of the type")
                .or(this::className)
                .orElseThrow(() -> new Unclear("the type has no name"));
    }

    /** An enumeration in Python lends the type its name, in lower case. */
    private Optional<String> className() {
        return made.arguments().first().flatMap(first -> switch (first) {
            case Value.EnumType(var name, var _) -> Optional.of(name.toLowerCase(Locale.ROOT));
            case Symbol symbol -> Optional.of(symbol.lastName().toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        });
    }

    /** In sort order; empty where they are not known. */
    List<String> labels() {
        var labels = new ArrayList<String>();
        for (var argument : made.arguments().positional()) {
            switch (argument) {
                case Text(var label) -> labels.add(label);
                case Value.EnumMember(var _, var _, Text(var label)) -> labels.add(label);
                case Value.EnumType(var _, var members)
                when made.arguments().get("values_callable").isEmpty() -> labels.addAll(members.keySet());
                default -> {
                    return List.of();
                }
            }
        }
        return made.arguments().complete() ? labels : List.of();
    }

    /** The labels as Python has them. */
    Value values() {
        return Value.Items.of(Value.Shape.LIST, labels().stream().map(Text::new).toList());
    }

    Effect create(String defaultSchema, boolean ifAbsent, int line) {
        return new Effect.Create(new SchemaObject.Type(key(defaultSchema), TypeKind.ENUM, labels()), ifAbsent, line);
    }
}
