package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Findings;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.RevisionText;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.postgres.VersionTableInfo;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.TrackerWish;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.Project;
import dev.restamp.tracker.ToolWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code current}: what the version table says, in Alembic's words, and what is wrong with its rows. */
final class CurrentCommand implements ShellCommand {
    private final Session session;

    CurrentCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("current", Group.LOOK, "Say what the version table says")
                .flag("-v", "with parents, path and message, as alembic current -v")
                .also("--verbose")
                .flag("--check-heads", "exit 1 unless every head has been applied")
                .flag("--plain", "Alembic's own lines and nothing else")
                .option(
                        TrackerWish.OPTION,
                        "NAME",
                        Operand.TRACKER,
                        "the version table of this tool, also without its project")
                .example("current", "the current connection")
                .example("current -v", "parents, path and message too")
                .example("current --check-heads", "in a script: is everything applied?")
                .example("current --tracker django", "what Django's table says; of its projects Restamp knows nothing")
                .example("current --json", "its member \"row\" has the ids")
                .reads(Exit.FINDING, Exit.PROJECT)
                .see("status", "heads")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        return session.meaning(arguments.value(TrackerWish.OPTION).map(TrackerWish::named), () -> report(arguments));
    }

    private Report report(Arguments arguments) {
        var other = OtherTrackers.meant(session, arguments);
        if (other.isPresent()) {
            return other.get();
        }
        var report = ofProject(arguments);
        if (!arguments.has("--plain")) {
            OtherTrackers.remark(session);
        }
        return report;
    }

    private Report ofProject(Arguments arguments) {
        var table = session.readRowsAndTrackers();
        var project = session.project();
        if (table.rows().state() != State.NOT_READABLE && table.rows().ids().isEmpty()) {
            return nothing(session.inspect(), project, arguments);
        }
        return report(table, project, arguments);
    }

    private static Report report(VersionTableInfo table, Project project, Arguments arguments) {
        var graph = project.graph();
        var rows = table.rows();
        var report = Report.builder()
                .json("row", rows.ids())
                .json("version_table", rows.table())
                .records(rows.ids().stream()
                        .map(id -> Json.object("row", id, "version_table", rows.table()))
                        .toList());
        if (graph.isLog() && !arguments.has("--plain")) {
            LogRows.show(table, project, arguments.has("-v"), report);
        } else {
            lines(graph, rows.ids(), arguments.has("-v")).forEach(report::line);
        }
        var findings = new ArrayList<>(ProjectFindings.of(project));
        findings.addAll(Findings.ofRows(graph, rows, Inspection.tables(table)));
        project.log().ifPresent(log -> findings.addAll(log.findings(rows.rows(), rows.locks())));
        if (arguments.has("--plain")) {
            RevisionQuery.of(graph, rows.ids())
                    .unknownRows()
                    .forEach(row -> report.line(row + " (not in the project)"));
        } else {
            findings.forEach(finding -> explain(finding, project.words(), report));
        }
        report.json("findings", InspectionJson.findings(findings));
        var order = project.log().isPresent() ? LogRows.order(table, project) : graph;
        return report.build(checked(order, rows.ids(), arguments, report, ProjectFindings.exit(findings)));
    }

    /** Alembic's own, of the rows that the project knows. */
    private static List<String> lines(RevisionGraph graph, List<String> rows, boolean whole) {
        var known = rows.stream().filter(id -> graph.get(id).isPresent()).toList();
        var text = RevisionText.of(graph);
        return RevisionQuery.of(graph, known).current().stream()
                .flatMap(revision -> whole ? text.block(revision, false).stream() : Stream.of(text.current(revision)))
                .toList();
    }

    /**
     * Alembic wants a row for every head, also for one that another row implies, and so is never content where revisions
     * depend on others. Here what is implied counts as applied.
     */
    private static Exit checked(
            RevisionGraph graph, List<String> rows, Arguments arguments, Report.Builder report, Exit exit) {
        var missing = RevisionQuery.of(graph, rows).missingHeads();
        report.json("missing_heads", missing);
        if (!arguments.has("--check-heads") || missing.isEmpty()) {
            return exit;
        }
        if (!arguments.has("--plain")) {
            report.line(Text.of("not at all heads: " + String.join(", ", missing) + " not applied", Style.BAD));
        }
        return exit == Exit.OK ? Exit.FINDING : exit;
    }

    private static void explain(Finding finding, ToolWords words, Report.Builder report) {
        report.noted(Text.of(finding.text(), Style.BAD), finding.code());
        switch (finding) {
            case Finding.UnknownRow _ -> {
                if (words.equals(ToolWords.ALEMBIC)) {
                    report.line("  alembic current, upgrade and stamp all stop at this row");
                }
                report.next(Next.reads("diagnose", "where the schema really is"));
            }
            case Finding.OverlappingRows(var ancestor, var descendant) -> {
                report.line("  alembic current hides it, alembic upgrade dies on it");
                report.next(Next.writes(
                        "stamp " + RevisionWords.arguments(List.of(descendant)) + " --remove "
                                + RevisionWords.value(List.of(ancestor)),
                        "plan the repair"));
            }
            case Finding.DuplicateRows _ -> report.next(Next.reads("status", "what to do about it"));
            case Finding.RowBehind _,
                    Finding.RowAhead _,
                    Finding.EmptyTable _,
                    Finding.NoTable _,
                    Finding.SeveralTables _,
                    Finding.SeveralHeads _,
                    Finding.NoRevisionFits _,
                    Finding.BranchMissing _,
                    Finding.NotReadable _,
                    Finding.SeveralCandidates _,
                    Finding.EditedScript _,
                    Finding.FailedRow _,
                    Finding.LockHeld _,
                    Finding.ToolStops _,
                    Finding.BrokenProject _ -> {}
        }
    }

    /** No row can mean many things; the schema tells which. */
    private static Report nothing(Inspection inspection, Project project, Arguments arguments) {
        var rows = inspection.table().rows();
        var findings = new ArrayList<>(ProjectFindings.of(project));
        inspection.diagnosis().findings().stream()
                .filter(finding -> finding instanceof Finding.EmptyTable || finding instanceof Finding.NoTable)
                .forEach(findings::add);
        var report = Report.builder()
                .json("row", List.of())
                .json("version_table", rows.table())
                .json("findings", InspectionJson.findings(findings));
        if (!arguments.has("--plain")) {
            explainNothing(rows, findings, report);
            report.next(Advice.of(inspection, "current").toArray(Next[]::new));
        }
        return report.build(checked(project.graph(), List.of(), arguments, report, ProjectFindings.exit(findings)));
    }

    private static void explainNothing(VersionRows rows, List<Finding> findings, Report.Builder report) {
        if (findings.isEmpty()) {
            report.line(
                    rows.state() == State.NO_TABLE
                            ? "no " + rows.table() + ", and no table of the project: nothing has been applied"
                            : rows.table()
                                    + " is empty, and there is no table of the project: nothing has been applied");
        }
        findings.forEach(finding -> report.noted(Text.of(finding.text(), Style.BAD), finding.code()));
    }
}
