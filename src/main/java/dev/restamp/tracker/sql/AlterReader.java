package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.schema.Kind;
import dev.restamp.tracker.ddl.Keys;
import java.util.List;
import java.util.Set;

/** {@code ALTER …}, from after the word. */
final class AlterReader {
    private static final Set<String> NOT_COMPARED =
            Set.of("default", "role", "user", "database", "system", "policy", "domain", "publication", "subscription");

    private final Cursor cursor;
    private final String quote;
    private final int line;

    AlterReader(Cursor cursor, String quote, int line) {
        this.cursor = cursor;
        this.quote = quote;
        this.line = line;
    }

    List<Effect> effects() {
        if (cursor.accept("table")) {
            return new AlterTable(cursor, quote, line).effects();
        }
        if (cursor.accept("type")) {
            return List.of(new TypeReader(cursor, quote, line).alter());
        }
        if (cursor.accept("index")) {
            return List.of(renamed(Kind.INDEX));
        }
        if (cursor.accept("sequence")) {
            return List.of(renamed(Kind.SEQUENCE));
        }
        if (cursor.accept("materialized", "view") || cursor.accept("view")) {
            return List.of(renamed(Kind.VIEW));
        }
        if (cursor.accept("function") || cursor.accept("procedure")) {
            return List.of(renamed(Kind.ROUTINE));
        }
        if (cursor.seesAny(NOT_COMPARED)) {
            return List.of(property());
        }
        throw new NotUnderstood("a kind of object that is not known");
    }

    private Effect property() {
        return new Effect.Invisible(Trace.PROPERTY, quote, line);
    }

    private Effect renamed(Kind kind) {
        if (cursor.ifExists()) {
            throw new NotUnderstood("whether the object exists decides what it does");
        }
        var key = cursor.qualified(kind);
        if (cursor.sees("(")) {
            cursor.group();
        }
        if (cursor.accept("rename", "to")) {
            return new Effect.Rename(key, Keys.of(kind, key.schema(), cursor.name()), line);
        }
        if (cursor.accept("set", "schema")) {
            return new Effect.Rename(key, Keys.of(kind, cursor.name(), key.name()), line);
        }
        if (cursor.sees("rename")) {
            throw new NotUnderstood("a column of a view");
        }
        return property();
    }
}
