package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line that was carried out.
 *
 * @param section the title above it; empty before the first
 * @param text the line with its variables filled in
 * @param expected the exit code that was asked for
 * @param receipt of what it wrote
 * @param output what it showed, as people see it
 */
record Step(
        SourceLine line,
        String section,
        String text,
        Outcome outcome,
        Exit exit,
        Optional<Exit> expected,
        Optional<String> receipt,
        Instant start,
        Duration time,
        String output) {
    /** What became of it. */
    enum Outcome {
        PASSED(""),
        /** It ended with a finding that nobody expected, and nobody excluded. */
        FINDING("a finding"),
        FAILED("FAILED"),
        /** A write, in a dry run. */
        LEFT_OUT("left out"),
        /** In a dry run, what depends on a write that was left out. */
        NOT_JUDGED("not judged");

        private final String remark;

        Outcome(String remark) {
            this.remark = remark;
        }
    }

    boolean failed() {
        return outcome == Outcome.FAILED;
    }

    /** What is to be said beside it. */
    String remark() {
        if (failed() && expected.isPresent()) {
            return "FAILED, not " + expected.get().code();
        }
        if (outcome == Outcome.PASSED) {
            return receipt.orElse(expected.isPresent() ? "as expected" : "");
        }
        return outcome.remark;
    }

    double seconds() {
        return time.toMillis() / 1000.0;
    }

    Map<String, @Nullable Object> json() {
        var json = Json.object(
                "file", line.file(),
                "line", line.number(),
                "section", section,
                "command", text,
                "outcome", outcome.name().toLowerCase(Locale.ROOT),
                "exit", exit.code(),
                "expected", expected.map(Exit::code).orElse(null),
                "receipt", receipt.orElse(null),
                "milliseconds", time.toMillis());
        if (failed()) {
            json.put("output", output);
        }
        return json;
    }
}
