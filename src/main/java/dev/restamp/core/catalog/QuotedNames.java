package dev.restamp.core.catalog;

import java.util.ArrayList;
import java.util.List;

/** Names as SQL writes them: {@code public."Order Lines"}, {@code id, "userId"}. */
final class QuotedNames {
    private QuotedNames() {}

    /** The parts of a qualified name, bare. */
    static List<String> path(String name) {
        return split(name, '.').stream().map(QuotedNames::bare).toList();
    }

    /** What stands between commas, as it stands there; not those in parentheses or quotes. */
    static List<String> list(String text) {
        return split(text, ',').stream().map(String::strip).toList();
    }

    /** A name without its quotes. */
    static String bare(String name) {
        return isQuoted(name) ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private static boolean isQuoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    }

    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var quote = '\0';
        var start = 0;
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (quote != '\0') {
                quote = letter == quote ? '\0' : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '(' || letter == '[') {
                depth++;
            } else if (letter == ')' || letter == ']') {
                depth--;
            } else if (letter == separator && depth == 0) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
