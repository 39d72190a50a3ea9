package dev.restamp.postgres.rows;

import dev.restamp.core.rows.HashRule;
import dev.restamp.core.rows.HashedColumn;
import dev.restamp.core.rows.Hashing;
import dev.restamp.postgres.Sql;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where rows stand on a scale of 2²⁰ places that both sides share: by the range of an integer key, else by a hash of the
 * key, else by the hash of the row. Rows of equal keys stand at the same place.
 */
sealed interface Positions {
    /** How many places there are, as a power of two. */
    int BITS = 20;

    /** The place of a row, shortened by so many bits, as an expression. */
    String place(int shortened);

    /** A condition that only rows at these places meet. */
    default String at(Collection<Long> places, int shortened) {
        return place(shortened) + " = ANY ('{"
                + places.stream().map(String::valueOf).collect(Collectors.joining(",")) + "}'::bigint[])";
    }

    /**
     * By an integer key. A row without one stands at the first place.
     *
     * @param width how many keys share a place
     */
    record ByRange(HashedColumn column, long least, long width) implements Positions {
        @Override
        public String place(int shortened) {
            var place = "(" + name() + "::bigint - " + number(least) + ") / " + (width << shortened);
            return column.nullable() ? "coalesce(" + place + ", 0)" : "(" + place + ")";
        }

        String name() {
            return Sql.identifier(column.name());
        }

        /** In quotes, as the least of all numbers cannot be written otherwise. */
        private static String number(long number) {
            return "'" + number + "'::bigint";
        }

        /** As ranges, which an index finds: a derived table of one row for each. */
        String ranges(Collection<Long> places, int shortened) {
            var size = width << shortened;
            return places.stream()
                    .map(place -> range(least + place * size, size))
                    .collect(Collectors.joining(", ", "(VALUES ", ") AS r (first, last)"));
        }

        private static String range(long first, long size) {
            var last = first > Long.MAX_VALUE - size ? Long.MAX_VALUE : first + size - 1;
            return "(" + number(first) + ", " + number(last) + ")";
        }
    }

    /** By a hash, an expression. */
    record ByHash(String hash) implements Positions {
        @Override
        public String place(int shortened) {
            return "((" + hash + " >> " + shortened + ") & " + ((1L << (BITS - shortened)) - 1) + ")";
        }
    }

    /** By hash: of the key, or of the row where there is none. */
    static Positions byHash(Hashing hashing, RowHash hash) {
        return new ByHash(hashing.key().isEmpty() ? hash.of(hashing.columns()) : hash.chain(hashing.key()));
    }

    /** Whether a key is one integer, whose range can be divided. */
    static boolean hasRange(List<HashedColumn> key) {
        return key.size() == 1
                && (key.getFirst().rule() == HashRule.INTEGER || key.getFirst().rule() == HashRule.BIGINT);
    }
}
