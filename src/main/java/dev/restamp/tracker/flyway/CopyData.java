package dev.restamp.tracker.flyway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows that stand in a script behind {@code COPY … FROM stdin;}, as pg_dump writes them: data, no SQL. */
final class CopyData {
    private static final Pattern COPY =
            Pattern.compile("(?ims)^(\\s*copy\\b[^;']*?\\bfrom\\s+stdin\\b[^;]*;)[^\\n]*\\n(.*?)^\\\\\\.[ \\t]*\\r?$");

    private CopyData() {}

    /** The script without them; lines keep their numbers. */
    static String removed(String sql) {
        return COPY.matcher(sql)
                .replaceAll(copy -> Matcher.quoteReplacement(
                        copy.group(1) + "\n" + copy.group(2).replaceAll("[^\\n]", "")));
    }
}
