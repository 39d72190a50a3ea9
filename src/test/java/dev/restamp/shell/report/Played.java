package dev.restamp.shell.report;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Answer;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.journal.Heard;
import dev.restamp.shell.journal.Moment;
import dev.restamp.shell.journal.Note;
import dev.restamp.shell.journal.Place;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as its journal has it, without a database: db1 is at {@code b} and its head is {@code b}. A minute goes by with
 * each answer, the first comes at 03:01.
 */
final class Played {
    static final Place DB1 = new Place(
            "db1",
            "app@db1.internal:5432/shop",
            "shop",
            "15.18",
            Optional.of("7710879488491200765"),
            false,
            Environment.PROD);

    private final List<Moment> moments = new ArrayList<>();
    private Instant clock = Instant.parse("2026-11-22T03:00:00Z");

    /** Looks, and finds that all agrees. */
    Played fine(String row) {
        return look(row, List.of(), "runs");
    }

    /** Looks, and finds the row behind the schema. */
    Played drift(String row) {
        return look(
                row, List.of(Json.object("code", "VD101", "text", "the version row is behind the schema")), "fails");
    }

    private Played look(String row, List<Map<String, @Nullable Object>> findings, String upgrade) {
        var report = Report.builder()
                .line(findings.isEmpty() ? "OK  row, schema and head agree: " + row : "DRIFT  behind")
                .json("row", List.of(row))
                .json("version_table", "public.alembic_version")
                .json("schema", Json.object("fits", List.of("b"), "present", 2, "absent", 0, "contradicting", 0))
                .json("heads", List.of("b"))
                .json("findings", findings)
                .json(
                        "upgrade",
                        Json.object(
                                "outcome", upgrade,
                                "revisions", List.of(),
                                "revision", "b",
                                "error", "DuplicateTable",
                                "message", "relation \"t\" already exists"));
        return answer("status", "status", report.build(findings.isEmpty() ? Exit.OK : Exit.FINDING));
    }

    Played stamp(String line, List<String> before, List<String> after) {
        return write("stamp", line, before, after, "");
    }

    Played undo(List<String> before, List<String> after) {
        return write("undo", "undo", before, after, "undo of r-1");
    }

    Played unproved(List<String> before, List<String> after, String reason) {
        return write("stamp", "stamp " + String.join(" ", after), before, after, reason);
    }

    private Played write(String command, String line, List<String> before, List<String> after, String unproved) {
        var number = moments.size();
        return answer(
                command,
                line,
                Report.builder()
                        .json("version_table", "public.alembic_version")
                        .json("before", before)
                        .json("after", after)
                        .json("proofs", List.of(Json.object("claim", "it is so", "outcome", "holds", "detail", "")))
                        .json("to_run", List.of("c"))
                        .json("statements", List.of("UPDATE …"))
                        .json("undo_statements", List.of("put back " + String.join(" ", before)))
                        .json("receipt", "r-" + number)
                        .json("transaction", "8" + number)
                        .json("unproved", unproved)
                        .build(Exit.OK));
    }

    Played problem(String line, Exit exit, String what) {
        var problem = new Problem(exit, what, "");
        var report = Report.builder().json("error", Json.object("what", what)).build(exit);
        return add(line.split(" ", 2)[0], line, report, Optional.of(problem));
    }

    Played answer(String command, String line, Report report) {
        return add(command, line, report, Optional.empty());
    }

    private Played add(String command, String line, Report report, Optional<Problem> problem) {
        clock = clock.plusSeconds(60);
        moments.add(new Heard(clock, line, new Answer(command, report, problem), Optional.of(DB1)));
        return this;
    }

    Played note(String text) {
        clock = clock.plusSeconds(60);
        moments.add(new Note(clock, text));
        return this;
    }

    Incident incident() {
        return new Incident(
                moments,
                clock.plusSeconds(60),
                Optional.empty(),
                "jo",
                Optional.empty(),
                "",
                Path.of("/work"),
                Path.of("/state/receipts"));
    }

    Subject subject() {
        return incident().subjects().getFirst();
    }
}
