package dev.restamp.tracker.alembic.python;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The quotes around a string literal.
 *
 * @param prefix the letters before them, in lower case
 * @param mark {@code '} or {@code "}, once or three times
 * @param start of the literal, with its prefix
 */
record Quotes(String prefix, String mark, int start) {
    private static final Pattern PREFIX = Pattern.compile("[bfrtu]{0,2}");

    /** Whether letters that stand directly before a quote belong to the literal; old Python had {@code ur} too. */
    static boolean isPrefix(String letters) {
        return letters.length() <= 2
                && PREFIX.matcher(letters.toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isMark(char c) {
        return c == '"' || c == '\'';
    }

    /** The quotes of the literal at {@code start}, of which the prefix ends at {@code mark}. */
    static Quotes at(String text, int start, int mark) {
        var one = text.substring(mark, mark + 1);
        var three = one.repeat(3);
        return new Quotes(
                text.substring(start, mark).toLowerCase(Locale.ROOT),
                text.startsWith(three, mark) ? three : one,
                start);
    }

    /** The first character between them. */
    int inside() {
        return start + prefix.length() + mark.length();
    }

    boolean isRaw() {
        return has('r');
    }

    boolean isBytes() {
        return has('b');
    }

    /** Whether braces in it are replacement fields. */
    boolean hasFields() {
        return has('f') || has('t');
    }

    boolean isTemplate() {
        return has('t');
    }

    /** Whether a line end closes it, which is an error. */
    boolean isOneLine() {
        return mark.length() == 1;
    }

    private boolean has(char letter) {
        return prefix.indexOf(letter) >= 0;
    }
}
