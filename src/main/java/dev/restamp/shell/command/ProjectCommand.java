package dev.restamp.shell.command;

import dev.restamp.core.evidence.ChangeSummary;
import dev.restamp.core.evidence.Finding;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.Project;
import java.nio.file.Path;
import java.util.List;

/** {@code project}: which migrations the database is held against. */
final class ProjectCommand implements ShellCommand {
    private final Session session;

    ProjectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("project", Group.CONNECT, "Open the migration project in a folder, or say which one is open")
                .operands("[DIR]", Operand.FOLDER, 0, 1)
                .example("project", "the one that is open, or is found from here")
                .example("project ../backend", "the folder that holds alembic.ini")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        return report(arguments.operand(0).map(Path::of).map(session::project).orElseGet(session::project));
    }

    static Report report(Project project) {
        var graph = project.graph();
        var findings = ProjectFindings.of(project);
        var shape = List.of(
                count(graph.revisions().size(), "revision"),
                count(graph.realHeads().size(), "head"),
                count(
                        graph.revisions().stream()
                                .filter(one -> graph.isBranchPoint(one.id()))
                                .count(),
                        "branchpoint"),
                count(
                        graph.revisions().stream()
                                .filter(one -> graph.isMergePoint(one.id()))
                                .count(),
                        "mergepoint"));
        var report = Report.builder()
                .noted(Text.of("  project  ").and(project.location(), Style.STRONG), String.join(", ", shape))
                .json("configuration", project.configuration().toString())
                .json("location", project.location())
                .json("revisions", graph.revisions().size())
                .json("heads", graph.realHeads())
                .json("findings", InspectionJson.findings(findings));
        broken(findings, report);
        notes(project, report);
        return report.build(ProjectFindings.exit(findings));
    }

    /** A line for each thing that was read otherwise than one may expect. */
    static void notes(Project project, Report.Builder report) {
        project.notes()
                .forEach(note -> report.line(Text.of("note  ", Style.WARN).and(note)));
        report.json("notes", project.notes());
    }

    /** A line for each thing that is broken. */
    static void broken(List<Finding> findings, Report.Builder report) {
        findings.forEach(finding -> report.noted(Text.of("broken  ", Style.BAD).and(finding.text()), finding.code()));
    }

    private static String count(long number, String word) {
        return number + " " + ChangeSummary.plural(word, number);
    }
}
