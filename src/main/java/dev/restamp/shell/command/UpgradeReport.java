package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.failure.FailureReader;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.shell.upgrade.ToolRun;
import dev.restamp.tracker.MigrationTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of an upgrade: before it, and when it has ended in one way or another. */
final class UpgradeReport {
    private UpgradeReport() {}

    /** What will be run, as it is shown before the question. */
    static List<Block> plan(UpgradePlan plan) {
        var inspection = plan.inspection();
        var connection = inspection.connection();
        var server = connection.database().server();
        var fields = new ArrayList<Field>();
        fields.add(new Field(
                "where",
                Text.of(connection.name() + " = " + connection.database().url().display()),
                "PostgreSQL " + server.version()));
        if (plan.tool() instanceof MigrationTool.Program program) {
            fields.add(new Field("program", Text.of(String.join(" ", program.command(plan.target()))), ""));
            fields.add(new Field("in", Text.of(program.folder().toString()), ""));
            fields.add(new Field(
                    "with",
                    Text.of(plan.environment().added().stream()
                            .map(name -> "$" + name)
                            .collect(Collectors.joining(", "))),
                    "the first is the URL of this connection"));
        } else {
            fields.add(new Field(
                    "library",
                    Text.of(inspection.project().words().name()),
                    "in this process, on a connection of its own"));
        }
        revisions(plan, fields);
        inspection
                .findings()
                .forEach(finding ->
                        fields.add(new Field("although", Text.of(finding.text(), Style.WARN), finding.code())));
        if (server.transactionPooler()) {
            fields.add(new Field(
                    "although",
                    Text.of("a transaction pooler stands between, which not every migration bears", Style.WARN),
                    connection.database().url().pastPooler()));
        }
        return List.of(
                new Block.Line(Text.of("UPGRADE", Style.STRONG).and("   " + plan.typed() + "; nothing has been run")),
                new Block.Line(Text.EMPTY),
                new Block.Fields(fields),
                new Block.Line(Text.EMPTY));
    }

    private static void revisions(UpgradePlan plan, List<Field> fields) {
        var graph = plan.inspection().graph();
        var revisions = plan.revisions();
        var words = plan.inspection().project().words();
        fields.add(new Field(
                "runs",
                Text.of(words.revisions(revisions.size()) + ":"),
                "nothing in the schema is in its way; data and locks are not foretold"));
        revisions.forEach(id -> fields.add(new Field("", Text.of("  ").and(RevisionWords.line(graph, id)), "")));
    }

    static Report refused(UpgradePlan plan) {
        var why = plan.refusal().orElseThrow();
        var inspection = plan.inspection();
        var report = Report.builder();
        report.block(new Block.Paragraph(Text.of("REFUSED  ", Style.BAD).and(why)));
        StatusReport.verdict(inspection, report);
        var stamps = Advice.stamps(inspection);
        report.line(
                stamps.size() == 1
                        ? "  nothing has been run; first: " + stamps.getFirst().command()
                        : "  nothing has been run");
        stamps.forEach(report::next);
        Advice.of(inspection, "upgrade").stream()
                .filter(next -> !stamps.contains(next))
                .forEach(report::next);
        return report.json(members(
                        plan, inspection, plan.inspection().table().rows().ids()))
                .json("error", Json.object("what", why, "hint", "", "code", code(inspection)))
                .build(isBroken(inspection) ? Exit.PROJECT : Exit.REFUSED);
    }

    private static String code(Inspection inspection) {
        return inspection.findings().stream().findFirst().map(Finding::code).orElse("");
    }

    private static boolean isBroken(Inspection inspection) {
        return inspection.findings().stream().anyMatch(Finding.BrokenProject.class::isInstance);
    }

    static Report nothingToRun(UpgradePlan plan) {
        var rows = plan.inspection().table().rows().ids();
        return Report.builder()
                .line(Text.of("nothing to run: ").and(plan.typed() + " would find nothing left above " + names(rows)))
                .json(members(plan, plan.inspection(), rows))
                .next(Next.reads("status", "row, schema and head"))
                .build(Exit.OK);
    }

    /** @param status what it says afterwards; its exit code is that of the upgrade */
    static Report ran(UpgradePlan plan, ToolRun run, List<String> rows, Report status) {
        return Report.builder()
                .gap()
                .line(Text.of("UPGRADED  ", Style.GOOD)
                        .and(path(plan, rows) + "     " + plan.typed() + ", " + run.seconds()))
                .gap()
                .blocks(status.blocks())
                .json(members(plan, plan.inspection(), rows))
                .json(ran(run))
                .json(status.json())
                .next(status.next().toArray(Next[]::new))
                .build(status.exit());
    }

    static Report failed(UpgradePlan plan, ToolRun run, List<String> rows, Inspection now) {
        var report = Report.builder().gap();
        var last = run.lastLine();
        var how = run.exit().isPresent() ? " ended with " + run.exit().getAsInt() : " failed";
        var what = plan.typed() + how + (last.isEmpty() ? "" : ": " + last);
        report.block(new Block.Paragraph(Text.of("FAILED  ", Style.BAD).and(what)));
        report.line("  row " + (rows.equals(rows(plan)) ? "as before: " + names(rows) : path(plan, rows)));
        report.json(members(plan, now, rows)).json(ran(run));
        var failure = FailureReader.read(String.join("\n", run.lines()));
        if (failure.error().isPresent() || failure.step().isPresent()) {
            var explained = new ExplainReport(failure, Optional.of(now), "").build();
            report.gap().blocks(explained.blocks()).json(explained.json());
            explained.next().forEach(report::next);
        } else {
            report.next(Next.reads("status", "row, schema and head as they are now"));
        }
        return report.json("error", Json.object("what", what, "hint", "", "code", ""))
                .build(Exit.NOT_WRITTEN);
    }

    private static Map<String, @Nullable Object> members(UpgradePlan plan, Inspection inspection, List<String> after) {
        var json = InspectionJson.of(inspection);
        json.put("command", plan.typed());
        json.put("target", plan.target().orElse(null));
        json.put("before", rows(plan));
        json.put("after", after);
        json.put("to_run", plan.revisions());
        json.put("ran", false);
        json.put("tool_exit", null);
        json.put("seconds", null);
        json.put("output", List.of());
        return json;
    }

    private static Map<String, @Nullable Object> ran(ToolRun run) {
        return Json.object(
                "ran",
                true,
                "tool_exit",
                run.exit().isPresent() ? run.exit().getAsInt() : null,
                "seconds",
                run.time().toSeconds(),
                "output",
                run.lines());
    }

    private static List<String> rows(UpgradePlan plan) {
        return plan.inspection().table().rows().ids();
    }

    /** In a log the last row may stay the last, though one before it was added. */
    private static String path(UpgradePlan plan, List<String> rows) {
        if (rows.equals(rows(plan))) {
            var words = plan.inspection().project().words();
            return names(rows) + ", " + words.revisions(plan.revisions().size()) + " run";
        }
        return names(rows(plan)) + " -> " + names(rows);
    }

    private static String names(List<String> rows) {
        return rows.isEmpty() ? "(no row)" : String.join(", ", rows);
    }
}
