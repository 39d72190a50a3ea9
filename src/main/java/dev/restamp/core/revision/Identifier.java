package dev.restamp.core.revision;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a typed revision asks for, before anything is looked up. The label is what stands before the first {@code @}. */
sealed interface Identifier {
    /** {@code heads}, {@code label@heads}. */
    record Heads(Optional<String> label) implements Identifier {}

    /** {@code head}, {@code label@head}. */
    record Head(Optional<String> label) implements Identifier {}

    /** {@code base}, {@code label@base}: before the first revision. */
    record Base(Optional<String> label) implements Identifier {}

    /** {@code -2}, {@code label@-2}: so many steps below each head of the project. */
    record BelowHeads(Optional<String> label, int steps) implements Identifier {}

    /** An id or label, in full or the beginning of it. */
    record Named(Optional<String> label, String name) implements Identifier {}

    static Identifier parse(String text) {
        var at = text.indexOf('@');
        var label = at > 0 ? Optional.of(text.substring(0, at)) : Optional.<String>empty();
        var rest = text.substring(at + 1);
        return switch (rest) {
            case "heads" -> new Heads(label);
            case "head" -> new Head(label);
            case "base" -> new Base(label);
            default ->
                rest.matches("-0*[1-9][0-9]*")
                        ? new BelowHeads(label, steps(rest.substring(1)))
                        : new Named(label, rest);
        };
    }

    /**
     * {@code +2}, {@code rev-1}, {@code label@rev+2}: where an upgrade or the end of a range may lead.
     *
     * @param from where to start; empty for the rows, or the start of the range
     * @param steps up where positive, down where negative or {@code -0}
     */
    record Relative(Optional<String> label, Optional<String> from, boolean up, int steps) {
        // After Alembic: anchored at the start only, so that "abc+1xyz" is "abc+1".
        private static final Pattern FORM =
                Pattern.compile("(?:(.+?)@)?(\\w+)?([+-])(\\d+)", Pattern.UNICODE_CHARACTER_CLASS);

        static Optional<Relative> parse(String text) {
            var match = FORM.matcher(text);
            if (!match.lookingAt()) {
                return Optional.empty();
            }
            var steps = Identifier.steps(match.group(4));
            return Optional.of(new Relative(
                    Optional.ofNullable(match.group(1)),
                    Optional.ofNullable(match.group(2)),
                    match.group(3).equals("+") && steps > 0,
                    steps));
        }
    }

    /** More steps than any project has revisions are as good as the most an int can say. */
    private static int steps(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }
}
