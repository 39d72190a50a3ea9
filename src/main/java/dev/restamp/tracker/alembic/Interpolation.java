package dev.restamp.tracker.alembic;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code %(name)s} and {@code %%}, as ini and TOML values have them. */
final class Interpolation {
    private static final Pattern FIELD = Pattern.compile("%%|%\\(([^)]+)\\)s|%");

    private Interpolation() {}

    /**
     * The value with every field replaced.
     *
     * @param named what a name stands for
     * @throws IllegalArgumentException if a {@code %} is neither
     */
    static String of(String value, UnaryOperator<String> named) {
        return FIELD.matcher(value).replaceAll(found -> {
            if (found.group().equals("%%")) {
                return "%";
            }
            if (found.group(1) == null) {
                throw new IllegalArgumentException("a single % in " + value);
            }
            return Matcher.quoteReplacement(named.apply(found.group(1)));
        });
    }
}
