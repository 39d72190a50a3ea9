package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** libpq's own form of a connection string: {@code host=db1 dbname=shop}, with quotes where a value has blanks. */
final class Conninfo {
    private static final Pattern PAIR = Pattern.compile(
            "\\s*(?<name>[^\\s=']+)\\s*=\\s*(?:'(?<quoted>(?:[^'\\\\]|\\\\.)*)'(?=\\s|$)|(?<bare>(?:[^\\s'\\\\]|\\\\.)*))\\s*",
            Pattern.DOTALL);

    private static final Pattern BEGINNING = Pattern.compile("\\s*\\w+\\s*=");

    private Conninfo() {}

    /** Whether a text is in this form, and no URL. */
    static boolean isOne(String text) {
        return BEGINNING.matcher(text).lookingAt();
    }

    /** @throws Problem with {@code Exit.USAGE} where it is not in that form; nothing of it is repeated */
    static Map<String, String> read(String text) {
        var values = new LinkedHashMap<String, String>();
        var pair = PAIR.matcher(text);
        var end = 0;
        while (end < text.length()) {
            if (!pair.find(end) || pair.start() != end || pair.end() == end) {
                throw ConnectionCode.UNREADABLE.problem(
                        Exit.USAGE,
                        "not a connection string: what follows the keyword number " + values.size() + " cannot be read",
                        "it looks like host=db1 port=5432 dbname=shop user=app; a value with blanks needs ' ' around it");
            }
            var quoted = pair.group("quoted");
            values.put(pair.group("name"), unescape(quoted == null ? pair.group("bare") : quoted));
            end = pair.end();
        }
        return values;
    }

    /** A value as it must stand behind its keyword. */
    static String quoteIfNeeded(String value) {
        return value.matches("[^\\s'\\\\]+")
                ? value
                : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String unescape(String value) {
        return value.replaceAll("(?s)\\\\(.)", "$1");
    }
}
