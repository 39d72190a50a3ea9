package dev.restamp.shell.command;

import dev.restamp.core.evidence.Finding;
import dev.restamp.core.revision.RevisionText;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
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
                .flag("--plain", "Alembic's own lines and nothing else")
                .example("heads", "exit 1 where there is more than one")
                .example("heads --json", "its member \"heads\" has the ids")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var project = session.project();
        var graph = project.graph();
        var findings = ProjectFindings.of(project);
        var report = Report.builder().json("heads", graph.heads()).json("real_heads", graph.realHeads());
        var text = RevisionText.of(graph);
        for (var id : graph.heads()) {
            var revision = graph.get(id).orElseThrow();
            var line = Text.of(text.head(revision));
            report.line(
                    arguments.has("--plain") ? line : line.and("   " + RevisionWords.message(revision), Style.FAINT));
        }
        if (graph.realHeads().size() > 1) {
            findings.add(new Finding.SeveralHeads(graph.realHeads()));
        }
        if (!arguments.has("--plain")) {
            findings.forEach(finding -> report.noted(Text.of(finding.text(), Style.BAD), finding.code()));
        }
        report.json("findings", InspectionJson.findings(findings));
        return report.build(ProjectFindings.exit(findings));
    }
}
