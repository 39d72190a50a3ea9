package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.tracker.ddl.Keys;
import java.util.List;
import java.util.Set;

/** {@code CREATE …}, from after the word. */
final class CreateReader {
    private static final Set<String> NOT_COMPARED = Set.of("role", "user", "policy", "publication", "subscription");

    private final Cursor cursor;
    private final String quote;
    private final int line;

    CreateReader(Cursor cursor, String quote, int line) {
        this.cursor = cursor;
        this.quote = quote;
        this.line = line;
    }

    List<Effect> effects() {
        var replace = cursor.accept("or", "replace");
        if (isTemporary()) {
            return List.of(new Effect.Invisible(Trace.PROPERTY, quote, line));
        }
        if (cursor.accept("unlogged", "table") || cursor.accept("table")) {
            return new CreateTable(cursor, line).effects();
        }
        if (cursor.accept("unique", "index")) {
            return new CreateIndex(cursor, line).effects(true);
        }
        if (cursor.accept("index")) {
            return new CreateIndex(cursor, line).effects(false);
        }
        return List.of(other(replace));
    }

    private boolean isTemporary() {
        return cursor.seesAny(Set.of("temp", "temporary"))
                || cursor.sees("local", "temp")
                || cursor.sees("global", "temp");
    }

    private Effect other(boolean replace) {
        if (cursor.accept("type")) {
            return new TypeReader(cursor, quote, line).create();
        }
        if (cursor.accept("domain")) {
            return new TypeReader(cursor, quote, line).createDomain();
        }
        if (cursor.accept("recursive", "view") || cursor.accept("view")) {
            return view(false, replace);
        }
        if (cursor.accept("materialized", "view")) {
            return view(true, cursor.ifNotExists());
        }
        if (cursor.accept("sequence")) {
            var ifAbsent = cursor.ifNotExists();
            return created(new SchemaObject.Sequence(cursor.qualified(Kind.SEQUENCE)), ifAbsent);
        }
        return existence(replace);
    }

    private Effect view(boolean materialized, boolean ifAbsent) {
        return created(new SchemaObject.View(cursor.qualified(Kind.VIEW), materialized), ifAbsent);
    }

    private Effect existence(boolean replace) {
        if (cursor.accept("schema")) {
            return schema();
        }
        if (cursor.accept("extension")) {
            var ifAbsent = cursor.ifNotExists();
            return created(new SchemaObject.Other(Keys.global(Kind.EXTENSION, cursor.name())), ifAbsent);
        }
        if (cursor.accept("function") || cursor.accept("procedure") || cursor.accept("aggregate")) {
            return created(new SchemaObject.Other(cursor.qualified(Kind.ROUTINE)), replace);
        }
        if (cursor.accept("constraint", "trigger") || cursor.accept("trigger")) {
            return created(new SchemaObject.Other(trigger()), replace);
        }
        if (cursor.seesAny(NOT_COMPARED)) {
            return new Effect.Invisible(Trace.PROPERTY, quote, line);
        }
        throw new NotUnderstood("a kind of object that is not known");
    }

    private Effect schema() {
        var ifAbsent = cursor.ifNotExists();
        var key = Keys.global(Kind.SCHEMA, cursor.name());
        if (cursor.accept("authorization")) {
            cursor.name();
        }
        cursor.expectEnd();
        return created(new SchemaObject.Other(key), ifAbsent);
    }

    private ObjectKey trigger() {
        var name = cursor.name();
        cursor.skipTo(Set.of("on"));
        cursor.expect("on");
        return Keys.part(Kind.TRIGGER, cursor.qualified(Kind.TABLE), name);
    }

    private Effect created(SchemaObject object, boolean ifAbsent) {
        return new Effect.Create(object, ifAbsent, line);
    }
}
