package dev.restamp.core.rows;

import dev.restamp.core.schema.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How many rows a table has on two sides; empty where a side does not have it. */
public record ComparedCount(ObjectKey table, Optional<RowCount> left, Optional<RowCount> right) {
    /** What comes of it. */
    public enum Verdict {
        EQUAL,
        DIFFERENT,
        ONLY_LEFT,
        ONLY_RIGHT,
        /** A side could not be counted. */
        UNKNOWN
    }

    /** Every table of either side, in the order of their names, and those that both looked for in vain. */
    public static List<ComparedCount> of(List<RowCount> left, List<RowCount> right) {
        var ours = byTable(left);
        var theirs = byTable(right);
        var all = new TreeSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        return all.stream()
                .map(table -> of(table, Optional.ofNullable(ours.get(table)), Optional.ofNullable(theirs.get(table))))
                .toList();
    }

    private static ComparedCount of(ObjectKey table, Optional<RowCount> left, Optional<RowCount> right) {
        var nowhere = Stream.concat(left.stream(), right.stream()).allMatch(RowCount::isMissing);
        return nowhere
                ? new ComparedCount(table, Optional.of(RowCount.missing(table)), Optional.of(RowCount.missing(table)))
                : new ComparedCount(
                        table, left.filter(count -> !count.isMissing()), right.filter(count -> !count.isMissing()));
    }

    private static Map<ObjectKey, RowCount> byTable(List<RowCount> counts) {
        var tables = new TreeMap<ObjectKey, RowCount>();
        counts.forEach(count -> tables.put(count.table(), count));
        return tables;
    }

    public Verdict verdict() {
        return verdict(0);
    }

    /** @param tolerance by how many rows they may differ and still count as equal */
    public Verdict verdict(long tolerance) {
        if (left.isEmpty()) {
            return Verdict.ONLY_RIGHT;
        }
        if (right.isEmpty()) {
            return Verdict.ONLY_LEFT;
        }
        var more = surplus();
        if (more.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return Math.abs(more.getAsLong()) <= tolerance ? Verdict.EQUAL : Verdict.DIFFERENT;
    }

    /** How many more rows the left side has; empty where one could not be counted. */
    public OptionalLong surplus() {
        var ours = left.map(RowCount::rows).orElse(OptionalLong.empty());
        var theirs = right.map(RowCount::rows).orElse(OptionalLong.empty());
        return ours.isEmpty() || theirs.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(ours.getAsLong() - theirs.getAsLong());
    }

    /** Why it is not known whether they are equal; empty where it is. */
    public String why() {
        return left.map(RowCount::why)
                .filter(why -> !why.isEmpty())
                .or(() -> right.map(RowCount::why))
                .orElse("");
    }
}
