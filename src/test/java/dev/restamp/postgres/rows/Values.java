package dev.restamp.postgres.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The values of a type, no two of them the same: a line of {@code values.txt}.
 *
 * @param wider a type that keeps each of them as it is, else the same type
 */
record Values(String type, String wider, List<String> texts) {
    private static final List<List<String>> LINES = lines();

    static final List<Values> ALL = LINES.stream()
            .filter(line -> !line.getFirst().equals("make"))
            .map(Values::of)
            .toList();

    /** Statements that make the types of the values. */
    static final List<String> TYPES = LINES.stream()
            .filter(line -> line.getFirst().equals("make"))
            .map(List::getLast)
            .toList();

    private static List<List<String>> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/dev/restamp/postgres/rows/values.txt")).stream()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(" ;; ")))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Values of(List<String> line) {
        var types = line.getFirst().split(" > ", -1);
        return new Values(
                types[0],
                types[types.length - 1],
                line.stream().skip(1).map(Values::unquoted).toList());
    }

    private static String unquoted(String text) {
        return text.matches("'( .*|.* |.?|)'") ? text.substring(1, text.length() - 1) : text;
    }
}
