package dev.restamp.shell.command;

import dev.restamp.core.Both;
import java.util.Optional;

/** Parts of two values that show where they differ. */
final class Excerpt {
    /** Characters of a value on the screen. */
    private static final int SHOWN = 32;

    /** Of them before the first difference, where that lies further back. */
    private static final int BEFORE = 8;

    private Excerpt() {}

    /** @param values that differ, perhaps only further back than they were read */
    static Both<String> of(Both<Optional<String>> values) {
        var lines = values.map(value -> value.map(Excerpt::line).orElse(""));
        var first = firstDifference(lines.left(), lines.right());
        var from = first < SHOWN - BEFORE ? 0 : first - BEFORE;
        return new Both<>(
                /* left= */ shown(values.left(), lines.left(), from),
                /* right= */ shown(values.right(), lines.right(), from));
    }

    /** The beginning of a value. */
    static String of(String value) {
        return cut(line(value), 0);
    }

    /** A part of a key, which is to be told from others: whole, unless it is very long. */
    static String ofKey(String value) {
        return value.length() <= 2 * SHOWN ? line(value) : of(value);
    }

    private static String shown(Optional<String> value, String line, int from) {
        if (value.isEmpty()) {
            return "NULL";
        }
        return line.isEmpty() ? "''" : cut(line, Math.min(from, Math.max(0, line.length() - BEFORE)));
    }

    private static String cut(String line, int from) {
        var end = Math.min(line.length(), from + SHOWN);
        return (from > 0 ? "…" : "") + line.substring(from, end) + (end < line.length() ? "…" : "");
    }

    private static String line(String value) {
        return value.replace("\n", "⏎").replaceAll("\\s+", " ");
    }

    private static int firstDifference(String left, String right) {
        var i = 0;
        while (i < left.length() && i < right.length() && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        return i;
    }
}
