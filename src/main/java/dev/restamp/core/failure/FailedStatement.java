package dev.restamp.core.failure;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statement that failed, as SQLAlchemy, Liquibase and Flyway print it: the last one, on one line. */
final class FailedStatement {
    /** What follows the statement: a property of the error, or a frame of Java. */
    private static final Pattern AFTER =
            Pattern.compile("\\s*|[A-Z]\\w*(?: \\w+)? *: .*|\\s*at [\\w.$/]+\\(.*|Caused by.*");

    private static final Pattern FLYWAY = Pattern.compile("^Statement {1,20}: ", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("^\\(\\d+\\) ");

    private FailedStatement() {}

    static Optional<String> in(String text) {
        return bracketed(text, "[SQL: ", "]\n[parameters:", "]\n(Background", "]\n(Further")
                .or(() -> bracketed(text, "[Failed SQL: ", "]\n"))
                .or(() -> flyway(text))
                .map(sql -> NUMBER.matcher(sql.replaceAll("\\s+", " ").strip()).replaceFirst(""))
                .filter(sql -> !sql.isEmpty());
    }

    /** Up to the first of the ends; where none is, up to the last bracket. */
    private static Optional<String> bracketed(String text, String open, String... ends) {
        var start = text.lastIndexOf(open);
        if (start < 0) {
            return Optional.empty();
        }
        var from = start + open.length();
        var end = Stream.of(ends)
                .mapToInt(one -> text.indexOf(one, from))
                .filter(at -> at >= 0)
                .min()
                .orElse(text.lastIndexOf(']'));
        return end <= from ? Optional.empty() : Optional.of(text.substring(from, end));
    }

    private static Optional<String> flyway(String text) {
        return FLYWAY.matcher(text)
                .results()
                .reduce((first, second) -> second)
                .map(start -> text.substring(start.end())
                        .lines()
                        .takeWhile(line -> !AFTER.matcher(line).matches())
                        .collect(Collectors.joining("\n")));
    }
}
