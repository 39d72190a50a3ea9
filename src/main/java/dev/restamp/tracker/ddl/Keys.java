package dev.restamp.tracker.ddl;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Names;
import dev.restamp.core.schema.ObjectKey;

/** Keys of objects, their names cut as the catalog cuts them. */
public final class Keys {
    private Keys() {}

    public static ObjectKey table(String schema, String name) {
        return of(Kind.TABLE, schema, name);
    }

    public static ObjectKey of(Kind kind, String schema, String name) {
        return ObjectKey.of(kind, Names.cut(schema), Names.cut(name));
    }

    /** What belongs to a table: a column, a constraint, a trigger. */
    public static ObjectKey part(Kind kind, ObjectKey table, String name) {
        return ObjectKey.of(kind, table.schema(), table.name(), Names.cut(name));
    }

    /** A schema or an extension. */
    public static ObjectKey global(Kind kind, String name) {
        return ObjectKey.of(kind, Names.cut(name));
    }
}
