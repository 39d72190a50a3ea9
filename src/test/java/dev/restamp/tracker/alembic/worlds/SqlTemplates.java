package dev.restamp.tracker.alembic.worlds;

import dev.restamp.tracker.alembic.worlds.Made.Column;
import dev.restamp.tracker.alembic.worlds.Made.Labels;
import dev.restamp.tracker.alembic.worlds.Made.Table;
import dev.restamp.tracker.alembic.worlds.Step.Sight;
import java.util.List;
import java.util.Optional;

/** Raw SQL. */
final class SqlTemplates {
    private SqlTemplates() {}

    static Optional<Step> view(Scene scene) {
        return scene.tableToAddTo().map(table -> {
            TableTemplates.refer(scene, table);
            var name = scene.fresh("view_");
            return executed(
                    scene,
                    (scene.chance(3) ? "CREATE MATERIALIZED VIEW " : "CREATE VIEW ") + name + " AS SELECT id FROM "
                            + table.sql());
        });
    }

    static Optional<Step> function(Scene scene) {
        var name = scene.fresh("fn_");
        var function = "CREATE OR REPLACE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS $$\n"
                + "BEGIN\n    NEW.id := NEW.id; -- it's all there is\n    RETURN NEW;\nEND;\n$$";
        var step = Step.plain("op.execute(\"\"\"\n" + function + "\n\"\"\")", function);
        return Optional.of(scene.tableToAddTo()
                .filter(_ -> scene.chance(2))
                .map(table -> {
                    TableTemplates.refer(scene, table);
                    var trigger = "CREATE TRIGGER " + scene.fresh("tr_") + " BEFORE UPDATE ON " + table.sql()
                            + " FOR EACH ROW EXECUTE FUNCTION " + name + "()";
                    return step.then(executed(scene, trigger));
                })
                .orElse(step));
    }

    static Optional<Step> enumType(Scene scene) {
        var type = new Labels(scene.fresh("mood_"), List.of("glad", "sad"), scene.revision());
        scene.made().enums.add(type);
        return Optional.of(executed(scene, type.create()));
    }

    static Optional<Step> addLabel(Scene scene) {
        return scene.some(scene.made().enums.stream()
                        .filter(type -> type.touches.mayAdd(scene.ancestors()))
                        .toList())
                .map(type -> {
                    type.touches.adds(scene.revision());
                    var unlessThere = scene.chance(2) ? "IF NOT EXISTS " : "";
                    return executed(
                            scene,
                            "ALTER TYPE " + type.name + " ADD VALUE " + unlessThere + "'" + scene.fresh("label_")
                                    + "'");
                });
    }

    /** Several statements in one text. */
    static Optional<Step> several(Scene scene) {
        var table = new Table("public", scene.fresh("table_"), scene.revision());
        table.columns.add(new Column("title", Type.ALL.getFirst(), false, true, scene.revision()));
        scene.made().tables.add(table);
        var index = scene.fresh("idx_");
        var create = "CREATE TABLE " + table.name
                + " (\n    id serial PRIMARY KEY, -- the key\n    title text NOT NULL DEFAULT 'none; yet'\n)";
        var then = "CREATE INDEX " + index + " ON " + table.name + " USING btree (title)";
        table.parts.add(new Made.Part(Made.Part.Sort.INDEX, index, List.copyOf(table.columns), scene.revision()));
        return Optional.of(Step.plain("op.execute(\"\"\"\n" + create + ";\n" + then + ";\n\"\"\")", create, then));
    }

    /** Several actions in one statement. */
    static Optional<Step> alterTable(Scene scene) {
        return scene.tableToAddTo().map(table -> {
            scene.adds(table);
            var number = new Column(scene.fresh("col_"), Type.ALL.get(1), false, true, scene.revision());
            var text = new Column(scene.fresh("col_"), Type.ALL.getFirst(), true, false, scene.revision());
            table.columns.addAll(List.of(number, text));
            var check = scene.fresh("ck_");
            TableTemplates.part(scene, table, Made.Part.Sort.CHECK, check, number);
            return executed(
                    scene,
                    "ALTER TABLE " + table.sql() + " ADD COLUMN " + number.name
                            + " bigint NOT NULL DEFAULT 0, ADD COLUMN " + text.name + " text, ADD CONSTRAINT " + check
                            + " CHECK (" + number.name + " > -1)");
        });
    }

    static Optional<Step> data(Scene scene) {
        return scene.tableToAddTo().map(table -> {
            TableTemplates.refer(scene, table);
            var where = table.sql();
            return switch (scene.random().nextInt(4)) {
                case 0 -> data("UPDATE " + where + " SET id = id + 0 WHERE id < 0");
                case 1 -> data("INSERT INTO " + where + " (id) SELECT id FROM " + where + " WHERE false");
                case 2 -> data("DELETE FROM " + where + " WHERE id IS NULL");
                default ->
                    Step.of(
                            Sight.DATA,
                            "connection = op.get_bind()\nconnection.execute(sa.text('UPDATE " + where
                                    + " SET id = :id WHERE id = :id'), {'id': -1})",
                            "UPDATE " + where + " SET id = -1 WHERE id = -1");
            };
        });
    }

    private static Step data(String sql) {
        return Step.of(Sight.DATA, "op.execute('" + sql + "')", sql);
    }

    /** What leaves a trace that is not compared. */
    static Optional<Step> property(Scene scene) {
        return scene.tableToAddTo().map(table -> {
            TableTemplates.refer(scene, table);
            var sql = "COMMENT ON TABLE " + table.sql() + " IS '" + scene.fresh("comment ") + "'";
            return Step.of(Sight.DATA, "op.execute(\"" + sql + "\")", sql);
        });
    }

    /** As one of the ways in which people write SQL into a script. */
    private static Step executed(Scene scene, String sql) {
        return switch (scene.random().nextInt(5)) {
            case 0 -> Step.plain("op.execute(\n    \"" + sql.replace(" AS ", " AS \"\n    \"") + "\"\n)", sql);
            case 1 -> Step.plain("op.get_bind().execute(sa.text(\"\"\"" + sql + "\"\"\"))", sql);
            case 2 -> {
                var constant = scene.fresh("STATEMENT_");
                yield Step.plain("op.execute(" + constant + ")", sql)
                        .with(constant + " = \"\"\"\n    " + sql + ";\n\"\"\"");
            }
            case 3 -> {
                var words = sql.split(" ", 4);
                yield Step.plain(
                        "word = '" + words[2] + "'\nop.execute(f\"" + words[0] + " " + words[1] + " {word} " + words[3]
                                + "\")",
                        sql);
            }
            default -> Step.plain("op.execute(\"" + sql + "\")", sql);
        };
    }
}
