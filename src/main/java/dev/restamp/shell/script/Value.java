package dev.restamp.shell.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * A JSON value. Two are equal where JSON sees no difference: 1 is 1.0.
 *
 * @param json null, a text, a truth, a {@link BigDecimal}, a list or a map of such
 */
record Value(@Nullable Object json) {
    static final Value NULL = new Value(null);

    /** @param json what a JSON document is made of; whole numbers in any of Java's types */
    static Value of(@Nullable Object json) {
        return new Value(plain(json));
    }

    private static @Nullable Object plain(@Nullable Object json) {
        return switch (json) {
            case null -> null;
            case BigDecimal number -> whole(number.stripTrailingZeros());
            case Number number -> plain(new BigDecimal(number.toString()));
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(element -> copy.add(plain(element)));
                yield Collections.unmodifiableList(copy);
            }
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, element) -> copy.put(String.valueOf(name), plain(element)));
                yield Collections.unmodifiableMap(copy);
            }
            default -> json;
        };
    }

    /** Ten is 10 and not 1E+1. */
    private static BigDecimal whole(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    boolean isNull() {
        return json == null;
    }

    /** What an object holds under that name; empty where it holds nothing there. */
    Optional<Object> member(String name) {
        return json instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : Optional.empty();
    }

    Optional<Boolean> truth() {
        return json instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
    }

    /** As it stands in a word: a list as {@code a,b}, which options take for several values. Empty for objects and null. */
    Optional<String> word() {
        return switch (json) {
            case null -> Optional.empty();
            case Map<?, ?> _ -> Optional.empty();
            case BigDecimal number -> Optional.of(number.toPlainString());
            case List<?> list -> {
                var words =
                        list.stream().map(element -> new Value(element).word()).toList();
                yield words.stream().allMatch(Optional::isPresent)
                        ? Optional.of(words.stream().map(Optional::get).collect(Collectors.joining(",")))
                        : Optional.empty();
            }
            default -> Optional.of(json.toString());
        };
    }

    /** Which of the two is more; empty where they cannot be compared. */
    Optional<Integer> compareTo(Value other) {
        if (json instanceof BigDecimal mine && other.json instanceof BigDecimal theirs) {
            return Optional.of(mine.compareTo(theirs));
        }
        if (json instanceof String mine && other.json instanceof String theirs) {
            return Optional.of(mine.compareTo(theirs));
        }
        return Optional.empty();
    }

    /** Whether a list holds it, a text has it inside, an object a member of that name; empty where that makes no sense. */
    Optional<Boolean> contains(Value part) {
        return switch (json) {
            case List<?> list -> Optional.of(list.contains(part.json));
            case String text when part.json instanceof String inside -> Optional.of(text.contains(inside));
            case Map<?, ?> map when part.json instanceof String name -> Optional.of(map.containsKey(name));
            case null, default -> Optional.empty();
        };
    }

    /** What it is, for messages. */
    String kind() {
        return switch (json) {
            case null -> "null";
            case String _ -> "a text";
            case Boolean _ -> "true or false";
            case BigDecimal _ -> "a number";
            case List<?> _ -> "a list";
            default -> "an object";
        };
    }

    /** As JSON on one line. */
    @Override
    public String toString() {
        return json == null ? "null" : JSON.std.asString(json);
    }
}
