package dev.restamp.practice;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A table of a lesson's file. What is missing, or of the wrong kind, or unknown is a problem that says where.
 *
 * @param where for people: {@code our-outage/lesson.toml, step 2}
 */
record LessonTable(String where, Map<?, ?> members) {
    /** @throws Problem with {@code Exit.USAGE} where it has a key besides these */
    LessonTable onlyWith(String... known) {
        var unknown = new TreeSet<String>();
        members.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !Set.of(known).contains(key))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw wrong("unknown key " + unknown.first(), "known are " + String.join(", ", known));
        }
        return this;
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> wrong(key + " is missing", key + " = \"…\""));
    }

    /** Without the line breaks around it. */
    Optional<String> optional(String key) {
        return Optional.<Object>ofNullable(members.get(key)).map(value -> {
            if (value instanceof String text && !text.isBlank()) {
                return text.strip();
            }
            throw wrong(key + " must be text", key + " = \"…\"");
        });
    }

    int number(String key) {
        if (members.get(key) instanceof Number number && number.intValue() > 0) {
            return number.intValue();
        }
        throw wrong(key + " must be a number above 0", key + " = 10");
    }

    boolean truth(String key) {
        return switch (members.get(key)) {
            case null -> false;
            case Boolean truth -> truth;
            default -> throw wrong(key + " must be true or false", key + " = true");
        };
    }

    List<String> texts(String key) {
        return list(key).stream()
                .map(value -> {
                    if (value instanceof String text && !text.isBlank()) {
                        return text.strip();
                    }
                    throw wrong(key + " must be a list of texts", key + " = [\"…\", \"…\"]");
                })
                .toList();
    }

    /** Tables of an array, {@code [[step]]}, each named by its number. */
    List<LessonTable> tables(String key) {
        var list = list(key);
        return IntStream.range(0, list.size())
                .mapToObj(i -> {
                    if (list.get(i) instanceof Map<?, ?> table) {
                        return new LessonTable(where + ", " + key + " " + (i + 1), table);
                    }
                    throw wrong(key + " must be tables", "[[" + key + "]]");
                })
                .toList();
    }

    Optional<LessonTable> table(String key) {
        return Optional.<Object>ofNullable(members.get(key)).map(value -> {
            if (value instanceof Map<?, ?> table) {
                return new LessonTable(where + ", " + key, table);
            }
            throw wrong(key + " must be a table", "[" + key + "]");
        });
    }

    Problem wrong(String what, String hint) {
        return new Problem(Exit.USAGE, where + ": " + what, hint);
    }

    private List<?> list(String key) {
        return switch (members.get(key)) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw wrong(key + " must be a list", "");
        };
    }
}
