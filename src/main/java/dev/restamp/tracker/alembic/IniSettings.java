package dev.restamp.tracker.alembic;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One section of an ini file.
 *
 * @param section {@code alembic}, unless {@code --name} says otherwise
 */
record IniSettings(Path file, IniFile ini, String section) implements Settings {
    /** The section that Alembic reads when nothing is said. */
    static final String USUAL = "alembic";

    @Override
    public boolean has(String key) {
        return ini.has(section, key);
    }

    @Override
    public Optional<String> text(String key) {
        var here = String.valueOf(file.getParent());
        return ini.get(section, key, here).filter(value -> !value.isEmpty());
    }

    @Override
    public List<String> list(String key) {
        return text(key).map(value -> split(key, value)).orElse(List.of());
    }

    /** Alembic takes lower case {@code true} only. */
    @Override
    public boolean flag(String key) {
        return text(key).equals(Optional.of("true"));
    }

    /** Without a word on the separator as before Alembic 1.7: at commas and blanks, and a search path at colons too. */
    private List<String> split(String key, String value) {
        var isSearchPath = key.equals("prepend_sys_path");
        var name =
                isSearchPath ? text("path_separator") : text("path_separator").or(() -> text("version_path_separator"));
        var parts = name.isPresent()
                ? Arrays.stream(value.split(separator(name.get()))).map(String::strip)
                : Arrays.stream(value.split(isSearchPath ? ", *| +|:" : ", *| +"));
        return parts.filter(entry -> !entry.isEmpty()).toList();
    }

    private static String separator(String name) {
        return switch (name) {
            case "os" -> File.pathSeparator;
            case "space" -> " ";
            case "newline" -> "\n";
            case ":", ";" -> name;
            default ->
                throw new IllegalArgumentException(
                        "path_separator is \"" + name + "\", not os, space, newline, : or ;");
        };
    }
}
