package dev.restamp.shell.verify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing that was verified.
 *
 * @param name {@code counts}
 * @param summary what was found, a sentence
 * @param details what is not as expected, a line each
 * @param items everything that was looked at, for programs
 */
public record Verified(
        String name, State state, String summary, List<String> details, List<Map<String, @Nullable Object>> items) {
    public Verified {
        details = List.copyOf(details);
        items = List.copyOf(items);
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
