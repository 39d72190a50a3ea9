package dev.restamp.core.rows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows of one key that are not the same on both sides.
 *
 * @param key as the server writes its columns; empty in a table without one
 * @param left the rows of this side, as a rule one or none
 * @param right those of the other side
 */
public record RowDifference(List<String> key, List<Values> left, List<Values> right) {
    public RowDifference {
        key = List.copyOf(key);
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /**
     * A row.
     *
     * @param values in the order of the columns, cut where they are long; NULL is empty
     * @param hashes of the whole values
     */
    public record Values(List<Optional<String>> values, List<Long> hashes) {
        public Values {
            values = List.copyOf(values);
            hashes = List.copyOf(hashes);
        }
    }

    /** What has happened to the row. */
    public enum Kind {
        /** Only the left side has it. */
        ADDED,
        /** Only the right side has it. */
        MISSING,
        CHANGED,
        /** Both have it, one of them more often. */
        REPEATED
    }

    public Kind kind() {
        if (right.isEmpty()) {
            return Kind.ADDED;
        }
        if (left.isEmpty()) {
            return Kind.MISSING;
        }
        return left.size() == 1 && right.size() == 1 ? Kind.CHANGED : Kind.REPEATED;
    }

    /** Of a changed row the places of the columns that differ. */
    public List<Integer> changed() {
        var ours = left.getFirst().hashes();
        var theirs = right.getFirst().hashes();
        return IntStream.range(0, ours.size())
                .filter(i -> !ours.get(i).equals(theirs.get(i)))
                .boxed()
                .toList();
    }
}
