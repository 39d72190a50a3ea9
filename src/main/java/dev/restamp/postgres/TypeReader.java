package dev.restamp.postgres;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.TypeKind;
import java.util.List;

/** Reads the types that somebody made. */
final class TypeReader {
    private static final Sql TYPES = Sql.beside(TypeReader.class, "types.sql");

    private TypeReader() {}

    static List<? extends SchemaObject> read(Reading reading) {
        return reading.query(
                TYPES,
                row -> new SchemaObject.Type(
                        ObjectKey.of(Kind.TYPE, row.text("schema"), row.text("name")),
                        kind(row.text("kind")),
                        row.texts("labels")));
    }

    /** @param letter {@code pg_type.typtype} */
    private static TypeKind kind(String letter) {
        return switch (letter) {
            case "e" -> TypeKind.ENUM;
            case "d" -> TypeKind.DOMAIN;
            case "c" -> TypeKind.COMPOSITE;
            case "r" -> TypeKind.RANGE;
            default -> throw new IllegalArgumentException("typtype " + letter);
        };
    }
}
