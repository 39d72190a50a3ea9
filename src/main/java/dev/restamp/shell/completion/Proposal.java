package dev.restamp.shell.completion;

/**
 * Something Tab may put on the line.
 *
 * @param label what is shown beside it
 * @param message of which any word may be typed in its place: a revision's
 */
public record Proposal(String value, String label, String message) {
    public static Proposal of(String value) {
        return new Proposal(value, "", "");
    }
}
