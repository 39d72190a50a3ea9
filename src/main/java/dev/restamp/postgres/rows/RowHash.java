package dev.restamp.postgres.rows;

import dev.restamp.core.rows.HashRule;
import dev.restamp.core.rows.HashedColumn;
import dev.restamp.postgres.Sql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hash of a row as an SQL expression: 64 bits, a {@code bigint}.
 *
 * <p>A chain: the hash of one column is the seed of the next, by the functions that place rows in hash partitions and
 * therefore give the same on every version. Values go in as bits, or as text under {@link Pins}; never by what a type or a
 * collation calls equal.
 */
final class RowHash {
    /** Some 2,000 nested calls make the server's parser give up. */
    private static final int DEEPEST = 400;

    private static final String NO_UUID = "'00000000-0000-0000-0000-000000000000'";

    private final Way way;

    RowHash(Way way) {
        this.way = way;
    }

    /**
     * What both sides agree on.
     *
     * @param strong 64 bits of the SHA-256 of the row's text: for a server that hashes otherwise, or who asks for it
     * @param recoded whether text is turned into UTF-8 first, as the servers keep it in different encodings
     */
    record Way(boolean strong, boolean recoded) {}

    /** @param columns in the order of their names */
    String of(List<HashedColumn> columns) {
        if (way.strong()) {
            return strong(columns);
        }
        var hash = chain(columns.subList(0, Math.min(DEEPEST, columns.size())));
        for (var from = DEEPEST; from < columns.size(); from += DEEPEST) {
            var block = columns.subList(from, Math.min(columns.size(), from + DEEPEST));
            hash = text("(" + chain(block) + ")::text", hash);
        }
        return hash;
    }

    /** Of few columns: a key. */
    String chain(List<HashedColumn> columns) {
        var seed = "0";
        for (var column : columns) {
            seed = step(column, seed);
        }
        return seed;
    }

    private String step(HashedColumn column, String seed) {
        var name = Sql.identifier(column.name());
        return switch (column.rule()) {
            case INTEGER -> call("hashint4extended", or("0", name, column), flagged(column, seed));
            case BIGINT -> {
                // The function alone folds the upper half onto the lower one.
                var value = or("0", name, column);
                var upper = call("hashint4extended", "(" + value + " >> 32)::int", flagged(column, seed));
                yield call("hashint8extended", value, upper);
            }
            case BOOLEAN -> call("hashint4extended", or("2", name + "::int", column), seed);
            case UUID -> call("uuid_hash_extended", or(NO_UUID, name, column), flagged(column, seed));
            case TEXT -> text(or("''", recoded(name), column), flagged(column, seed));
            case PADDED ->
                way.recoded()
                        ? text(or("''", recoded(name + "::text"), column), flagged(column, seed))
                        : call("hashbpcharextended", or("''", name, column) + " COLLATE \"C\"", flagged(column, seed));
            case REAL -> bits("float4send", number(name), column, seed);
            case DOUBLE -> bits("float8send", number(name), column, seed);
            case DATE -> bits("date_send", name, column, seed);
            case TIMESTAMP -> bits("timestamp_send", name, column, seed);
            case TIMESTAMP_WITH_ZONE -> bits("timestamptz_send", name, column, seed);
            case BYTES, MONEY, WORDS -> words(written(column), column, seed);
            case TEXT_OR_NULL -> text(or("''", written(column), column), flagged(column, seed));
        };
    }

    private static String bits(String send, String value, HashedColumn column, String seed) {
        return words("encode(" + send + "(" + value + "), 'hex')", column, seed);
    }

    /** One that is not a number has other bits where it was computed than where it was read, from a dump for example. */
    private static String number(String name) {
        return "CASE WHEN " + name + " = 'NaN' THEN 'NaN' ELSE " + name + " END";
    }

    /** Text that is never what stands for NULL. */
    private static String words(String text, HashedColumn column, String seed) {
        return text(or("E'\\\\N'", text, column), seed);
    }

    private static String text(String text, String seed) {
        return call("hashtextextended", text + " COLLATE \"C\"", seed);
    }

    /** NULL has to differ from what stands for it. */
    private static String flagged(HashedColumn column, String seed) {
        return column.nullable()
                ? call("hashint4extended", "(" + Sql.identifier(column.name()) + " IS NULL)::int", seed)
                : seed;
    }

    private static String or(String instead, String value, HashedColumn column) {
        return column.nullable() ? "coalesce(" + value + ", " + instead + ")" : value;
    }

    private static String call(String function, String value, String seed) {
        return function + "(" + value + ", " + seed + ")";
    }

    private String recoded(String text) {
        return way.recoded() ? "encode(convert_to(" + text + ", 'UTF8'), 'hex')" : text;
    }

    private String written(HashedColumn column) {
        var text = plain(column);
        return switch (column.rule()) {
            case WORDS, TEXT_OR_NULL -> recoded(text);
            default -> text;
        };
    }

    /** A value as text that says all of it. */
    static String plain(HashedColumn column) {
        return Sql.identifier(column.name()) + cast(column);
    }

    /** What makes a value that text. */
    static String cast(HashedColumn column) {
        return column.rule() == HashRule.MONEY ? "::numeric::text" : "::text";
    }

    private static String strong(List<HashedColumn> columns) {
        var row = columns.stream().map(RowHash::plain).collect(Collectors.joining(", ", "ROW(", ")::text"));
        return "('x' || encode(substr(sha256(convert_to(" + row + ", 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint";
    }
}
