package dev.restamp.shell.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing that was verified.
 *
 * @param name {@code counts}
 * @param summary what was found, a sentence
 * @param details what is not as expected, a line each
 * @param items everything that was looked at, for programs
 * @param rowsDiffer a table whose rows are on both sides and not the same; empty for none
 */
public record Verified(
        String name,
        State state,
        String summary,
        List<String> details,
        List<Map<String, @Nullable Object>> items,
        Optional<String> rowsDiffer) {
    public Verified {
        details = List.copyOf(details);
        items = List.copyOf(items);
    }

    Verified(
            String name, State state, String summary, List<String> details, List<Map<String, @Nullable Object>> items) {
        this(name, state, summary, details, items, Optional.empty());
    }

    /** The same, and rows of this table can be looked at one by one. */
    Verified withRows(Optional<String> table) {
        return new Verified(name, state, summary, details, items, table);
    }

    /** What comes of it. */
    public enum State {
        EQUAL("equal"),
        DIFFERENT("DIFFERENT"),
        /** Something could not be looked at, and nothing is known to differ. */
        UNKNOWN("NOT KNOWN");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
