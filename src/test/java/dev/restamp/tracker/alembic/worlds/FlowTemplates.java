package dev.restamp.tracker.alembic.worlds;

import dev.restamp.tracker.alembic.worlds.Made.Column;
import dev.restamp.tracker.alembic.worlds.Made.Part.Sort;
import dev.restamp.tracker.alembic.worlds.Made.Table;
import dev.restamp.tracker.alembic.worlds.Step.Sight;
import java.util.List;
import java.util.Optional;

/** Python around the operations: conditions, helpers, and what nobody can read. */
final class FlowTemplates {
    private static final String INSPECTOR = "inspector = sa.inspect(op.get_bind())\n";

    private FlowTemplates() {}

    /** Sometimes in a helper, sometimes for one dialect alone. */
    static Step wrapped(Scene scene, Step step) {
        if (step.body().isEmpty() || step.body().stream().anyMatch(String::isEmpty) || hasText(step)) {
            return step;
        }
        return switch (scene.random().nextInt(12)) {
            case 0 -> step.under("if op.get_bind().dialect.name == 'postgresql':");
            case 1 -> {
                var helper = scene.fresh("_do_");
                var lines = Step.indented("def " + helper + "():", step.body());
                yield new Step(step.sight(), step.module(), List.of(helper + "()"), step.sql())
                        .with(lines.toArray(String[]::new));
            }
            case 2 -> step.under("if op.get_context().dialect.name == 'sqlite':\n    pass\nelse:");
            default -> step;
        };
    }

    /** A text over several lines must not be indented. */
    private static boolean hasText(Step step) {
        return step.body().stream().anyMatch(line -> line.contains("\"\"\""));
    }

    static Optional<Step> guardedTable(Scene scene) {
        var table = new Table("public", scene.fresh("table_"), scene.revision());
        table.columns.add(new Column("label", Type.ALL.getFirst(), true, false, scene.revision()));
        scene.made().tables.add(table);
        return Optional.of(createUnlessThere(scene.chance(2), table.name));
    }

    /** The same table on whatever branch comes first; nobody touches it afterwards. */
    static Optional<Step> everywhere(Scene scene) {
        var name = "everywhere_" + scene.random().nextInt(2);
        if (scene.chance(2)) {
            var sql = "CREATE TABLE IF NOT EXISTS " + name + " (id SERIAL NOT NULL, label TEXT, PRIMARY KEY (id))";
            return Optional.of(Step.plain("op.execute('" + sql + "')", sql));
        }
        return Optional.of(createUnlessThere(scene.chance(2), name));
    }

    private static Step createUnlessThere(boolean asksForAll, String name) {
        var question = asksForAll
                ? "if '" + name + "' not in inspector.get_table_names():"
                : "if not inspector.has_table('" + name + "'):";
        return Step.plain(
                INSPECTOR + question + "\n    op.create_table('" + name
                        + "', sa.Column('id', sa.Integer(), primary_key=True), sa.Column('label', sa.Text()))",
                where(
                        "to_regclass('" + name + "') IS NULL",
                        List.of("CREATE TABLE " + name + " (id SERIAL NOT NULL, label TEXT, PRIMARY KEY (id))")));
    }

    static Optional<Step> guardedColumn(Scene scene) {
        return scene.tableToAddTo().filter(Table::isPublic).map(table -> {
            var isThere = scene.chance(3) ? scene.some(scene.columns(table)) : Optional.<Column>empty();
            scene.adds(table);
            var column = isThere.orElseGet(() -> ColumnTemplates.fresh(scene, scene.any(Type.ALL)));
            if (isThere.isPresent() && column.type.python().startsWith("state")) {
                column = ColumnTemplates.fresh(scene, scene.any(Type.ALL));
                isThere = Optional.empty();
            }
            if (isThere.isEmpty()) {
                table.columns.add(column);
            }
            return Step.of(
                    isThere.isPresent() ? Sight.IDLE : Sight.PLAIN,
                    INSPECTOR + "columns = [c['name'] for c in inspector.get_columns('" + table.name + "')]\nif '"
                            + column.name + "' not in columns:\n    op.add_column('" + table.name + "', "
                            + ColumnTemplates.python(column, "") + ")",
                    where(
                            "NOT " + hasColumn(table, column),
                            List.of("ALTER TABLE " + table.name + " ADD COLUMN " + ColumnTemplates.sql(column))));
        });
    }

    static Optional<Step> guardedDrop(Scene scene) {
        return scene.tableToChange()
                .filter(Table::isPublic)
                .flatMap(table -> scene.some(scene.columns(table)).map(column -> {
                    scene.changes(table);
                    table.drop(column);
                    return Step.plain(
                            INSPECTOR + "if any(c['name'] == '" + column.name + "' for c in inspector.get_columns('"
                                    + table.name + "')):\n    op.drop_column('" + table.name + "', '" + column.name
                                    + "')",
                            where(
                                    hasColumn(table, column),
                                    List.of("ALTER TABLE " + table.name + " DROP COLUMN " + column.name)));
                }));
    }

    static Optional<Step> tried(Scene scene) {
        var index = scene.tableToChange()
                .filter(Table::isPublic)
                .flatMap(table -> scene.some(
                                table.parts(Sort.INDEX, scene.ancestors()).toList())
                        .map(part -> {
                            scene.changes(table);
                            table.parts.remove(part);
                            return part.name();
                        }));
        var sql = "DROP INDEX IF EXISTS " + index.orElse("idx_never");
        return Optional.of(Step.of(
                index.isPresent() ? Sight.PLAIN : Sight.IDLE,
                "try:\n    op.execute('" + sql + "')\nexcept Exception:\n    pass",
                sql));
    }

    static Optional<Step> otherDialect(Scene scene) {
        return Optional.of(Step.of(
                Sight.IDLE,
                "if op.get_bind().dialect.name == 'mysql':\n    op.drop_table('" + scene.fresh("other_") + "')"));
    }

    static Optional<Step> computedNothing(Scene scene) {
        return scene.chance(2)
                ? Optional.empty()
                : Optional.of(Step.of(Sight.UNREAD, "op.execute(os.environ.get('WORLD', 'SELECT 1'))", "SELECT 1"));
    }

    /** It names the table, and really adds something to it that no other script touches. */
    static Optional<Step> computedColumn(Scene scene) {
        return scene.tableToAddTo().filter(_ -> scene.chance(2)).map(table -> {
            TableTemplates.refer(scene, table);
            var sql = "ALTER TABLE " + table.sql() + " ADD COLUMN " + scene.fresh("hidden_") + " INTEGER";
            return Step.of(Sight.UNREAD, "op.execute(os.environ.get('WORLD', '" + sql + "'))", sql);
        });
    }

    private static String hasColumn(Table table, Column column) {
        return "EXISTS (SELECT FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '"
                + table.name + "' AND column_name = '" + column.name + "')";
    }

    /** The statements where the condition holds. */
    static String where(String condition, List<String> statements) {
        return "DO $do$ BEGIN IF " + condition + " THEN " + String.join("; ", statements) + "; END IF; END $do$";
    }
}
