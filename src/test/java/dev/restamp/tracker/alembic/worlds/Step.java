package dev.restamp.tracker.alembic.worlds;

import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of an {@code upgrade()}: what people write, and the SQL that Alembic then sends.
 *
 * @param module lines before {@code upgrade()}
 * @param body lines in it
 */
record Step(Sight sight, List<String> module, List<String> body, List<String> sql) {
    /** What can be known of a step by reading it. */
    enum Sight {
        /** Everything. */
        PLAIN,
        /** That it does nothing to a schema that is as its ancestors leave it. */
        IDLE,
        /** That it is about rows. */
        DATA,
        /** Nothing certain. */
        UNREAD
    }

    Step {
        module = List.copyOf(module);
        body = List.copyOf(body);
        sql = List.copyOf(sql);
    }

    /** A line, or lines, of Python for as many statements. */
    static Step plain(String python, String... sql) {
        return new Step(Sight.PLAIN, List.of(), python.lines().toList(), List.of(sql));
    }

    static Step of(Sight sight, String python, String... sql) {
        return new Step(sight, List.of(), python.lines().toList(), List.of(sql));
    }

    Step with(String... lines) {
        return new Step(sight, Stream.concat(module.stream(), Stream.of(lines)).toList(), body, sql);
    }

    Step then(Step next) {
        return new Step(sight, joined(module, next.module), joined(body, next.body), joined(sql, next.sql));
    }

    /** The same under a line that ends in a colon. */
    Step under(String line) {
        return new Step(sight, module, indented(line, body), sql);
    }

    static List<String> indented(String line, List<String> body) {
        return Stream.concat(Stream.of(line), body.stream().map("    "::concat)).toList();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
