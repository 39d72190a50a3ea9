package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.ddl.ConstraintSpec;
import dev.restamp.tracker.ddl.Keys;
import dev.restamp.tracker.ddl.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ALTER TABLE}, from after these words. */
final class AlterTable {
    private static final Set<String> PROPERTIES = Set.of(
            "validate", "enable", "disable", "owner", "set", "reset", "cluster", "replica", "force", "no", "inherit");

    private final Cursor cursor;
    private final String quote;
    private final int line;
    private final List<Effect> effects = new ArrayList<>();

    /** @param quote the statement, for people */
    AlterTable(Cursor cursor, String quote, int line) {
        this.cursor = cursor;
        this.quote = quote;
        this.line = line;
    }

    List<Effect> effects() {
        if (cursor.ifExists()) {
            throw new NotUnderstood("whether the table exists decides what it does");
        }
        cursor.accept("only");
        var table = cursor.qualified(Kind.TABLE);
        cursor.accept("*");
        if (cursor.accept("rename")) {
            rename(table);
        } else if (cursor.accept("set", "schema")) {
            effects.add(new Effect.Rename(table, Keys.table(cursor.name(), table.name()), line));
        } else {
            actions(table);
        }
        return effects;
    }

    private void rename(ObjectKey table) {
        if (cursor.accept("to")) {
            effects.add(new Effect.Rename(table, Keys.table(table.schema(), cursor.name()), line));
        } else if (cursor.accept("constraint")) {
            renamePart(Kind.CONSTRAINT, table);
        } else {
            cursor.accept("column");
            renamePart(Kind.COLUMN, table);
        }
    }

    private void renamePart(Kind kind, ObjectKey table) {
        var from = Keys.part(kind, table, cursor.name());
        cursor.expect("to");
        effects.add(new Effect.Rename(from, Keys.part(kind, table, cursor.name()), line));
    }

    private void actions(ObjectKey table) {
        var change = new TableChange(table, false, line);
        var inPlace = new ArrayList<Effect>();
        for (var action : cursor.parts()) {
            action(action, table, change, inPlace);
        }
        effects.addAll(inPlace);
        effects.addAll(change.effects());
    }

    private void action(Cursor action, ObjectKey table, TableChange change, List<Effect> inPlace) {
        if (action.accept("add")) {
            add(action, table, change, inPlace);
        } else if (action.accept("drop")) {
            drop(action, table, inPlace);
        } else if (action.accept("alter")) {
            action.accept("column");
            inPlace.addAll(alter(action, table, change));
        } else if (action.seesAny(PROPERTIES)) {
            inPlace.add(property());
        } else {
            throw new NotUnderstood("an action that is not known");
        }
    }

    private Effect property() {
        return new Effect.Invisible(Trace.PROPERTY, quote, line);
    }

    private void add(Cursor action, ObjectKey table, TableChange change, List<Effect> inPlace) {
        if (usesIndex(action)) {
            addUsingIndex(action, table, change, inPlace);
            return;
        }
        var reader = new ColumnReader(action, change);
        if (reader.seesTableConstraint()) {
            reader.tableConstraint();
            return;
        }
        action.accept("column");
        reader.column(action.ifNotExists());
    }

    private static boolean usesIndex(Cursor action) {
        var tokens = action.rest();
        for (var i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("using")
                    && tokens.get(i + 1).is("index")
                    && tokens.stream().noneMatch(token -> token.is("("))) {
                return true;
            }
        }
        return false;
    }

    /** The index becomes the constraint's, and takes its name. */
    private void addUsingIndex(Cursor action, ObjectKey table, TableChange change, List<Effect> inPlace) {
        var name = action.accept("constraint") ? Optional.of(action.name()) : Optional.<String>empty();
        var kind = action.accept("unique") ? ConstraintKind.UNIQUE : ConstraintKind.PRIMARY_KEY;
        if (kind == ConstraintKind.PRIMARY_KEY) {
            action.expect("primary", "key");
        }
        action.expect("using", "index");
        var index = action.name();
        inPlace.add(new Effect.Drop(Keys.of(Kind.INDEX, table.schema(), index), false, line));
        change.constraint(ConstraintSpec.of(kind, Optional.of(name.orElse(index)), List.of()));
    }

    private void drop(Cursor action, ObjectKey table, List<Effect> inPlace) {
        var kind = action.accept("constraint") ? Kind.CONSTRAINT : Kind.COLUMN;
        if (kind == Kind.COLUMN) {
            action.accept("column");
        }
        var ifPresent = action.ifExists();
        inPlace.add(new Effect.Drop(Keys.part(kind, table, action.name()), ifPresent, line));
        if (action.accept("cascade")) {
            inPlace.add(DropReader.cascade(line));
        }
        action.accept("restrict");
        action.expectEnd();
    }

    private List<Effect> alter(Cursor action, ObjectKey table, TableChange change) {
        var name = action.name();
        var column = Keys.part(Kind.COLUMN, table, name);
        if (action.accept("set", "not", "null")) {
            return List.of(Effect.AlterColumn.nullable(column, false, line));
        }
        if (action.accept("drop", "not", "null")) {
            return List.of(Effect.AlterColumn.nullable(column, true, line));
        }
        if (action.accept("type") || action.accept("set", "data", "type")) {
            return List.of(Effect.AlterColumn.type(column, SqlTypes.read(action).name(), line));
        }
        if (action.accept("add", "generated")) {
            var identity = identity(action);
            change.identity(name, identity.always());
            return List.of(
                    new Effect.AlterColumn(column, Optional.empty(), Optional.of(false), Optional.of(identity), line));
        }
        if (action.sees("drop", "identity")) {
            throw new NotUnderstood("a sequence that goes with the identity");
        }
        return preset(action).map(preset -> preset(column, preset)).orElseGet(() -> List.of(property()));
    }

    private static Default.Identity identity(Cursor action) {
        return new Default.Identity(action.accept("always"));
    }

    /** What the action makes of the default; empty where it has nothing to do with it. */
    private static Optional<Default> preset(Cursor action) {
        if (action.accept("set", "default")) {
            return Optional.of(ColumnReader.preset(action.clause()));
        }
        if (action.accept("drop", "default") || action.accept("drop", "expression")) {
            return Optional.of(Default.none());
        }
        if (action.accept("set", "expression", "as")) {
            return Optional.of(ColumnReader.generated(action.group().clause()));
        }
        return action.accept("set", "generated") ? Optional.of(identity(action)) : Optional.empty();
    }

    private List<Effect> preset(ObjectKey column, Default preset) {
        var alter = Effect.AlterColumn.preset(column, preset, line);
        return preset instanceof Default.Unknown ? List.of(alter, property()) : List.of(alter);
    }
}
