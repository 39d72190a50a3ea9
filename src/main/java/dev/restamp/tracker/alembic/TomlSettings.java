package dev.restamp.tracker.alembic;

import dev.restamp.tracker.TomlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code [tool.alembic]} of a {@code pyproject.toml}. */
record TomlSettings(Path file, Map<?, ?> table) implements Settings {
    /**
     * Empty where the file has no such table.
     *
     * @throws IllegalArgumentException if it is no TOML
     */
    static Optional<TomlSettings> parse(Path file, String text) {
        if (!mentions(text)) {
            return Optional.empty();
        }
        return TomlFile.parse(text).get("tool") instanceof Map<?, ?> tools
                        && tools.get("alembic") instanceof Map<?, ?> table
                ? Optional.of(new TomlSettings(file, table))
                : Optional.empty();
    }

    /** Whether it is worth loading the library for: however the table is written, these two words are in it. */
    static boolean mentions(String text) {
        return text.contains("tool") && text.contains("alembic");
    }

    @Override
    public boolean has(String key) {
        return table.containsKey(key);
    }

    @Override
    public Optional<String> text(String key) {
        return value(key).map(value -> text(key, value));
    }

    /** A text where a list belongs is refused: Alembic would take it for a list of its characters. */
    @Override
    public List<String> list(String key) {
        return switch (value(key).orElse(List.of())) {
            case List<?> items -> items.stream().map(item -> text(key, item)).toList();
            case Object other -> throw new IllegalArgumentException(key + " is " + quoted(other) + ", not a list");
        };
    }

    @Override
    public boolean flag(String key) {
        return switch (value(key).orElse(false)) {
            case Boolean truth -> truth;
            case Object other ->
                throw new IllegalArgumentException(key + " is " + quoted(other) + ", not true or false");
        };
    }

    private Optional<Object> value(String key) {
        return Optional.ofNullable(table.get(key));
    }

    private String text(String key, Object value) {
        if (value instanceof String text) {
            return Interpolation.of(text, this::named);
        }
        throw new IllegalArgumentException(key + " has " + quoted(value) + " where a text belongs");
    }

    private String named(String name) {
        if (name.equals("here")) {
            return String.valueOf(file.getParent());
        }
        throw new IllegalArgumentException("no value for %(" + name + ")s; in TOML there is only %(here)s");
    }

    private static String quoted(Object value) {
        return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    }
}
