package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.ddl.Keys;
import java.util.ArrayList;
import java.util.List;

/** {@code DROP …}, from after the word. */
final class DropReader {
    private final Cursor cursor;
    private final int line;

    DropReader(Cursor cursor, int line) {
        this.cursor = cursor;
        this.line = line;
    }

    List<Effect> effects() {
        var kind = kind();
        cursor.accept("concurrently");
        var ifPresent = cursor.ifExists();
        var effects = new ArrayList<Effect>();
        do {
            effects.add(new Effect.Drop(key(kind), ifPresent, line));
        } while (cursor.accept(","));
        if (cursor.accept("cascade")) {
            effects.add(cascade(line));
        }
        cursor.accept("restrict");
        cursor.expectEnd();
        return effects;
    }

    /** What depends on a dropped object stands in the catalog alone. */
    static Effect cascade(int line) {
        return new Effect.Opaque("CASCADE: takes along what depends on it", line);
    }

    private Kind kind() {
        cursor.accept("materialized");
        cursor.accept("foreign");
        return switch (cursor.take().name()) {
            case "table" -> Kind.TABLE;
            case "index" -> Kind.INDEX;
            case "view" -> Kind.VIEW;
            case "sequence" -> Kind.SEQUENCE;
            case "type", "domain" -> Kind.TYPE;
            case "schema" -> Kind.SCHEMA;
            case "extension" -> Kind.EXTENSION;
            case "function", "procedure", "aggregate", "routine" -> Kind.ROUTINE;
            case "trigger" -> Kind.TRIGGER;
            default -> throw new NotUnderstood("a kind of object that is not known");
        };
    }

    private ObjectKey key(Kind kind) {
        return switch (kind) {
            case SCHEMA, EXTENSION -> Keys.global(kind, cursor.name());
            case TRIGGER -> trigger();
            case ROUTINE -> routine();
            case TYPE, SEQUENCE, TABLE, INDEX, VIEW, COLUMN, CONSTRAINT -> cursor.qualified(kind);
        };
    }

    private ObjectKey trigger() {
        var name = cursor.name();
        cursor.expect("on");
        return Keys.part(Kind.TRIGGER, cursor.qualified(Kind.TABLE), name);
    }

    private ObjectKey routine() {
        var key = cursor.qualified(Kind.ROUTINE);
        if (cursor.sees("(")) {
            cursor.group();
        }
        return key;
    }
}
