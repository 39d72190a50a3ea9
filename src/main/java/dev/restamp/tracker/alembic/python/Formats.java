package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Blurred;
import dev.restamp.tracker.alembic.python.Value.Dict;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Whole;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts made of values; what is not known of them becomes a hole. */
final class Formats {
    private static final String HOLE = String.valueOf(Value.HOLE);
    private static final Pattern PERCENT = Pattern.compile("%(?:\\((\\w+)\\))?([-#0 +]*\\d*(?:\\.\\d+)?)([a-zA-Z%])");
    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}|\\{(\\w*)(?:!([rsa]))?(?::([^{}]*))?}");
    private static final Pattern ZERO_PADDED = Pattern.compile("0(\\d+)d?");

    private Formats() {}

    /** One text after the other. */
    static Value joined(List<? extends Value> parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(
                    switch (part) {
                        case Text(var known) -> known;
                        case Blurred(var pattern) -> pattern;
                        default -> HOLE;
                    });
        }
        return text(text.toString());
    }

    /** Whether {@code +} with a text can make a text of it. */
    static boolean isTextual(Value value) {
        return switch (value) {
            case Text _, Blurred _ -> true;
            default -> false;
        };
    }

    static Value text(String text) {
        return text.indexOf(Value.HOLE) < 0 ? new Text(text) : new Blurred(text);
    }

    /** {@code str(value)}. */
    static Value string(Value value) {
        return string(value, "", "");
    }

    /** {@code format(value, spec)} after a conversion; a hole where the specification is not one that is known. */
    static Value string(Value value, String spec, String conversion) {
        if (value instanceof Blurred && spec.isEmpty() && conversion.isEmpty()) {
            return value;
        }
        var shown = shown(value, conversion.equals("r"));
        var padded = ZERO_PADDED.matcher(spec);
        if (padded.matches() && value instanceof Whole(var number)) {
            return new Text(("%0" + padded.group(1) + "d").formatted(number));
        }
        return spec.isEmpty() || spec.equals("s") || spec.equals("d")
                ? shown.<Value>map(Text::new).orElse(new Blurred(HOLE))
                : new Blurred(HOLE);
    }

    private static Optional<String> shown(Value value, boolean quoted) {
        return switch (value) {
            case Text(var text) -> Optional.of(quoted ? quoted(text) : text);
            case Whole(var number) -> Optional.of(Long.toString(number));
            case Value.Truth(var truth) -> Optional.of(truth ? "True" : "False");
            case Value.Nothing _ -> Optional.of("None");
            case Items(var shape, var items) when value.isPlain() -> items(shape, items);
            default -> Optional.empty();
        };
    }

    private static Optional<String> items(Value.Shape shape, List<Value> items) {
        var shown = items.stream().map(item -> shown(item, true)).toList();
        if (shown.stream().anyMatch(Optional::isEmpty) || shape == Value.Shape.SET || shape == Value.Shape.GENERATOR) {
            return Optional.empty();
        }
        var list = String.join(", ", shown.stream().map(Optional::orElseThrow).toList());
        if (shape == Value.Shape.LIST) {
            return Optional.of("[" + list + "]");
        }
        return Optional.of("(" + list + (items.size() == 1 ? ",)" : ")"));
    }

    private static String quoted(String text) {
        return text.contains("'") && !text.contains("\"") ? '"' + text + '"' : "'" + text.replace("'", "\\'") + "'";
    }

    /** {@code pattern % values}. */
    static Value percent(String pattern, Value values) {
        var next = new int[1];
        return text(PERCENT.matcher(pattern).replaceAll(field -> {
            if (field.group(3).equals("%")) {
                return "%";
            }
            var value = field.group(1) == null ? positional(values, next[0]++) : named(values, field.group(1));
            var conversion = field.group(3).equals("r") ? "r" : "";
            return Matcher.quoteReplacement(value.map(known -> pattern(string(known, field.group(2), conversion)))
                    .orElse(HOLE));
        }));
    }

    /** {@code pattern.format(…)}. */
    static Value braces(String pattern, Arguments arguments) {
        var next = new int[1];
        return text(BRACES.matcher(pattern).replaceAll(field -> {
            if (field.group().equals("{{") || field.group().equals("}}")) {
                return field.group().substring(1);
            }
            var name = field.group(1);
            var value = name.isEmpty() ? arguments.get(next[0]++, "") : argument(arguments, name);
            return Matcher.quoteReplacement(value.map(
                            known -> pattern(string(known, orEmpty(field.group(3)), orEmpty(field.group(2)))))
                    .orElse(HOLE));
        }));
    }

    private static Optional<Value> argument(Arguments arguments, String name) {
        return name.chars().allMatch(Character::isDigit)
                ? arguments.get(Integer.parseInt(name), "")
                : arguments.get(name);
    }

    private static Optional<Value> positional(Value values, int index) {
        if (values instanceof Items(var shape, var items) && shape == Value.Shape.TUPLE) {
            return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
        return index == 0 ? Optional.of(values) : Optional.empty();
    }

    private static Optional<Value> named(Value values, String name) {
        return values instanceof Dict(var entries)
                ? Optional.ofNullable(entries.get(new Text(name)))
                : Optional.empty();
    }

    private static String pattern(Value value) {
        return switch (value) {
            case Text(var text) -> text;
            case Blurred(var pattern) -> pattern;
            default -> HOLE;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
