package dev.restamp.tracker.alembic.worlds;

import dev.restamp.tracker.alembic.worlds.Made.Column;
import dev.restamp.tracker.alembic.worlds.Made.Part;
import dev.restamp.tracker.alembic.worlds.Made.Part.Sort;
import dev.restamp.tracker.alembic.worlds.Made.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Indexes and constraints. */
final class KeyTemplates {
    private KeyTemplates() {}

    static Optional<Step> index(Scene scene) {
        return on(scene, column -> column.type.isOrdered(), (table, column) -> {
            var name = scene.fresh("idx_");
            var unique = scene.chance(3);
            TableTemplates.part(scene, table, Sort.INDEX, name, column);
            var shown = scene.chance(2) ? "op.f('" + name + "')" : "'" + name + "'";
            return Step.plain(
                    "op.create_index(" + shown + ", '" + table.name + "', ['" + column.name + "'], unique="
                            + (unique ? "True" : "False") + table.schemaArgument() + ")",
                    create(unique, name, table) + "(" + column.name + ")");
        });
    }

    /** Partial, of an expression, of several columns, of another method. */
    static Optional<Step> special(Scene scene) {
        return on(scene, column -> column.type.isText(), (table, column) -> {
            var name = scene.fresh("idx_");
            TableTemplates.part(scene, table, Sort.INDEX, name, column);
            var call = "op.create_index('" + name + "', '" + table.name + "', ";
            var end = table.schemaArgument() + ")";
            return switch (scene.random().nextInt(4)) {
                case 0 ->
                    Step.plain(
                            call + "['" + column.name + "'], unique=True, postgresql_where=sa.text('" + column.name
                                    + " IS NOT NULL')" + end,
                            create(true, name, table) + "(" + column.name + ") WHERE " + column.name + " IS NOT NULL");
                case 1 ->
                    Step.plain(
                            call + "[sa.text('lower(" + column.name + ")')]" + end,
                            create(false, name, table) + "(lower(" + column.name + "))");
                case 2 ->
                    Step.plain(
                            call + "['id', sa.text('" + column.name + " DESC')]" + end,
                            create(false, name, table) + "(id, " + column.name + " DESC)");
                default ->
                    Step.plain(
                            call + "['" + column.name + "'], postgresql_using='hash'" + end,
                            create(false, name, table) + "USING hash (" + column.name + ")");
            };
        });
    }

    static Optional<Step> unique(Scene scene) {
        return on(scene, column -> column.type.isOrdered(), (table, column) -> {
            var name = scene.chance(2) ? scene.fresh("uq_") : "";
            if (name.isEmpty()
                    && table.parts.stream().anyMatch(part -> part.name().equals(key(table, column, "key")))) {
                name = scene.fresh("uq_");
            }
            TableTemplates.part(scene, table, Sort.UNIQUE, name.isEmpty() ? key(table, column, "key") : name, column);
            return Step.plain(
                    "op.create_unique_constraint(" + quoted(name) + ", '" + table.name + "', ['" + column.name + "']"
                            + table.schemaArgument() + ")",
                    "ALTER TABLE " + table.sql() + " ADD " + constraint(name) + "UNIQUE (" + column.name + ")");
        });
    }

    static Optional<Step> check(Scene scene) {
        return on(scene, column -> column.type.isNumber(), (table, column) -> {
            var name = scene.fresh("ck_");
            TableTemplates.part(scene, table, Sort.CHECK, name, column);
            return Step.plain(
                    "op.create_check_constraint('" + name + "', '" + table.name + "', sa.text('" + column.name
                            + " >= 0')" + table.schemaArgument() + ")",
                    "ALTER TABLE " + table.sql() + " ADD CONSTRAINT " + name + " CHECK (" + column.name + " >= 0)");
        });
    }

    static Optional<Step> foreignKey(Scene scene) {
        return scene.tableToAddTo()
                .flatMap(target -> on(scene, column -> column.type.sql().equals("BIGINT"), (table, column) -> {
                    TableTemplates.refer(scene, target);
                    var name = scene.fresh("fk_");
                    TableTemplates.part(scene, table, Sort.FOREIGN_KEY, name, column);
                    var schemas = (table.isPublic() ? "" : ", source_schema='app'")
                            + (target.isPublic() ? "" : ", referent_schema='app'");
                    return Step.plain(
                            "op.create_foreign_key('" + name + "', '" + table.name + "', '" + target.name + "', ['"
                                    + column.name + "'], ['id']" + schemas + ")",
                            "ALTER TABLE " + table.sql() + " ADD CONSTRAINT " + name + " FOREIGN KEY(" + column.name
                                    + ") REFERENCES " + target.sql() + " (id)");
                }));
    }

    static Optional<Step> dropIndex(Scene scene) {
        return removed(
                scene,
                Sort.INDEX,
                (table, part) -> Step.plain(
                        "op.drop_index('" + part.name() + "', table_name='" + table.name + "'" + table.schemaArgument()
                                + ")",
                        "DROP INDEX " + in(table, part.name())));
    }

    static Optional<Step> dropConstraint(Scene scene) {
        var sort = scene.any(List.of(Sort.UNIQUE, Sort.CHECK, Sort.FOREIGN_KEY));
        var type = sort == Sort.FOREIGN_KEY ? "foreignkey" : sort.name().toLowerCase(java.util.Locale.ROOT);
        return removed(
                scene,
                sort,
                (table, part) -> Step.plain(
                        "op.drop_constraint('" + part.name() + "', '" + table.name + "', type_='" + type + "'"
                                + table.schemaArgument() + ")",
                        "ALTER TABLE " + table.sql() + " DROP CONSTRAINT " + part.name()));
    }

    static Optional<Step> rename(Scene scene) {
        return removed(scene, Sort.INDEX, (table, part) -> {
            var name = scene.fresh("idx_");
            table.parts.add(new Part(Sort.INDEX, name, part.columns(), scene.revision()));
            var sql = "ALTER INDEX " + in(table, part.name()) + " RENAME TO " + name;
            return Step.plain("op.execute('" + sql + "')", sql);
        });
    }

    static Optional<Step> batch(Scene scene) {
        return on(scene, column -> column.type.isOrdered(), (table, column) -> {
            var index = scene.fresh("idx_");
            var key = scene.fresh("uq_");
            TableTemplates.part(scene, table, Sort.INDEX, index, column);
            TableTemplates.part(scene, table, Sort.UNIQUE, key, column);
            return Step.plain(
                    "with op.batch_alter_table('" + table.name + "'" + table.schemaArgument()
                            + ") as batch_op:\n    batch_op.create_unique_constraint('" + key + "', ['id', '"
                            + column.name + "'])\n    batch_op.create_index(batch_op.f('" + index + "'), ['"
                            + column.name + "'], unique=False)",
                    "ALTER TABLE " + table.sql() + " ADD CONSTRAINT " + key + " UNIQUE (id, " + column.name + ")",
                    create(false, index, table) + "(" + column.name + ")");
        });
    }

    private static Optional<Step> on(Scene scene, Predicate<Column> which, BiFunction<Table, Column, Step> step) {
        return scene.tableToAddTo()
                .flatMap(table -> scene.some(
                                scene.columns(table).stream().filter(which).toList())
                        .map(column -> {
                            scene.adds(table);
                            return step.apply(table, column);
                        }));
    }

    private static Optional<Step> removed(Scene scene, Sort sort, BiFunction<Table, Part, Step> step) {
        return scene.tableToChange()
                .flatMap(
                        table -> scene.some(table.parts(sort, scene.ancestors()).toList())
                                .map(part -> {
                                    scene.changes(table);
                                    table.parts.remove(part);
                                    return step.apply(table, part);
                                }));
    }

    private static String create(boolean unique, String name, Table table) {
        return Stream.of("CREATE", unique ? "UNIQUE" : "", "INDEX", name, "ON", table.sql(), "")
                .filter(word -> !word.isEmpty())
                .reduce("", (words, word) -> words + word + " ");
    }

    private static String in(Table table, String name) {
        return table.isPublic() ? name : table.schema + "." + name;
    }

    private static String key(Table table, Column column, String label) {
        return table.name + "_" + column.name + "_" + label;
    }

    private static String quoted(String name) {
        return name.isEmpty() ? "None" : "'" + name + "'";
    }

    private static String constraint(String name) {
        return name.isEmpty() ? "" : "CONSTRAINT " + name + " ";
    }
}
