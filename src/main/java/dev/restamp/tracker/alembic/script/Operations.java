package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.ddl.ConstraintSpec;
import dev.restamp.tracker.ddl.IndexSpec;
import dev.restamp.tracker.ddl.Keys;
import dev.restamp.tracker.ddl.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the operations of {@code alembic.op} that change the schema do; the rest is the {@link ScriptWorld}'s. */
final class Operations {
    private static final List<String> CREATE_TABLE = List.of("table_name");
    private static final List<String> DROP_TABLE = List.of("table_name", "schema");
    private static final List<String> RENAME_TABLE = List.of("old_table_name", "new_table_name", "schema");
    private static final List<String> ADD_COLUMN = List.of("table_name", "column", "schema");
    private static final List<String> COLUMN =
            List.of("table_name", "column_name", "nullable", "comment", "server_default", "new_column_name", "type_");
    private static final List<String> CREATE_INDEX = List.of("index_name", "table_name", "columns", "schema", "unique");
    private static final List<String> DROP_INDEX = List.of("index_name", "table_name", "schema");
    private static final List<String> CONSTRAINT = List.of("constraint_name", "table_name", "columns", "schema");
    private static final List<String> CHECK = List.of("constraint_name", "table_name", "condition", "schema");
    private static final List<String> EXCLUSION = List.of("constraint_name", "table_name");
    private static final List<String> DROP_CONSTRAINT = List.of("constraint_name", "table_name", "type_", "schema");
    private static final List<String> FOREIGN_KEY =
            List.of("constraint_name", "source_table", "referent_table", "local_cols", "remote_cols");

    static final Set<String> NAMES = Set.of(
            "create_table",
            "drop_table",
            "rename_table",
            "add_column",
            "drop_column",
            "alter_column",
            "create_index",
            "drop_index",
            "create_unique_constraint",
            "create_primary_key",
            "create_foreign_key",
            "create_check_constraint",
            "create_exclude_constraint",
            "drop_constraint");

    private Operations() {}

    /** What alone an operation can touch, whatever its arguments; empty for whole tables. */
    static Optional<Set<Kind>> kinds(String operation) {
        return switch (operation) {
            case "create_index", "drop_index" -> Optional.of(Set.of(Kind.INDEX));
            case "create_unique_constraint",
                    "create_primary_key",
                    "create_foreign_key",
                    "create_check_constraint",
                    "create_exclude_constraint",
                    "drop_constraint" -> Optional.of(Set.of(Kind.CONSTRAINT));
            default -> Optional.empty();
        };
    }

    /** @throws Unclear if an argument that matters is not known */
    static List<Effect> effects(OpCall call) {
        return switch (call.name()) {
            case "create_table" -> createTable(call);
            case "drop_table" -> List.of(drop(call.table(DROP_TABLE, "table_name", "schema"), call));
            case "rename_table" -> List.of(renameTable(call));
            case "add_column" -> addColumn(call);
            case "drop_column" -> List.of(dropColumn(call));
            case "alter_column" -> alterColumn(call);
            case "create_index" -> List.of(createIndex(call));
            case "drop_index" -> List.of(dropIndex(call));
            case "create_unique_constraint" -> key(call, ConstraintKind.UNIQUE);
            case "create_primary_key" -> key(call, ConstraintKind.PRIMARY_KEY);
            case "create_foreign_key" -> foreignKey(call);
            case "create_check_constraint" -> check(call);
            case "create_exclude_constraint" -> exclusion(call);
            case "drop_constraint" -> List.of(dropConstraint(call));
            default -> throw new Unclear("no such operation");
        };
    }

    private static List<Effect> createTable(OpCall call) {
        var table = call.table(CREATE_TABLE, "table_name", "schema");
        var positional = call.arguments().positional();
        var items = call.arguments().get("table_name").isPresent()
                ? positional
                : positional.subList(Math.min(1, positional.size()), positional.size());
        var effects = new ArrayList<>(
                new TableSpec(call.defaultSchema(), table, schemaGiven(call), call.flag("if_not_exists"), call.at())
                        .table(items));
        if (!call.arguments().complete()
                || call.arguments().get("postgresql_inherits").isPresent()) {
            effects.add(new Effect.Opaque(
                    "in " + table + " items that are not known: " + call.at().quote(), call.line()));
        }
        return effects;
    }

    private static boolean schemaGiven(OpCall call) {
        return call.arguments()
                .get("schema")
                .filter(schema -> !(schema instanceof Value.Nothing))
                .isPresent();
    }

    private static Effect drop(ObjectKey key, OpCall call) {
        return new Effect.Drop(key, call.flag("if_exists"), call.line());
    }

    private static Effect renameTable(OpCall call) {
        var schema = call.schema(RENAME_TABLE, "schema");
        var from = Given.text(call.get(RENAME_TABLE, "old_table_name"), "the table");
        var to = Given.text(call.get(RENAME_TABLE, "new_table_name"), "the new name of the table");
        return new Effect.Rename(Keys.table(schema, from), Keys.table(schema, to), call.line());
    }

    private static List<Effect> addColumn(OpCall call) {
        var table = call.table(ADD_COLUMN, "table_name", "schema");
        var column = call.get(ADD_COLUMN, "column").orElse(Constants.NONE);
        return new TableSpec(call.defaultSchema(), table, schemaGiven(call), false, call.at())
                .column(column, call.flag("if_not_exists"));
    }

    private static Effect dropColumn(OpCall call) {
        return drop(column(call), call);
    }

    private static ObjectKey column(OpCall call) {
        // After the column's name the signatures differ, but neither has a schema by position outside of drop_column.
        var signature = call.name().equals("drop_column") ? List.of("table_name", "column_name", "schema") : COLUMN;
        var table = call.table(signature, "table_name", "schema");
        return Keys.part(Kind.COLUMN, table, Given.text(call.get(signature, "column_name"), "the column"));
    }

    private static List<Effect> alterColumn(OpCall call) {
        var column = column(call);
        var nullable = Given.optionalFlag(call.get(COLUMN, "nullable"), "nullable");
        var type = call.get(COLUMN, "type_").filter(value -> !(value instanceof Value.Nothing));
        var preset = call.get(COLUMN, "server_default").filter(value -> !value.equals(Constants.FALSE));
        var effects = new ArrayList<>(changed(
                new Effect.AlterColumn(column, Optional.empty(), nullable, preset.map(Defaults::of), call.line()),
                type,
                call));
        var newName = Given.optionalText(
                call.get(COLUMN, "new_column_name").or(() -> call.arguments().get("name")), "the new name");
        newName.ifPresent(name -> effects.add(new Effect.Rename(
                column, ObjectKey.of(Kind.COLUMN, column.schema(), column.path().get(1), name), call.line())));
        if (effects.isEmpty() || preset.map(Defaults::of).equals(Optional.of(Default.unknown()))) {
            effects.add(new Effect.Invisible(Trace.PROPERTY, call.at().quote(), call.line()));
        }
        return effects;
    }

    /** A type that is not known still is another one. */
    private static List<Effect> changed(Effect.AlterColumn alter, Optional<Value> type, OpCall call) {
        var effects = new ArrayList<Effect>();
        var formatted = type.flatMap(new ColumnTypes(call.defaultSchema())::formatted);
        if (type.isPresent() && formatted.isEmpty()) {
            effects.add(new Effect.Forget(alter.key(), call.line()));
        }
        if (formatted.isPresent()
                || alter.nullable().isPresent()
                || alter.preset().isPresent()) {
            effects.add(new Effect.AlterColumn(alter.key(), formatted, alter.nullable(), alter.preset(), call.line()));
        }
        return effects;
    }

    private static Effect createIndex(OpCall call) {
        var table = call.table(CREATE_INDEX, "table_name", "schema");
        var name = Given.optionalText(call.get(CREATE_INDEX, "index_name"), "the name of the index");
        var columns = call.get(CREATE_INDEX, "columns").orElse(Constants.NONE);
        var list = columns instanceof Value.Items(var _, var items) ? items : List.of(columns);
        var index = Indexes.read(table, name, list, call.arguments());
        return new Effect.Create(
                name.isPresent()
                        ? index.index()
                        : byConvention(table, list, call).presumed(),
                call.flag("if_not_exists"),
                call.line());
    }

    /** Without a name SQLAlchemy gives one. */
    private static IndexSpec byConvention(ObjectKey table, List<Value> columns, OpCall call) {
        return Indexes.ofColumn(
                table, schemaGiven(call), Given.text(columns.stream().findFirst(), "a column"), false);
    }

    private static Effect dropIndex(OpCall call) {
        var name = Given.text(call.get(DROP_INDEX, "index_name"), "the name of the index");
        return drop(Keys.of(Kind.INDEX, call.schema(DROP_INDEX, "schema"), name), call);
    }

    private static List<Effect> key(OpCall call, ConstraintKind kind) {
        var columns = Given.texts(call.get(CONSTRAINT, "columns"), "the columns of the key");
        return constraint(
                call, ConstraintSpec.of(kind, name(call), columns).withDeferral(References.deferral(call.arguments())));
    }

    private static Optional<String> name(OpCall call) {
        return Given.optionalText(call.get(CONSTRAINT, "constraint_name"), "the name of the constraint");
    }

    private static List<Effect> constraint(OpCall call, ConstraintSpec spec) {
        return constraint(call, call.table(CONSTRAINT, "table_name", "schema"), spec);
    }

    private static List<Effect> constraint(OpCall call, ObjectKey table, ConstraintSpec spec) {
        var change = new TableChange(table, false, call.line());
        change.constraint(spec);
        return change.effects();
    }

    private static List<Effect> foreignKey(OpCall call) {
        var table = call.table(FOREIGN_KEY, "source_table", "source_schema");
        var schema = Given.optionalText(call.arguments().get("referent_schema"), "the schema it points to");
        var target = Given.text(call.get(FOREIGN_KEY, "referent_table"), "the table it points to");
        var columns = Given.texts(call.get(FOREIGN_KEY, "local_cols"), "the columns of the key");
        var references = Keys.table(schema.orElse(call.defaultSchema()), target);
        return constraint(
                call,
                table,
                ConstraintSpec.foreignKey(name(call), columns, Optional.of(reference(call, references)))
                        .withDeferral(References.deferral(call.arguments())));
    }

    private static Reference reference(OpCall call, ObjectKey table) {
        var columns = call.get(FOREIGN_KEY, "remote_cols").filter(Value::isPlain);
        return new Reference(
                table,
                columns.isPresent() ? Given.texts(columns, "the columns it points to") : List.of(),
                References.action(call.arguments(), "ondelete"),
                References.action(call.arguments(), "onupdate"));
    }

    private static List<Effect> check(OpCall call) {
        var condition = call.get(CHECK, "condition").orElse(Constants.NONE);
        return constraint(call, Constraints.check(name(call), condition, Set.of()));
    }

    private static List<Effect> exclusion(OpCall call) {
        var fixed = call.batch().isPresent() ? 1 : 2;
        var positional = call.arguments().positional();
        var elements = positional.subList(Math.min(fixed, positional.size()), positional.size());
        var table = call.table(EXCLUSION, "table_name", "schema");
        return constraint(call, table, Constraints.exclusion(name(call), elements));
    }

    private static Effect dropConstraint(OpCall call) {
        var table = call.table(DROP_CONSTRAINT, "table_name", "schema");
        var name = Given.text(call.get(DROP_CONSTRAINT, "constraint_name"), "the name of the constraint");
        return drop(Keys.part(Kind.CONSTRAINT, table, name), call);
    }
}
