package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.ChangeSummary;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.TableChoice;
import dev.restamp.shell.TrackerWish;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code project}: which migrations the database is held against. */
final class ProjectCommand implements ShellCommand {
    private final Session session;

    ProjectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("project", Group.CONNECT, "Open the migration project in a folder, or say which one is open")
                .operands("[DIR|FILE]", Operand.FILE, 0, 1)
                .option("--name", "SECTION", Operand.TEXT, "the section of the ini file; else [alembic]")
                .option(
                        TrackerWish.OPTION,
                        "NAME",
                        Operand.TRACKER,
                        "the tool, where the folder holds projects of several")
                .example("project", "the one that is open, or is found from here")
                .example("project ../backend", "the folder that holds alembic.ini")
                .example("project conf/billing.ini --name billing", "another file, another section of it")
                .exits(Exit.FINDING, Exit.PROJECT)
                .see("heads", "history")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var place = arguments.operand(0).map(Path::of);
        var section = arguments.value("--name");
        return report(project(place, section, arguments.value(TrackerWish.OPTION)), session.tableChoice());
    }

    private Project project(Optional<Path> place, Optional<String> section, Optional<String> tool) {
        if (tool.isPresent()) {
            return session.project(place, section, TrackerWish.named(tool.get()));
        }
        return place.isPresent() || section.isPresent() ? session.project(place, section) : session.project();
    }

    static Report report(Project project, TableChoice choice) {
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
                .noted(
                        Text.of("  version  ").and(table(choice.table(project))),
                        choice.equals(TableChoice.NONE) ? "" : "as you said")
                .json("configuration", project.configuration().toString())
                .json("location", project.location())
                .json("version_table", table(choice.table(project)))
                .json("revisions", graph.revisions().size())
                .json("heads", graph.realHeads())
                .json("findings", InspectionJson.findings(findings));
        broken(findings, report);
        var notes = new ArrayList<>(project.notes());
        notes.addAll(choice.doubts(project));
        notes(notes, report);
        return report.build(ProjectFindings.exit(findings));
    }

    /** A line for each thing that was read otherwise than one may expect. */
    static void notes(List<String> notes, Report.Builder report) {
        notes.forEach(note -> report.line(Text.of("note  ", Style.WARN).and(note)));
        report.json("notes", notes);
    }

    private static String table(VersionTable table) {
        return table.schema().map(schema -> schema + "." + table.name()).orElse(table.name());
    }

    /** A line for each thing that is broken. */
    static void broken(List<Finding> findings, Report.Builder report) {
        findings.forEach(finding -> report.noted(Text.of("broken  ", Style.BAD).and(finding.text()), finding.code()));
    }

    private static String count(long number, String word) {
        return number + " " + ChangeSummary.plural(word, number);
    }
}
