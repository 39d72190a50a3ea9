package dev.restamp.tracker.flyway;

import dev.restamp.tracker.sql.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a script for a value of the configuration: {@code ${owner}}. */
final class Placeholders {
    /** What Flyway fills from the connection, the clock or the machine. */
    private static final Set<String> OF_THE_RUN =
            Set.of("user", "database", "timestamp", "workingdirectory", "environment");

    private final Pattern pattern;
    private final String own;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean on;

    private Placeholders(Settings settings, String file, boolean on) {
        this.on = on;
        this.own = "flyway" + settings.placeholderSeparator();
        this.pattern = Pattern.compile(
                Pattern.quote(settings.placeholderPrefix()) + "(.*?)(?:" + Pattern.quote(settings.placeholderSuffix())
                        + ")",
                Pattern.DOTALL);
        values.putAll(settings.placeholders());
        values.put(own + "table", settings.table());
        values.put(own + "filename", file);
        OF_THE_RUN.forEach(name -> values.put(own + name, String.valueOf(SqlReader.HOLE)));
        settings.schema().ifPresent(schema -> values.put(own + "defaultSchema", schema));
    }

    /** @param file the name of the script, which is a placeholder too */
    static Placeholders of(Settings settings, String file, boolean on) {
        return new Placeholders(settings, file, on);
    }

    /**
     * A text without placeholders.
     *
     * @param text {@link SqlReader#HOLE} where only a run knows the value
     * @param missing those that have no value: Flyway would stop at the first one
     */
    record Replaced(String text, List<Missing> missing) {}

    /** @param line 1 for the first */
    record Missing(String placeholder, int line) {}

    Replaced replace(String text) {
        return replace(text, String.valueOf(SqlReader.HOLE));
    }

    /** @param schema of the connection, where the configuration names none */
    Replaced replace(String text, String schema) {
        var missing = new ArrayList<Missing>();
        if (!on) {
            return new Replaced(text, missing);
        }
        var replaced = pattern.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(1), schema).orElseGet(() -> {
                            missing.add(new Missing(found.group(), line(text, found.start())));
                            return String.valueOf(SqlReader.HOLE);
                        })));
        return new Replaced(replaced, missing);
    }

    private Optional<String> value(String name, String schema) {
        return Optional.ofNullable(values.get(name))
                .or(() -> Optional.of(schema).filter(_ -> name.equalsIgnoreCase(own + "defaultSchema")));
    }

    private static int line(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
