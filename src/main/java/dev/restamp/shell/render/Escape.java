package dev.restamp.shell.render;

import dev.restamp.postgres.Sql;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Makes text from a database, a file or a user harmless where it is drawn: nothing in it can move the cursor, change a
 * colour, turn the direction of the line, or make two names look the same.
 */
public final class Escape {
    private Escape() {}

    /** The text with every control and every invisible character as {@code \x1B} or {@code \u202E}. */
    public static String text(String text) {
        return replaced(text, point -> point < 0x100 ? "\\x%02X".formatted(point) : "\\u%04X".formatted(point));
    }

    /** The text as it stands in a statement: SQL reads the escaped characters as they were. */
    public static String literal(String text) {
        var literal = Sql.literal(text);
        var escaped = replaced(literal, Escape::utf16);
        return escaped.equals(literal) || literal.startsWith("E") ? escaped : "E" + escaped;
    }

    /** A name as it stands in a statement, in the same way. */
    public static String identifier(String name) {
        var quoted = Sql.identifier(name);
        var escaped =
                replaced(quoted.replace("\\", "\\\\"), point -> utf16(point).replace("\\u", "\\"));
        return quoted.codePoints().noneMatch(Escape::isHarmful) ? quoted : "U&" + escaped;
    }

    /** A JSON document with the same characters escaped as JSON escapes them; they only stand in strings there. */
    static String json(String document) {
        return replaced(document, Escape::utf16);
    }

    private static String replaced(String text, IntFunction<String> sign) {
        return text.codePoints().noneMatch(Escape::isHarmful)
                ? text
                : text.codePoints()
                        .mapToObj(point -> isHarmful(point) ? sign.apply(point) : Character.toString(point))
                        .collect(Collectors.joining());
    }

    private static String utf16(int point) {
        return Character.toString(point).chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining());
    }

    /**
     * Formats, among them the bidirectional ones, are invisible; half a surrogate pair is no character at all, nor are the last
     * two of each plane, which XML cannot hold.
     */
    private static boolean isHarmful(int point) {
        return (point & 0xFFFE) == 0xFFFE || isUnseen(point);
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
