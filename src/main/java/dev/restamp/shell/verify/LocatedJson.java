package dev.restamp.shell.verify;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** JSON that knows where it was written. */
sealed interface LocatedJson {
    /** Where it begins, from 1. */
    int line();

    /** @param members by name, in the order of the file */
    record JsonObject(int line, SequencedMap<String, Member> members) implements LocatedJson {
        public JsonObject {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        Optional<LocatedJson> member(String name) {
            return Optional.ofNullable(members.get(name)).map(Member::value);
        }
    }

    /** @param line of its name */
    record Member(int line, LocatedJson value) {}

    record JsonList(int line, List<LocatedJson> elements) implements LocatedJson {
        public JsonList {
            elements = List.copyOf(elements);
        }
    }

    record JsonText(int line, String text) implements LocatedJson {}

    /** @param number with its fraction as written: 1.0 is not 1 */
    record JsonNumber(int line, BigDecimal number) implements LocatedJson {}

    record JsonTruth(int line, boolean truth) implements LocatedJson {}

    record JsonNull(int line) implements LocatedJson {}

    /** What it is, for messages. */
    default String kind() {
        return switch (this) {
            case JsonObject _ -> "an object";
            case JsonList _ -> "a list";
            case JsonText _ -> "a text";
            case JsonNumber _ -> "a number";
            case JsonTruth(var _, var truth) -> String.valueOf(truth);
            case JsonNull _ -> "null";
        };
    }
}
