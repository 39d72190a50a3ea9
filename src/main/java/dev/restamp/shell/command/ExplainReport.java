package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.failure.Failure;
import dev.restamp.core.failure.Failure.ServerError;
import dev.restamp.core.failure.Failure.Step;
import dev.restamp.core.failure.Failure.Tool;
import dev.restamp.core.failure.Meaning;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure in four answers: stopped where, because of what, is anything left of it, and what it means here. */
final class ExplainReport {
    /** Of a statement, on the screen. */
    private static final int LONGEST = 200;

    private final Failure failure;
    private final Optional<Inspection> inspection;
    private final String unchecked;

    /** @param unchecked why there is no inspection; empty where there is one */
    ExplainReport(Failure failure, Optional<Inspection> inspection, String unchecked) {
        this.failure = failure;
        this.inspection = inspection;
        this.unchecked = unchecked;
    }

    Report build() {
        var fields = new ArrayList<Field>();
        failure.step().ifPresent(step -> fields.add(stopped(step)));
        failure.error().ifPresent(error -> fields.add(because(error)));
        failure.statement().ifPresent(sql -> fields.add(new Field("statement", Text.of(cut(sql)), "")));
        var left = Meaning.rolledBack(failure);
        left.ifPresent(text -> fields.add(new Field("rolled back", Text.of(text), "")));
        fields.addAll(means());
        var report = Report.builder().block(new Block.Fields(fields));
        report.json(
                        "program",
                        failure.tool() == Tool.UNKNOWN ? null : failure.tool().word())
                .json("lines", failure.lines())
                .json("step", failure.step().map(ExplainReport::json).orElse(null))
                .json("failure", failure.error().map(ExplainReport::json).orElse(null))
                .json("statement", failure.statement().orElse(null))
                .json("rolled_back", left.orElse(null))
                .json("means", Meaning.of(failure).orElse(null))
                .json("checked", inspection.map(one -> one.connection().name()).orElse(null))
                .json("findings", InspectionJson.findings(findings()));
        report.next(next());
        return report.build(inspection.map(Inspection::exit).orElse(Exit.OK));
    }

    private Field stopped(Step step) {
        var title = step.title().isEmpty() ? "" : " \"" + step.title() + "\"";
        var path = step.from().isEmpty() ? step.to() : step.from() + " -> " + step.to();
        return new Field(
                failure.tool().word() + " stopped in",
                Text.of(path, Style.STRONG).and(title),
                "line " + step.line() + " of " + failure.lines());
    }

    private static Field because(ServerError error) {
        return new Field(
                "because", Text.of(error.message(), Style.BAD), (error.state() + " " + error.condition()).strip());
    }

    private List<Field> means() {
        if (inspection.isEmpty()) {
            return List.of(
                    new Field("this means", Text.of(Meaning.of(failure).orElse("see the message")), ""),
                    new Field("not checked", Text.of(unchecked, Style.WARN), ""));
        }
        var checked = "checked against " + inspection.get().connection().name() + " just now";
        var findings = findings();
        var fields = new ArrayList<Field>();
        for (var finding : findings) {
            fields.add(new Field(
                    fields.isEmpty() ? "this means" : "",
                    Text.of(finding.text(), Style.BAD),
                    finding.code() + (fields.isEmpty() ? ", " + checked : "")));
        }
        if (findings.isEmpty()) {
            fields.add(new Field("this means", Text.of(Meaning.of(failure).orElse("see the message")), ""));
            fields.add(new Field("no drift", Text.of("row and schema agree", Style.GOOD), checked));
        }
        foretold(inspection.get()).ifPresent(text -> fields.add(new Field("upgrade now", Text.of(text), "")));
        return fields;
    }

    private List<Finding> findings() {
        return inspection.map(Inspection::findings).orElse(List.of());
    }

    /** Whether the same would come of another try. */
    private Optional<String> foretold(Inspection inspection) {
        return switch (inspection.diagnosis().upgrade()) {
            case Upgrade.Dies(var _, var revision, var conflict, var _) ->
                Optional.of("would stop in " + revision + ": " + conflict.condition() + ", " + conflict.message());
            case Upgrade.DoesNotStart(var why) -> Optional.of("would not start: " + why);
            case Upgrade.Runs(var revisions) ->
                failure.step().filter(step -> revisions.contains(step.to())).isPresent()
                        ? Optional.of("nothing in the schema is in its way; data and locks are not foretold")
                        : Optional.empty();
        };
    }

    private Next[] next() {
        return inspection
                .map(one -> Advice.of(one, "explain"))
                .filter(advice -> !advice.isEmpty())
                .orElseGet(() -> List.of(advice()))
                .toArray(Next[]::new);
    }

    private Next advice() {
        var state = failure.error().map(ServerError::state).orElse("");
        return switch (state) {
            case "55P03", "57014", "40P01", "55006" -> Next.reads("who", "who holds the lock");
            default ->
                inspection.isPresent()
                        ? Next.reads("status", "row, schema and head")
                        : Next.reads("diagnose", "the same with the database: connect to it first");
        };
    }

    private static String cut(String sql) {
        return sql.length() > LONGEST ? sql.substring(0, LONGEST) + " …" : sql;
    }

    private static Map<String, @Nullable Object> json(Step step) {
        return Json.object("from", step.from(), "to", step.to(), "title", step.title(), "line", step.line());
    }

    private static Map<String, @Nullable Object> json(ServerError error) {
        return Json.object(
                "sqlstate", error.state().isEmpty() ? null : error.state(),
                "condition", error.condition().isEmpty() ? null : error.condition(),
                "message", error.message(),
                "object", error.object().isEmpty() ? null : error.object());
    }
}
