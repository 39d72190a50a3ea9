package dev.restamp.postgres;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.Other;
import java.util.List;

/** Reads the objects of which only the existence is compared: schemas, extensions, functions, triggers. */
final class NamedReader {
    private static final Sql SCHEMAS = Sql.beside(NamedReader.class, "schemas.sql");
    private static final Sql EXTENSIONS = Sql.beside(NamedReader.class, "extensions.sql");
    private static final Sql ROUTINES = Sql.beside(NamedReader.class, "routines.sql");
    private static final Sql TRIGGERS = Sql.beside(NamedReader.class, "triggers.sql");

    private NamedReader() {}

    static List<? extends SchemaObject> schemas(Reading reading) {
        return read(reading, SCHEMAS, Kind.SCHEMA, "name");
    }

    static List<? extends SchemaObject> extensions(Reading reading) {
        return read(reading, EXTENSIONS, Kind.EXTENSION, "name");
    }

    static List<? extends SchemaObject> routines(Reading reading) {
        return read(reading, ROUTINES, Kind.ROUTINE, "schema", "name");
    }

    static List<? extends SchemaObject> triggers(Reading reading) {
        return read(reading, TRIGGERS, Kind.TRIGGER, "schema", "table", "name");
    }

    private static List<Other> read(Reading reading, Sql sql, Kind kind, String... path) {
        return reading.query(
                sql,
                row -> new Other(new ObjectKey(
                        kind, List.of(path).stream().map(row::text).toList())));
    }
}
