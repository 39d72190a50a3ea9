package dev.restamp.shell.completion;

import java.util.List;

/**
 * Something Tab may put on the line.
 *
 * @param label what is shown beside it
 * @param words other words it may be meant by: those of a revision's message
 */
public record Proposal(String value, String label, List<String> words) {
    public Proposal {
        words = List.copyOf(words);
    }

    public static Proposal of(String value) {
        return new Proposal(value, "", List.of());
    }
}
