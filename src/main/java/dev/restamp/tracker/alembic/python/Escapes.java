package dev.restamp.tracker.alembic.python;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backslash escapes of Python's string literals. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:\\n|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\\{([^}]+)}|(.))",
            Pattern.DOTALL);

    private Escapes() {}

    static String resolve(String raw) {
        return raw.indexOf('\\') < 0
                ? raw
                : ESCAPE.matcher(raw).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        if (escape.group(1) != null) {
            return Character.toString(Integer.parseInt(escape.group(1), 8));
        }
        for (var group = 2; group <= 4; group++) {
            if (escape.group(group) != null) {
                return codePoint(Integer.parseUnsignedInt(escape.group(group), 16), escape.group());
            }
        }
        if (escape.group(5) != null) {
            return named(escape.group(5), escape.group());
        }
        return escape.group(6) == null ? "" : single(escape.group(6).charAt(0), escape.group());
    }

    private static String codePoint(int code, String raw) {
        return Character.isValidCodePoint(code) ? Character.toString(code) : raw;
    }

    private static String named(String name, String raw) {
        try {
            return Character.toString(Character.codePointOf(name));
        } catch (IllegalArgumentException unknownToJava) {
            return raw;
        }
    }

    /** What Python does not know as an escape keeps its backslash. */
    private static String single(char letter, String raw) {
        return switch (letter) {
            case '\\' -> "\\";
            case '\'' -> "'";
            case '"' -> "\"";
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000b";
            default -> raw;
        };
    }
}
