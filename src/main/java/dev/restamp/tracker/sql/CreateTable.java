package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.tracker.ddl.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code CREATE TABLE}, from after these words. */
final class CreateTable {
    private final Cursor cursor;
    private final int line;

    CreateTable(Cursor cursor, int line) {
        this.cursor = cursor;
        this.line = line;
    }

    List<Effect> effects() {
        var ifAbsent = cursor.ifNotExists();
        var table = cursor.qualified(Kind.TABLE);
        var change = new TableChange(table, ifAbsent, line);
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Create(new SchemaObject.Table(table), ifAbsent, line));
        if (cursor.sees("(")) {
            elements(cursor.group(), change, effects);
            options(effects);
        } else {
            effects.add(columnsFromElsewhere());
        }
        return effects;
    }

    private void elements(Cursor body, TableChange change, List<Effect> effects) {
        var like = false;
        // Checks are named after the columns they mention, wherever these are written.
        var constraints = new ArrayList<ColumnReader>();
        for (var element : body.parts()) {
            var reader = new ColumnReader(element, change);
            if (reader.seesTableConstraint()) {
                constraints.add(reader);
            } else if (element.sees("like")) {
                like = true;
            } else if (!element.atEnd()) {
                reader.column(false);
            }
        }
        constraints.forEach(ColumnReader::tableConstraint);
        effects.addAll(change.effects());
        if (like) {
            effects.add(columnsFromElsewhere());
        }
    }

    private Effect columnsFromElsewhere() {
        cursor.skipAll();
        return new Effect.Opaque("columns that are taken from elsewhere", line);
    }

    /** What follows the elements; inherited columns are not known here. */
    private void options(List<Effect> effects) {
        while (!cursor.atEnd()) {
            if (cursor.seesAny(Set.of("inherits", "as"))) {
                effects.add(columnsFromElsewhere());
                return;
            }
            cursor.skipOne();
        }
    }
}
