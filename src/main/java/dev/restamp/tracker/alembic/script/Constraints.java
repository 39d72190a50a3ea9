package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.ddl.ConstraintSpec;
import dev.restamp.tracker.ddl.Keys;
import dev.restamp.tracker.sql.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads SQLAlchemy's constraints. */
final class Constraints {
    private final String defaultSchema;

    Constraints(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /** A constraint among the items of a table; empty where it is none. */
    Optional<ConstraintSpec> ofTable(Made made, Set<String> columns) {
        var name = name(made);
        return switch (made.name()) {
            case "PrimaryKeyConstraint" -> Optional.of(key(ConstraintKind.PRIMARY_KEY, name, made));
            case "UniqueConstraint" -> Optional.of(key(ConstraintKind.UNIQUE, name, made));
            case "ForeignKeyConstraint" -> Optional.of(foreignKey(made));
            case "CheckConstraint" -> Optional.of(check(made, columns));
            case "ExcludeConstraint" ->
                Optional.of(exclusion(name, made.arguments().positional()));
            default -> Optional.empty();
        };
    }

    static Optional<String> name(Made made) {
        return Given.optionalText(made.arguments().get("name"), "the name of the constraint");
    }

    private static ConstraintSpec key(ConstraintKind kind, Optional<String> name, Made made) {
        var columns = new ArrayList<String>();
        for (var column : made.arguments().positional()) {
            columns.add(columnName(column));
        }
        if (!made.arguments().complete()) {
            throw new Unclear("the columns of a key are not known");
        }
        return ConstraintSpec.of(kind, name, columns).withDeferral(References.deferral(made.arguments()));
    }

    private static String columnName(Value column) {
        return column instanceof Made made && made.name().equals("column")
                ? Given.text(made.arguments().first(), "a column")
                : Given.text(Optional.of(column), "a column");
    }

    private ConstraintSpec foreignKey(Made made) {
        var columns = Given.texts(made.arguments().get(0, "columns"), "the columns of a foreign key");
        var targets = made.arguments().get(1, "refcolumns");
        var name = Given.optionalText(made.arguments().get(2, "name"), "the name of the constraint");
        var paths = targets.filter(Value.Items.class::isInstance)
                .map(value -> ((Value.Items) value).items())
                .orElse(List.of());
        return foreignKey(name, columns, paths, made);
    }

    /** {@code sa.ForeignKey("users.id")} of one column. */
    ConstraintSpec ofColumn(Made foreignKey, String column) {
        var target = foreignKey.arguments().get(0, "column").stream().toList();
        return foreignKey(name(foreignKey), List.of(column), target, foreignKey);
    }

    private ConstraintSpec foreignKey(Optional<String> name, List<String> columns, List<Value> targets, Made made) {
        var table = targets.stream().findFirst().flatMap(this::target);
        var reference = table.map(to -> new Reference(
                to,
                targetColumns(targets),
                References.action(made.arguments(), "ondelete"),
                References.action(made.arguments(), "onupdate")));
        return ConstraintSpec.foreignKey(name, columns, reference).withDeferral(References.deferral(made.arguments()));
    }

    /** Empty unless each is known. */
    private static List<String> targetColumns(List<Value> targets) {
        var columns = new ArrayList<String>();
        for (var target : targets) {
            if (!(target instanceof Text(var path)) || path.indexOf('.') < 0) {
                return List.of();
            }
            columns.add(path.substring(path.lastIndexOf('.') + 1));
        }
        return columns;
    }

    /** {@code users.id} or {@code shop.users.id}; empty where it is no text. */
    private Optional<ObjectKey> target(Value column) {
        if (!(column instanceof Text(var path))) {
            return Optional.empty();
        }
        var parts = path.split("\\.", -1);
        return switch (parts.length) {
            case 1, 2 -> Optional.of(Keys.table(defaultSchema, parts[0]));
            case 3 -> Optional.of(Keys.table(parts[0], parts[1]));
            default -> Optional.empty();
        };
    }

    ConstraintSpec check(Made made, Set<String> columns) {
        return check(
                Given.optionalText(made.arguments().get(1, "name"), "the name of the constraint"),
                made.arguments().get(0, "sqltext").orElse(Constants.NONE),
                columns);
    }

    /** @param columns those of the table, as far as they are known: the one it mentions is in its name */
    static ConstraintSpec check(Optional<String> name, Value condition, Set<String> columns) {
        var mentioned = switch (condition) {
            case Text(var sql) -> SqlReader.mentioned(sql, columns);
            case Made made
            when made.is("text") && made.arguments().first().orElse(Constants.NONE) instanceof Text(var sql) ->
                SqlReader.mentioned(sql, columns);
            default -> List.<String>of();
        };
        return ConstraintSpec.of(ConstraintKind.CHECK, name, mentioned).withCondition(SqlText.condition(condition));
    }

    /** Its elements are pairs of a column or an expression and an operator. */
    static ConstraintSpec exclusion(Optional<String> name, List<Value> elements) {
        var columns = new ArrayList<String>();
        for (var element : elements) {
            if (element instanceof Value.Items(var _, var pair) && pair.getFirst() instanceof Text(var column)) {
                columns.add(column);
            } else {
                return ConstraintSpec.of(ConstraintKind.EXCLUSION, name, List.of());
            }
        }
        return ConstraintSpec.of(ConstraintKind.EXCLUSION, name, columns);
    }
}
