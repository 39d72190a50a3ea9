package dev.restamp.core.rows;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A key whose rows are not the same on both sides.
 *
 * @param key as the server writes its columns; of a table without a key the hash of the row itself
 * @param left the hashes of the rows that have it, in ascending order; as a rule one or none
 * @param right the same of the other side
 */
public record DifferingKey(List<String> key, List<Long> left, List<Long> right) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}");

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

    /** What differs between the rows of two parts, in the order of the keys: numbers by their size before other text. */
    public static List<DifferingKey> among(Collection<Hashed> left, Collection<Hashed> right) {
        var ours = byKey(left);
        var theirs = byKey(right);
        var keys = new HashSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        return keys.stream()
                .map(key ->
                        new DifferingKey(key, ours.getOrDefault(key, List.of()), theirs.getOrDefault(key, List.of())))
                .filter(one -> !one.left().equals(one.right()))
                .sorted(Comparator.comparing(DifferingKey::key, DifferingKey::order))
                .toList();
    }

    private static Map<List<String>, List<Long>> byKey(Collection<Hashed> rows) {
        var byKey = new HashMap<List<String>, List<Long>>();
        rows.forEach(
                row -> byKey.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row.hash()));
        return byKey;
    }

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
        if (isNumber(one) != isNumber(other)) {
            return isNumber(one) ? -1 : 1;
        }
        var bySize = isNumber(one) ? new BigInteger(one).compareTo(new BigInteger(other)) : 0;
        return bySize == 0 ? one.compareTo(other) : bySize;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
