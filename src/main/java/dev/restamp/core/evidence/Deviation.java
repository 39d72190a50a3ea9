package dev.restamp.core.evidence;

/**
 * A property that is not as a script makes it.
 *
 * @param property {@code type}, {@code on delete}
 * @param live as it is, in words
 * @param expected as it should be
 */
public record Deviation(String property, String live, String expected) {
    /** For people: {@code type is text, the script makes integer}. */
    public String text() {
        return "%s is %s, the script makes %s".formatted(property, live, expected);
    }
}
