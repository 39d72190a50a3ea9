package dev.restamp.tracker.alembic.worlds;

import dev.restamp.tracker.alembic.worlds.Made.Column;
import dev.restamp.tracker.alembic.worlds.Made.Labels;
import dev.restamp.tracker.alembic.worlds.Made.Part;
import dev.restamp.tracker.alembic.worlds.Made.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Columns of tables that are there. */
final class ColumnTemplates {
    private ColumnTemplates() {}

    static Column fresh(Scene scene, Type type) {
        return new Column(scene.fresh("col_"), type, scene.chance(2), scene.chance(3), scene.revision());
    }

    /** @param more further arguments, each after a comma */
    static String python(Column column, String more) {
        var preset = column.preset ? ", server_default=" + column.type.preset().getFirst() : "";
        return "sa.Column('" + column.name + "', " + column.type.python() + preset + more + ", nullable="
                + (column.nullable ? "True" : "False") + ")";
    }

    static String sql(Column column) {
        return column.name + " " + column.type.sql()
                + (column.preset ? " DEFAULT " + column.type.preset().getLast() : "")
                + (column.nullable ? "" : " NOT NULL");
    }

    static Optional<Step> add(Scene scene) {
        return scene.tableToAddTo().map(table -> {
            var column = added(scene, table, scene.any(Type.ALL));
            var call = "op.add_column('" + table.name + "', ";
            var alter = "ALTER TABLE " + table.sql() + " ADD COLUMN " + sql(column);
            if (column.type.isOrdered() && scene.chance(6)) {
                var key = table.name + "_" + column.name + "_key";
                TableTemplates.part(scene, table, Part.Sort.UNIQUE, key, column);
                return Step.plain(
                        call + python(column, ", unique=True") + table.schemaArgument() + ")",
                        alter,
                        "ALTER TABLE " + table.sql() + " ADD UNIQUE (" + column.name + ")");
            }
            return Step.plain(call + python(column, "") + table.schemaArgument() + ")", alter);
        });
    }

    /** The type must be made first: adding a column does not. */
    static Optional<Step> addOfEnum(Scene scene) {
        return scene.tableToAddTo().map(table -> {
            var type = new Labels(scene.fresh("state_"), List.of("off", "on"), scene.revision());
            scene.made().enums.add(type);
            var variable = scene.fresh("state");
            var column = added(scene, table, Type.of(type, variable));
            return Step.plain(
                            variable + ".create(op.get_bind(), checkfirst=True)\nop.add_column('" + table.name + "', "
                                    + python(column, "") + table.schemaArgument() + ")",
                            FlowTemplates.where("to_regtype('" + type.name + "') IS NULL", List.of(type.create())),
                            "ALTER TABLE " + table.sql() + " ADD COLUMN " + sql(column))
                    .with(variable + " = postgresql.ENUM" + type.python(", create_type=False"));
        });
    }

    static Optional<Step> drop(Scene scene) {
        return changed(scene, (table, column) -> {
            table.drop(column);
            return call("op.drop_column", table, column, "", "DROP COLUMN " + column.name);
        });
    }

    static Optional<Step> retype(Scene scene) {
        return changed(
                scene,
                (table, column) -> {
                    var existing = column.type.python();
                    column.type = column.type.wider().orElseThrow();
                    return alter(
                            table,
                            column,
                            ", existing_type=" + existing + ", type_=" + column.type.python()
                                    + existingNullable(column),
                            "TYPE " + column.type.sql());
                },
                column -> column.type.wider().isPresent());
    }

    static Optional<Step> nullable(Scene scene) {
        return changed(
                scene,
                (table, column) -> {
                    column.nullable = !column.nullable;
                    return alter(
                            table,
                            column,
                            ", existing_type=" + column.type.python() + ", nullable="
                                    + (column.nullable ? "True" : "False"),
                            (column.nullable ? "DROP" : "SET") + " NOT NULL");
                },
                column -> !column.type.python().startsWith("state"));
    }

    static Optional<Step> preset(Scene scene) {
        return changed(scene, (table, column) -> {
            column.preset = !column.preset;
            var preset = column.type.preset();
            return alter(
                    table,
                    column,
                    ", server_default=" + (column.preset ? preset.getFirst() : "None"),
                    column.preset ? "SET DEFAULT " + preset.getLast() : "DROP DEFAULT");
        });
    }

    static Optional<Step> rename(Scene scene) {
        return changed(scene, (table, column) -> {
            var old = column.name;
            column.name = scene.fresh("named_");
            return Step.plain(
                    "op.alter_column('" + table.name + "', '" + old + "', new_column_name='" + column.name + "'"
                            + table.schemaArgument() + ")",
                    "ALTER TABLE " + table.sql() + " RENAME " + old + " TO " + column.name);
        });
    }

    static Optional<Step> batch(Scene scene) {
        return scene.tableToChange().filter(Table::isPublic).flatMap(table -> {
            var olds = scene.columns(table);
            if (olds.isEmpty()) {
                return Optional.empty();
            }
            scene.changes(table);
            var old = scene.any(olds);
            var column = added(scene, table, scene.any(Type.ALL));
            var body = new ArrayList<>(List.of("batch_op.add_column(" + python(column, "") + ")"));
            var sql = new ArrayList<>(List.of("ALTER TABLE " + table.name + " ADD COLUMN " + sql(column)));
            table.drop(old);
            body.add("batch_op.drop_column('" + old.name + "')");
            sql.add("ALTER TABLE " + table.name + " DROP COLUMN " + old.name);
            return Optional.of(new Step(Step.Sight.PLAIN, List.of(), body, sql)
                    .under("with op.batch_alter_table('" + table.name + "', schema=None) as batch_op:"));
        });
    }

    private static Column added(Scene scene, Table table, Type type) {
        var column = fresh(scene, type);
        table.columns.add(column);
        scene.adds(table);
        return column;
    }

    private static Optional<Step> changed(Scene scene, BiFunction<Table, Column, Step> change) {
        return changed(scene, change, _ -> true);
    }

    private static Optional<Step> changed(
            Scene scene, BiFunction<Table, Column, Step> change, java.util.function.Predicate<Column> which) {
        return scene.tableToChange()
                .flatMap(table -> scene.some(
                                scene.columns(table).stream().filter(which).toList())
                        .map(column -> {
                            scene.changes(table);
                            return change.apply(table, column);
                        }));
    }

    private static String existingNullable(Column column) {
        return ", existing_nullable=" + (column.nullable ? "True" : "False");
    }

    private static Step alter(Table table, Column column, String more, String what) {
        return call("op.alter_column", table, column, more, "ALTER COLUMN " + column.name + " " + what);
    }

    private static Step call(String operation, Table table, Column column, String more, String what) {
        return Step.plain(
                operation + "('" + table.name + "', '" + column.name + "'" + more + table.schemaArgument() + ")",
                "ALTER TABLE " + table.sql() + " " + what);
    }
}
