package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Blurred;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Shape;
import dev.restamp.tracker.alembic.python.Value.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The methods of strings. */
final class Texts {
    private Texts() {}

    /** Empty where the result is not known. */
    static Optional<Value> call(String text, String method, Arguments arguments) {
        return switch (method) {
            case "format" -> Optional.of(Formats.braces(text, arguments));
            case "join" -> join(text, arguments);
            case "strip", "lstrip", "rstrip" ->
                arguments.equals(Arguments.NONE) ? Optional.of(new Text(stripped(text, method))) : Optional.empty();
            case "lower" -> Optional.of(new Text(text.toLowerCase(Locale.ROOT)));
            case "upper" -> Optional.of(new Text(text.toUpperCase(Locale.ROOT)));
            case "replace" -> two(arguments).map(pair -> new Text(text.replace(pair.getFirst(), pair.getLast())));
            case "startswith" -> one(arguments).map(prefix -> Value.of(text.startsWith(prefix)));
            case "endswith" -> one(arguments).map(suffix -> Value.of(text.endsWith(suffix)));
            case "split" -> split(text, arguments);
            case "splitlines" -> Optional.of(list(Arrays.asList(text.split("\n"))));
            default -> Optional.empty();
        };
    }

    /** A text with holes keeps them through what does not look at it. */
    static Optional<Value> call(Blurred text, String method) {
        return switch (method) {
            case "strip", "lstrip", "rstrip", "format", "lower", "upper" -> Optional.of(text);
            default -> Optional.empty();
        };
    }

    private static String stripped(String text, String method) {
        return switch (method) {
            case "lstrip" -> text.stripLeading();
            case "rstrip" -> text.stripTrailing();
            default -> text.strip();
        };
    }

    private static Optional<Value> join(String separator, Arguments arguments) {
        if (!(arguments.first().orElse(Constants.NONE) instanceof Items(var _, var items))) {
            return Optional.of(new Blurred(String.valueOf(Value.HOLE)));
        }
        var parts = new ArrayList<Value>();
        for (var item : items) {
            if (!parts.isEmpty()) {
                parts.add(new Text(separator));
            }
            parts.add(item);
        }
        return Optional.of(Formats.joined(parts));
    }

    private static Optional<Value> split(String text, Arguments arguments) {
        if (arguments.equals(Arguments.NONE)) {
            return Optional.of(
                    list(text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"))));
        }
        return one(arguments).map(separator -> list(Arrays.asList(text.split(Pattern.quote(separator), -1))));
    }

    private static Value list(List<String> texts) {
        return Items.of(Shape.LIST, texts.stream().map(Text::new).toList());
    }

    private static Optional<String> one(Arguments arguments) {
        return texts(arguments, 1).map(List::getFirst);
    }

    private static Optional<List<String>> two(Arguments arguments) {
        return texts(arguments, 2);
    }

    private static Optional<List<String>> texts(Arguments arguments, int count) {
        var texts = new ArrayList<String>();
        for (var argument : arguments.positional()) {
            if (argument instanceof Text(var text)) {
                texts.add(text);
            }
        }
        var all = texts.size() == count
                && arguments.positional().size() == count
                && arguments.named().isEmpty();
        return all ? Optional.of(texts) : Optional.empty();
    }

    /** {@code textwrap.dedent}: without the blanks that all lines start with; lines of blanks become empty. */
    static String dedent(String text) {
        var lines = text.lines().toList();
        var indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        var dedented = lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .toList();
        return String.join("\n", dedented) + (text.endsWith("\n") ? "\n" : "");
    }
}
