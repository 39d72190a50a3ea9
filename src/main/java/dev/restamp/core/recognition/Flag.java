package dev.restamp.core.recognition;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Something that a row says of itself besides its version.
 *
 * @param column the column that says it
 * @param raised whether its value does; NULL is the empty text
 * @param word for people: {@code dirty}, {@code rolled back}
 * @param applied whether the version counts as applied all the same
 */
record Flag(String column, Predicate<String> raised, String word, boolean applied) {
    boolean isRaised(Map<String, String> row) {
        return raised.test(row.getOrDefault(column, ""));
    }
}
