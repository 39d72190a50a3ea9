package dev.restamp.shell.profile;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.StateFolder;
import dev.restamp.tracker.TomlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of {@code config.toml}. It is edited as text, so that comments and what restamp does not know are kept. */
record ConfigFile(Path file, String text) {
    private static final String PROFILE = "profile";

    /** A file that is not there is empty. */
    static ConfigFile read(Path file) {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            PasswordSearch.refuse(file, text);
            return new ConfigFile(file, text);
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot read " + file + ": " + failure.getMessage(), "", failure);
        }
    }

    List<Profile> profiles() {
        return tables().entrySet().stream()
                .map(entry -> Profile.read(entry.getKey(), table(entry.getKey(), entry.getValue()), file.toString()))
                .toList();
    }

    private Map<?, ?> table(String name, Object value) {
        if (value instanceof Map<?, ?> table) {
            return table;
        }
        throw new Problem(Exit.USAGE, file + ": profile " + name + " is no table", "[profile." + name + "]");
    }

    private Map<String, Object> tables() {
        try {
            return TomlFile.parse(text).get(PROFILE) instanceof Map<?, ?> tables
                    ? tables.entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> String.valueOf(entry.getKey()),
                                    Map.Entry::getValue,
                                    (one, _) -> one,
                                    LinkedHashMap::new))
                    : Map.of();
        } catch (IllegalArgumentException broken) {
            throw new Problem(Exit.USAGE, file + " " + broken.getMessage(), "correct it, or use --no-config", broken);
        }
    }

    ConfigFile with(Profile profile) {
        if (tables().containsKey(profile.name())) {
            throw new Problem(
                    Exit.USAGE,
                    "there is a profile \"" + profile.name() + "\" already",
                    "profile remove " + profile.name() + ", or edit " + file);
        }
        var block = new StringBuilder(text);
        if (!text.isEmpty()) {
            block.append(text.endsWith("\n") ? "\n" : "\n\n");
        }
        block.append(header(profile.name())).append('\n');
        profile.keys()
                .forEach((key, value) ->
                        block.append(key).append(" = ").append(quoted(value)).append('\n'));
        return new ConfigFile(file, block.toString());
    }

    /** Cuts out the lines from the header of the profile, and of its own tables, to the next header. */
    ConfigFile without(String name) {
        var rest = new ArrayList<String>();
        var inside = false;
        for (var line : text.lines().toList()) {
            var header = line.strip().replaceAll("\\s*#.*", "");
            if (header.startsWith("[")) {
                inside = header.equals(header(name)) || header.startsWith("[profile." + name + ".");
            }
            if (!inside) {
                rest.add(line);
            }
        }
        var cut = new ConfigFile(
                file, rest.isEmpty() ? "" : String.join("\n", rest).stripTrailing() + "\n");
        var wanted = new LinkedHashMap<>(tables());
        wanted.remove(name);
        if (!cut.tables().equals(wanted)) {
            throw new Problem(
                    Exit.USAGE,
                    "profile \"" + name + "\" is written in a way that cannot be cut out",
                    "take it out of " + file + " by hand");
        }
        return cut;
    }

    /** With mode 0600, whatever it had. */
    void write() {
        try {
            StateFolder.secret(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String header(String name) {
        return "[profile." + name + "]";
    }

    /** As TOML's basic string. */
    private static String quoted(String value) {
        var text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> text.append('\\').append((char) c);
                default -> text.append(c < ' ' || c == 0x7f ? "\\u%04x".formatted(c) : String.valueOf((char) c));
            }
        });
        return text.append('"').toString();
    }
}
