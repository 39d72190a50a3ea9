package dev.restamp.postgres;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.List;

/** Reads tables, views and sequences. */
final class RelationReader {
    private static final Sql RELATIONS = Sql.beside(RelationReader.class, "relations.sql");

    private RelationReader() {}

    static List<? extends SchemaObject> read(Reading reading) {
        return reading.query(RELATIONS, RelationReader::relation);
    }

    private static SchemaObject relation(Row row) {
        var schema = row.text("schema");
        var name = row.text("name");
        return switch (row.text("kind")) {
            case "v" -> new SchemaObject.View(ObjectKey.of(Kind.VIEW, schema, name), false);
            case "m" -> new SchemaObject.View(ObjectKey.of(Kind.VIEW, schema, name), true);
            case "S" -> new SchemaObject.Sequence(ObjectKey.of(Kind.SEQUENCE, schema, name));
            default -> new SchemaObject.Table(ObjectKey.of(Kind.TABLE, schema, name));
        };
    }
}
