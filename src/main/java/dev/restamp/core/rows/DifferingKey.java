package dev.restamp.core.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A key whose rows are not the same on both sides.
 *
 * @param key as the server writes its columns; of a table without a key the hash of the row itself
 * @param left the hashes of the rows that have it, in ascending order; as a rule one or none
 * @param right the same of the other side
 */
public record DifferingKey(List<String> key, List<Long> left, List<Long> right) {
    public DifferingKey {
        key = List.copyOf(key);
        left = left.stream().sorted().toList();
        right = right.stream().sorted().toList();
    }

    /** A row as far as it takes to tell whether it is the same. */
    public record Hashed(List<String> key, long hash) {
        public Hashed {
            key = List.copyOf(key);
        }
    }

    /** What differs between the rows of two parts, in the order of the keys as text. */
    public static List<DifferingKey> among(Collection<Hashed> left, Collection<Hashed> right) {
        var ours = byKey(left);
        var theirs = byKey(right);
        var keys = new TreeSet<List<String>>(DifferingKey::order);
        keys.addAll(ours.keySet());
        keys.addAll(theirs.keySet());
        return keys.stream()
                .map(key ->
                        new DifferingKey(key, ours.getOrDefault(key, List.of()), theirs.getOrDefault(key, List.of())))
                .filter(one -> !one.left().equals(one.right()))
                .toList();
    }

    private static Map<List<String>, List<Long>> byKey(Collection<Hashed> rows) {
        var byKey = new HashMap<List<String>, List<Long>>();
        rows.forEach(
                row -> byKey.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row.hash()));
        return byKey;
    }

    /** Numbers by their size, the rest by its characters. */
    private static int order(List<String> one, List<String> other) {
        for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
            var byPart = order(one.get(i), other.get(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int order(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? Long.compare(Long.parseLong(one), Long.parseLong(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}");
    }
}
