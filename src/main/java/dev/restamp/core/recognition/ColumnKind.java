package dev.restamp.core.recognition;

import java.util.regex.Pattern;

/** What a column holds. A tool's versions differ in the width of a text or a number, and not in this. */
enum ColumnKind {
    TEXT("character.*|text"),
    NUMBER("smallint|integer|bigint"),
    TIME("timestamp.*"),
    TRUTH("boolean"),
    BYTES("bytea");

    private final Pattern types;

    ColumnKind(String types) {
        this.types = Pattern.compile(types);
    }

    /** @param type as PostgreSQL writes it: {@code character varying(255)} */
    boolean fits(String type) {
        return types.matcher(type).matches();
    }
}
