package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionText;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;

/** {@code branches}: the branch points of the project, in Alembic's words. Needs no database. */
final class BranchesCommand implements ShellCommand {
    private final Session session;

    BranchesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("branches", Group.LOOK, "List the branch points of the project")
                .flag("-v", "with the messages, as alembic branches -v")
                .also("--verbose")
                .flag("--plain", "Alembic's own lines and nothing else")
                .example("branches", "each branch point and what it branches into")
                .exits(Exit.FINDING, Exit.PROJECT)
                .see("heads", "history")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var project = session.project();
        var graph = project.graph();
        var points = graph.newestFirst().stream()
                .filter(revision -> graph.isBranchPoint(revision.id()))
                .toList();
        var report = Report.builder()
                .listed(
                        "branches",
                        points.stream()
                                .map(one -> Json.object("revision", one.id(), "children", graph.children(one.id())))
                                .toList());
        var text = RevisionText.of(graph);
        for (Revision point : points) {
            text.branches(point, arguments.has("-v")).forEach(report::line);
            report.gap();
        }
        var findings = ProjectFindings.of(project);
        if (!arguments.has("--plain")) {
            if (points.isEmpty()) {
                report.line("no branch points");
            }
            ProjectCommand.broken(findings, report);
        }
        report.json("findings", InspectionJson.findings(findings));
        return report.build(ProjectFindings.exit(findings));
    }
}
