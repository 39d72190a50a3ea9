package dev.restamp.shell.command;

import dev.restamp.core.Both;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parts of two values that show where they differ. */
final class Excerpt {
    /** Characters of a value on the screen. */
    private static final int SHOWN = 32;

    /** Of them before the first difference, where that lies further back. */
    private static final int BEFORE = 8;

    private static final Pattern EDGE = Pattern.compile("\\G | (?= *$)");

    /** What is said where as much as was read is the same. */
    private static final String BACK = " … further back";

    private Excerpt() {}

    /** @param values that differ, perhaps only further back than they were read */
    static Both<String> of(Both<Optional<String>> values) {
        var lines = values.map(value -> value.map(Excerpt::line).orElse(""));
        var first = firstDifference(lines.left(), lines.right());
        var from = first < SHOWN - BEFORE ? 0 : first - BEFORE;
        var more = lines.left().equals(lines.right()) && !lines.left().isEmpty() ? BACK : "";
        return new Both<>(
                /* left= */ shown(values.left(), lines.left(), from) + more,
                /* right= */ shown(values.right(), lines.right(), from) + more);
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
        return line.isEmpty() || line.equals("NULL")
                ? "'" + line + "'"
                : cut(line, Math.min(from, Math.max(0, line.length() - BEFORE)));
    }

    private static String cut(String line, int from) {
        var start = whole(line, from);
        var end = whole(line, Math.min(line.length(), from + SHOWN));
        return (start > 0 ? "…" : "") + line.substring(start, end) + (end < line.length() ? "…" : "");
    }

    /** A place where no character is cut in two. */
    private static int whole(String line, int place) {
        return place < line.length() && Character.isLowSurrogate(line.charAt(place)) ? place - 1 : place;
    }

    /** Blanks at either end, tabs and ends of lines are made visible: they may be all that differs. */
    private static String line(String value) {
        return EDGE.matcher(value.replace('\n', '⏎').replace('\r', '␍').replace('\t', '⇥'))
                .replaceAll("␣");
    }

    private static int firstDifference(String left, String right) {
        var i = 0;
        while (i < left.length() && i < right.length() && left.charAt(i) == right.charAt(i)) {
            i++;
        }
        return i;
    }
}
