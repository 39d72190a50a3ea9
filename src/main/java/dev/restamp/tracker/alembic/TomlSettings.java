package dev.restamp.tracker.alembic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The table {@code [tool.alembic]} of a {@code pyproject.toml}: strings on one line, lists of them, booleans. The rest
 * of TOML is not needed for the keys that are asked for, and passed over.
 */
final class TomlSettings implements Settings {
    private static final Pattern TABLE = Pattern.compile("(?m)^[ \\t]*\\[tool\\.alembic][ \\t]*(?:#.*)?$");
    private static final Pattern NEXT_TABLE = Pattern.compile("(?m)^[ \\t]*\\[");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'([^'\\n]*)'");
    private static final Pattern ENTRY = Pattern.compile(
            "(?m)^[ \\t]*([\\w-]+)[ \\t]*=[ \\t]*(\"(?:[^\"\\\\\\n]|\\\\.)*\"|'[^'\\n]*'|\\[(?:[^]\"'#]|#.*|"
                    + STRING.pattern() + ")*]|true|false)");

    private final Path file;
    private final Map<String, String> values = new HashMap<>();

    private TomlSettings(Path file, String table) {
        this.file = file;
        var entries = ENTRY.matcher(table);
        while (entries.find()) {
            values.put(entries.group(1), entries.group(2));
        }
    }

    /** Empty where the file has no such table. */
    static Optional<TomlSettings> parse(Path file, String text) {
        var start = TABLE.matcher(text);
        if (!start.find()) {
            return Optional.empty();
        }
        var end = NEXT_TABLE.matcher(text).region(start.end(), text.length());
        return Optional.of(
                new TomlSettings(file, text.substring(start.end(), end.find() ? end.start() : text.length())));
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Optional<String> text(String key) {
        return list(key).stream().findFirst();
    }

    @Override
    public List<String> list(String key) {
        var strings = STRING.matcher(values.getOrDefault(key, "").replaceAll("(?m)(^|,)[ \\t]*#.*$", "$1"));
        var list = new ArrayList<String>();
        while (strings.find()) {
            list.add(interpolated(
                    strings.group(1) != null ? strings.group(1).replaceAll("\\\\(.)", "$1") : strings.group(2)));
        }
        return list;
    }

    @Override
    public boolean flag(String key) {
        return values.getOrDefault(key, "").equals("true");
    }

    /** Python's {@code %} formatting with {@code here} alone. */
    private String interpolated(String value) {
        return value.replace("%(here)s", String.valueOf(file.getParent())).replace("%%", "%");
    }
}
