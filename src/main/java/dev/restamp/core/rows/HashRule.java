package dev.restamp.core.rows;

import java.util.Map;

/**
 * How a value goes into the hash of its row: exactly, whatever server, settings, collation and time zone it is on.
 *
 * <p>Both sides need the same rule; where types differ so far that they have not, both take {@link #TEXT_OR_NULL}.
 */
public enum HashRule {
    /** {@code smallint}, {@code integer}. */
    INTEGER,
    BIGINT,
    BOOLEAN,
    TEXT,
    /** {@code char(n)}, whose padding is not data. */
    PADDED,
    UUID,
    /** Both bits and all: −0.0 is not 0.0. */
    REAL,
    DOUBLE,
    DATE,
    TIMESTAMP,
    TIMESTAMP_WITH_ZONE,
    BYTES,
    MONEY,
    /** As the server writes it; what it writes is never {@code \N}, which stands for NULL. */
    WORDS,
    /** As the server writes it, NULL apart. */
    TEXT_OR_NULL;

    private static final Map<String, HashRule> BY_TYPE = Map.ofEntries(
            Map.entry("int2", INTEGER),
            Map.entry("int4", INTEGER),
            Map.entry("int8", BIGINT),
            Map.entry("bool", BOOLEAN),
            Map.entry("text", TEXT),
            Map.entry("varchar", TEXT),
            Map.entry("bpchar", PADDED),
            Map.entry("uuid", UUID),
            Map.entry("float4", REAL),
            Map.entry("float8", DOUBLE),
            Map.entry("date", DATE),
            Map.entry("timestamp", TIMESTAMP),
            Map.entry("timestamptz", TIMESTAMP_WITH_ZONE),
            Map.entry("bytea", BYTES),
            Map.entry("money", MONEY),
            Map.entry("numeric", WORDS),
            Map.entry("jsonb", WORDS),
            Map.entry("json", WORDS),
            Map.entry("interval", WORDS),
            Map.entry("time", WORDS),
            Map.entry("timetz", WORDS),
            Map.entry("inet", WORDS),
            Map.entry("cidr", WORDS));

    /**
     * @param type the name of the type in {@code pg_catalog}, of a domain that of what it is made from; empty for one that
     *     is elsewhere
     */
    public static HashRule of(String type) {
        // Arrays, which are written in braces.
        return type.startsWith("_") ? WORDS : BY_TYPE.getOrDefault(type, TEXT_OR_NULL);
    }

    /** What both sides take. */
    HashRule with(HashRule other) {
        return this == other ? this : TEXT_OR_NULL;
    }
}
