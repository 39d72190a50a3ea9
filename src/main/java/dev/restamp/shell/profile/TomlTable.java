package dev.restamp.shell.profile;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of a table in a TOML file.
 *
 * @param where for people: the file, and which table of it
 */
record TomlTable(String where, Map<?, ?> members) {
    Optional<String> text(String key) {
        return Optional.<Object>ofNullable(members.get(key)).map(value -> text(key, value));
    }

    /** A table of texts; empty where it is missing. */
    Map<String, String> texts(String key) {
        var texts = new LinkedHashMap<String, String>();
        if (members.get(key) instanceof Map<?, ?> table) {
            table.forEach((name, value) -> texts.put(String.valueOf(name), text(key + "." + name, value)));
        } else if (members.get(key) != null) {
            throw wrong(key, "a table");
        }
        return texts;
    }

    private String text(String key, Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw wrong(key, "text in quotes");
    }

    private Problem wrong(String key, String wanted) {
        return new Problem(Exit.USAGE, where + ": " + key + " must be " + wanted, "");
    }
}
