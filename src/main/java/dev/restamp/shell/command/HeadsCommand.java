package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionText;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;

/** {@code heads}: the newest revisions of the project, in Alembic's words. Needs no database. */
final class HeadsCommand implements ShellCommand {
    private final Session session;

    HeadsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("heads", Group.LOOK, "List the heads of the project")
                .flag("--resolve-dependencies", "leave out those that another revision depends on")
                .flag("-v", "with parents, path and message, as alembic heads -v")
                .also("--verbose")
                .flag("--plain", "Alembic's own lines and nothing else")
                .example("heads", "exit 1 where there is more than one")
                .example("heads --resolve-dependencies --plain", "what upgrade heads leads to, for a script")
                .example("heads --json", "its member \"heads\" has the ids")
                .exits(Exit.FINDING, Exit.PROJECT)
                .see("branches", "history")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var project = session.project();
        var graph = project.graph();
        var findings = ProjectFindings.of(project);
        var report = Report.builder().json("heads", graph.heads()).json("real_heads", graph.realHeads());
        var text = RevisionText.of(graph);
        var heads = arguments.has("--resolve-dependencies") ? graph.realHeads() : graph.heads();
        for (var id : heads) {
            var revision = graph.get(id).orElseThrow();
            if (arguments.has("-v")) {
                text.block(revision, false).forEach(report::line);
            } else {
                report.line(arguments.has("--plain") ? Text.of(text.head(revision)) : line(text, revision));
            }
        }
        if (graph.realHeads().size() > 1) {
            findings.add(new Finding.SeveralHeads(graph.realHeads()));
        }
        if (!arguments.has("--plain")) {
            findings.forEach(finding -> report.noted(Text.of(finding.text(), Style.BAD), finding.code()));
        }
        report.records(heads.stream()
                .map(id -> Json.object(
                        "head",
                        id,
                        "message",
                        RevisionWords.message(graph.get(id).orElseThrow())))
                .toList());
        report.json("findings", InspectionJson.findings(findings));
        return report.build(ProjectFindings.exit(findings));
    }

    private static Text line(RevisionText text, Revision revision) {
        return Text.of(text.head(revision))
                .and(
                        ("   " + RevisionWords.message(revision) + "   " + RevisionWords.created(revision))
                                .stripTrailing(),
                        Style.FAINT);
    }
}
