package dev.restamp.tracker.alembic.sql;

import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.alembic.ddl.ConstraintSpec;
import dev.restamp.tracker.alembic.ddl.TableChange;
import java.util.ArrayList;
import java.util.List;
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
        change.column(name, type.name(), Optional.of(!notNull), Default.unknown(), ifAbsent);
    }

    /** Takes one constraint of the column; tells whether it forbids NULL. */
    private boolean constraint(String column) {
        var name = cursor.accept("constraint") ? Optional.of(cursor.name()) : Optional.<String>empty();
        if (cursor.accept("not", "null")) {
            return true;
        }
        if (cursor.accept("primary", "key")) {
            add(ConstraintKind.PRIMARY_KEY, name, List.of(column));
            indexParameters();
        } else if (cursor.accept("unique")) {
            add(ConstraintKind.UNIQUE, name, List.of(column));
            indexParameters();
        } else if (cursor.accept("check")) {
            add(ConstraintKind.CHECK, name, mentioned(cursor.group(), Set.of(column)));
        } else if (cursor.sees("references")) {
            references(name, List.of(column));
        } else if (cursor.accept("generated")) {
            return generated(column);
        } else if (cursor.accept("default")) {
            cursor.skipOne();
            cursor.skipTo(CONSTRAINT_WORDS);
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
        } else if (!deferral()) {
            throw new NotUnderstood("a column constraint that is not known");
        }
    }

    private boolean deferral() {
        return cursor.accept("not", "deferrable")
                || cursor.accept("deferrable")
                || cursor.accept("initially", "deferred")
                || cursor.accept("initially", "immediate")
                || cursor.accept("not", "valid")
                || cursor.accept("no", "inherit");
    }

    private boolean generated(String column) {
        if (!cursor.accept("always")) {
            cursor.expect("by", "default");
        }
        cursor.expect("as");
        if (cursor.accept("identity")) {
            change.serial(column);
            if (cursor.sees("(")) {
                cursor.group();
            }
            return true;
        }
        cursor.group();
        cursor.accept("stored");
        cursor.accept("virtual");
        return false;
    }

    boolean seesTableConstraint() {
        return cursor.seesAny(TABLE_CONSTRAINT_WORDS);
    }

    /** A constraint of the table, up to the end. */
    void tableConstraint() {
        var name = cursor.accept("constraint") ? Optional.of(cursor.name()) : Optional.<String>empty();
        if (cursor.accept("primary", "key")) {
            add(ConstraintKind.PRIMARY_KEY, name, columns(cursor.group()));
            indexParameters();
        } else if (cursor.accept("unique")) {
            acceptNulls();
            add(ConstraintKind.UNIQUE, name, columns(cursor.group()));
            indexParameters();
        } else if (cursor.accept("foreign", "key")) {
            references(name, columns(cursor.group()));
        } else if (cursor.accept("check")) {
            add(ConstraintKind.CHECK, name, mentioned(cursor.group(), change.columns()));
        } else if (cursor.accept("exclude")) {
            exclusion(name);
        } else {
            throw new NotUnderstood("a table constraint that is not known");
        }
        while (deferral()) {
            // each word is taken by the question
        }
        cursor.expectEnd();
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
                .map(element -> element.sees("(") ? "" : element.name())
                .toList();
        add(ConstraintKind.EXCLUSION, name, columns.contains("") ? List.of() : columns);
        indexParameters();
        if (cursor.accept("where")) {
            cursor.group();
        }
    }

    private void add(ConstraintKind kind, Optional<String> name, List<String> columns) {
        change.constraint(ConstraintSpec.of(kind, name, columns));
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
        if (cursor.sees("(")) {
            cursor.group();
        }
        change.constraint(ConstraintSpec.foreignKey(name, columns, Optional.of(Reference.to(target))));
        while (cursor.accept("on") || cursor.accept("match")) {
            action();
        }
    }

    private void action() {
        if (cursor.accept("delete") || cursor.accept("update")) {
            if (cursor.accept("set")) {
                cursor.take();
            } else if (!cursor.accept("no", "action")) {
                cursor.take();
            }
        } else {
            cursor.take();
        }
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
