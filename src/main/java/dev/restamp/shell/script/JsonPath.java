package dev.restamp.shell.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A way into a JSON document: {@code $.schema.fits[0]}. What is not there is null, as in jq: which members an answer has
 * depends on what was found, and an assertion says better what was expected.
 *
 * @param steps texts for members, whole numbers for elements; negative ones count from the end
 */
record JsonPath(SourceLine line, int index, List<Object> steps) {
    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)|\\[(-?\\d{1,6})]|\\[\"([^\"]*)\"]|\\['([^']*)']");

    JsonPath {
        steps = List.copyOf(steps);
    }

    /** Reads a path that begins at the index and ends with the line or a comment. */
    static JsonPath parse(SourceLine line, int index) {
        var text = line.text();
        if (!text.startsWith("$", index)) {
            throw line.wrong(index, "a path begins with $", "$.schema.fits or $.row[0]");
        }
        var steps = new ArrayList<Object>();
        var at = index + 1;
        var step = STEP.matcher(text);
        while (at < text.length() && step.region(at, text.length()).lookingAt()) {
            steps.add(step(step.group(1), step.group(2), step.group(3), step.group(4)));
            at = step.end();
        }
        var rest = new Cursor(line, at);
        if (!rest.isAtEnd()) {
            throw line.wrong(rest.index(), "the path cannot be read from here", "steps are .name, [0] and [\"name\"]");
        }
        return new JsonPath(line, index, steps);
    }

    private static Object step(String... groups) {
        for (var i = 0; i < groups.length; i++) {
            if (groups[i] != null) {
                return i == 1 ? (Object) Integer.valueOf(groups[i]) : groups[i];
            }
        }
        throw new IllegalStateException("no group of " + STEP + " matched");
    }

    /** @throws MistakeException where a step leads into a text or a number, which have nothing inside */
    Value in(Value document) {
        var value = document;
        for (var step : steps) {
            value = next(value, step);
        }
        return value;
    }

    private Value next(Value value, Object step) {
        return switch (value.json()) {
            case null -> Value.NULL;
            case Map<?, ?> map when step instanceof String -> new Value(map.get(step));
            case List<?> list when step instanceof Integer at -> element(list, at);
            default -> throw line.wrong(index, "this path finds no " + step + " in " + value.kind(), "");
        };
    }

    private static Value element(List<?> list, int at) {
        var place = at < 0 ? list.size() + at : at;
        return place < 0 || place >= list.size() ? Value.NULL : new Value(list.get(place));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("$");
        steps.forEach(step -> text.append(step instanceof Integer ? "[" + step + "]" : "." + step));
        return text.toString();
    }
}
