package dev.restamp.tracker.sql;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Deferral;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.Reference.Action;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.ddl.ConstraintSpec;
import dev.restamp.tracker.ddl.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the definition of a column, and the constraints of columns and tables. */
final class ColumnReader {
    private static final Set<String> CONSTRAINT_WORDS = Set.of(
            "constraint",
            "not",
            "null",
            "default",
            "primary",
            "unique",
            "check",
            "references",
            "generated",
            "collate",
            "deferrable",
            "initially",
            "storage",
            "compression");
    private static final Set<String> TABLE_CONSTRAINT_WORDS =
            Set.of("constraint", "primary", "unique", "foreign", "check", "exclude");

    private final Cursor cursor;
    private final TableChange change;
    private Default preset = Default.none();

    ColumnReader(Cursor cursor, TableChange change) {
        this.cursor = cursor;
        this.change = change;
    }

    /** A column and its own constraints, up to the end. */
    void column(boolean ifAbsent) {
        var name = cursor.name();
        var type = SqlTypes.read(cursor);
        var notNull = type.serial();
        if (type.serial()) {
            change.serial(name);
        }
        while (!cursor.atEnd()) {
            notNull |= constraint(name);
        }
        change.column(name, type.name(), Optional.of(!notNull), preset, ifAbsent);
    }

    /** Takes one constraint of the column; tells whether it forbids NULL. */
    private boolean constraint(String column) {
        var name = cursor.accept("constraint") ? Optional.of(cursor.name()) : Optional.<String>empty();
        if (cursor.accept("not", "null")) {
            return true;
        }
        if (cursor.accept("primary", "key")) {
            indexParameters();
            add(ConstraintSpec.of(ConstraintKind.PRIMARY_KEY, name, List.of(column)));
        } else if (cursor.accept("unique")) {
            indexParameters();
            add(ConstraintSpec.of(ConstraintKind.UNIQUE, name, List.of(column)));
        } else if (cursor.accept("check")) {
            check(name, Set.of(column));
        } else if (cursor.sees("references")) {
            references(name, List.of(column));
        } else if (cursor.accept("generated")) {
            return generated(column);
        } else if (cursor.accept("default")) {
            var start = cursor.position();
            cursor.skipOne();
            cursor.skipTo(CONSTRAINT_WORDS);
            preset = preset(cursor.since(start));
        } else {
            attribute();
        }
        return false;
    }

    private void attribute() {
        if (cursor.accept("null") || cursor.accept("no", "inherit")) {
            return;
        }
        if (cursor.accept("collate")) {
            cursor.qualified(Kind.TYPE);
        } else if (cursor.accept("storage") || cursor.accept("compression")) {
            cursor.name();
        } else if (deferral().isEmpty()) {
            throw new NotUnderstood("a column constraint that is not known");
        }
    }

    static Default preset(Clause expression) {
        return switch (expression) {
            case Clause.Sql(var text) -> new Default.Expression(text);
            case Clause.None _ -> Default.none();
            case Clause.Unknown _, Clause.Some _ -> Default.unknown();
        };
    }

    private void check(Optional<String> name, Set<String> columns) {
        var condition = cursor.group();
        add(ConstraintSpec.of(ConstraintKind.CHECK, name, mentioned(condition, columns))
                .withCondition(condition.clause()));
    }

    /** The words about when it is checked, as many as there are; empty where there is none. */
    private Optional<Deferral> deferral() {
        var deferral = Optional.<Deferral>empty();
        for (var next = deferralWord(); next.isPresent(); next = deferralWord()) {
            deferral = deferral.isPresent() && deferral.get().compareTo(next.get()) > 0 ? deferral : next;
        }
        return deferral;
    }

    private Optional<Deferral> deferralWord() {
        if (cursor.accept("initially", "deferred")) {
            return Optional.of(Deferral.DEFERRED);
        }
        if (cursor.accept("deferrable")) {
            return Optional.of(Deferral.DEFERRABLE);
        }
        return cursor.accept("not", "deferrable")
                        || cursor.accept("initially", "immediate")
                        || cursor.accept("not", "valid")
                        || cursor.accept("no", "inherit")
                ? Optional.of(Deferral.NOT_DEFERRABLE)
                : Optional.empty();
    }

    private boolean generated(String column) {
        var always = cursor.accept("always");
        if (!always) {
            cursor.expect("by", "default");
        }
        cursor.expect("as");
        if (cursor.accept("identity")) {
            change.identity(column, always);
            if (cursor.sees("(")) {
                cursor.group();
            }
            return true;
        }
        preset = generated(cursor.group().clause());
        cursor.accept("stored");
        cursor.accept("virtual");
        return false;
    }

    static Default generated(Clause expression) {
        return expression instanceof Clause.Sql(var sql) ? new Default.Generated(sql) : Default.unknown();
    }

    boolean seesTableConstraint() {
        return cursor.seesAny(TABLE_CONSTRAINT_WORDS);
    }

    /** A constraint of the table, up to the end. */
    void tableConstraint() {
        var name = cursor.accept("constraint") ? Optional.of(cursor.name()) : Optional.<String>empty();
        if (cursor.accept("primary", "key")) {
            key(ConstraintKind.PRIMARY_KEY, name);
        } else if (cursor.accept("unique")) {
            acceptNulls();
            key(ConstraintKind.UNIQUE, name);
        } else if (cursor.accept("foreign", "key")) {
            references(name, columns(cursor.group()));
        } else if (cursor.accept("check")) {
            check(name, change.columns());
        } else if (cursor.accept("exclude")) {
            exclusion(name);
        } else {
            throw new NotUnderstood("a table constraint that is not known");
        }
        cursor.expectEnd();
    }

    private void key(ConstraintKind kind, Optional<String> name) {
        var columns = columns(cursor.group());
        indexParameters();
        add(ConstraintSpec.of(kind, name, columns));
    }

    private void acceptNulls() {
        if (!cursor.accept("nulls", "not", "distinct")) {
            cursor.accept("nulls", "distinct");
        }
    }

    private void exclusion(Optional<String> name) {
        if (cursor.accept("using")) {
            cursor.name();
        }
        var columns = cursor.group().parts().stream()
                .map(element -> CreateIndex.element(element).column())
                .toList();
        indexParameters();
        var condition = cursor.accept("where") ? cursor.group().clause() : Clause.none();
        add(ConstraintSpec.of(ConstraintKind.EXCLUSION, name, columns.contains("") ? List.of() : columns)
                .withCondition(condition));
    }

    /** Adds it with what is said of when it is checked. */
    private void add(ConstraintSpec constraint) {
        change.constraint(constraint.withDeferral(deferral().or(() -> Optional.of(Deferral.NOT_DEFERRABLE))));
    }

    /** What may follow a key: included columns, storage parameters, a tablespace. */
    private void indexParameters() {
        acceptNulls();
        if (cursor.accept("include")) {
            cursor.group();
        }
        if (cursor.accept("with")) {
            cursor.group();
        }
        if (cursor.accept("using", "index", "tablespace")) {
            cursor.name();
        }
    }

    private void references(Optional<String> name, List<String> columns) {
        cursor.expect("references");
        var target = cursor.qualified(Kind.TABLE);
        var targets = cursor.sees("(") ? columns(cursor.group()) : List.<String>of();
        var onDelete = Optional.of(Action.NO_ACTION);
        var onUpdate = Optional.of(Action.NO_ACTION);
        while (cursor.seesAny(Set.of("on", "match"))) {
            if (cursor.accept("on", "delete")) {
                onDelete = action();
            } else if (cursor.accept("on", "update")) {
                onUpdate = action();
            } else {
                cursor.expect("match");
                cursor.take();
            }
        }
        var reference = new Reference(target, targets, onDelete, onUpdate);
        add(ConstraintSpec.foreignKey(name, columns, Optional.of(reference)));
    }

    private Optional<Action> action() {
        for (var action : Action.values()) {
            if (cursor.accept(action.toString().toLowerCase(Locale.ROOT).split(" "))) {
                if (cursor.sees("(")) {
                    cursor.group();
                }
                return Optional.of(action);
            }
        }
        throw new NotUnderstood("an action that is not known");
    }

    static List<String> columns(Cursor group) {
        var columns = new ArrayList<String>();
        for (var part : group.parts()) {
            columns.add(part.name());
        }
        return columns;
    }

    /** The columns that an expression mentions, each once, in order. */
    static List<String> mentioned(Cursor expression, Set<String> columns) {
        return expression.rest().stream()
                .filter(Token::isName)
                .map(Token::name)
                .filter(columns::contains)
                .distinct()
                .toList();
    }
}
