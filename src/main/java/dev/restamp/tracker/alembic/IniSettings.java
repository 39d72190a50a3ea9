package dev.restamp.tracker.alembic;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The section {@code [alembic]} of an ini file. */
record IniSettings(Path file, IniFile ini) implements Settings {
    private static final String SECTION = "alembic";

    @Override
    public Optional<String> text(String key) {
        var here = String.valueOf(file.getParent());
        return ini.get(SECTION, key, here).filter(value -> !value.isEmpty());
    }

    @Override
    public List<String> list(String key) {
        return text(key).map(this::split).orElse(List.of());
    }

    /** Alembic takes lower case {@code true} only. */
    @Override
    public boolean flag(String key) {
        return text(key).equals(Optional.of("true"));
    }

    private List<String> split(String value) {
        return Arrays.stream(value.split(separator()))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** The separator as a pattern; without a word on it, commas and blanks as before Alembic 1.7. */
    private String separator() {
        var name = text("path_separator").or(() -> text("version_path_separator"));
        return name.isEmpty()
                ? ", *| +"
                : switch (name.get()) {
                    case "os" -> File.pathSeparator;
                    case "space" -> "\\s+";
                    case "newline" -> "\n";
                    case ":" -> ":";
                    case ";" -> ";";
                    default ->
                        throw new IllegalArgumentException(
                                "path_separator is \"" + name.get() + "\", not os, space, newline, : or ;");
                };
    }
}
