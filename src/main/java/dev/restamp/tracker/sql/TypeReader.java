package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.TypeKind;
import dev.restamp.tracker.ddl.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CREATE TYPE}, {@code CREATE DOMAIN} and {@code ALTER TYPE}, from after these words. */
final class TypeReader {
    private final Cursor cursor;
    private final String quote;
    private final int line;

    TypeReader(Cursor cursor, String quote, int line) {
        this.cursor = cursor;
        this.quote = quote;
        this.line = line;
    }

    Effect create() {
        var key = cursor.qualified(Kind.TYPE);
        cursor.expect("as");
        if (cursor.accept("enum")) {
            return created(key, TypeKind.ENUM, labels(cursor.group()));
        }
        if (cursor.accept("range")) {
            return created(key, TypeKind.RANGE, List.of());
        }
        cursor.group();
        return created(key, TypeKind.COMPOSITE, List.of());
    }

    Effect createDomain() {
        return created(cursor.qualified(Kind.TYPE), TypeKind.DOMAIN, List.of());
    }

    private Effect created(ObjectKey key, TypeKind kind, List<String> labels) {
        return new Effect.Create(new SchemaObject.Type(key, kind, labels), false, line);
    }

    private static List<String> labels(Cursor group) {
        var labels = new ArrayList<String>();
        if (!group.atEnd()) {
            group.parts().forEach(label -> labels.add(label.string()));
        }
        return labels;
    }

    Effect alter() {
        var key = cursor.qualified(Kind.TYPE);
        if (cursor.accept("add", "value")) {
            return addLabel(key);
        }
        if (cursor.accept("rename", "value")) {
            var from = cursor.string();
            cursor.expect("to");
            return new Effect.RenameLabel(key, from, cursor.string(), line);
        }
        if (cursor.accept("rename", "to")) {
            return new Effect.Rename(key, Keys.of(Kind.TYPE, key.schema(), cursor.name()), line);
        }
        if (cursor.accept("set", "schema")) {
            return new Effect.Rename(key, Keys.of(Kind.TYPE, cursor.name(), key.name()), line);
        }
        return new Effect.Invisible(Trace.PROPERTY, quote, line);
    }

    private Effect addLabel(ObjectKey key) {
        var ifAbsent = cursor.ifNotExists();
        var label = cursor.string();
        var before = cursor.accept("before") ? Optional.of(cursor.string()) : Optional.<String>empty();
        var after = cursor.accept("after") ? Optional.of(cursor.string()) : Optional.<String>empty();
        return new Effect.AddLabel(key, label, before, after, ifAbsent, line);
    }
}
