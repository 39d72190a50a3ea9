package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.RevisionText;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.OutputFormat.Kind;
import dev.restamp.shell.render.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code history}: the revisions as a graph, with two marks: where the row is, and where the schema is. */
final class HistoryCommand implements ShellCommand {
    private final Session session;

    HistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("history", Group.LOOK, "Draw the revisions of the project, newest first")
                .option("-r", "FROM:TO", Operand.REVISION, "only this range, both ends included")
                .also("--rev-range")
                .option("-n", "NUMBER", Operand.TEXT, "only the newest of them")
                .flag("-i", "mark the rows of the database; needs a connection")
                .also("--indicate-current")
                .flag("-v", "with parents, path and message, as alembic history -v")
                .also("--verbose")
                .flag("--all", "draw every revision, also long runs in which nothing happens")
                .flag("--topo", "parents first; with --plain or --json")
                .flag("--plain", "id, parents, marks, message: one line a revision, tabs between")
                .example("history", "the whole graph; with a connection also where row and schema are")
                .example("history -r i6j7k8l9m0n1:head", "a range")
                .example("history -r current:heads", "what an upgrade would run, and where it starts")
                .example("history -r head-3:head", "the newest four of a line")
                .example("history --plain --topo", "for a script, oldest first")
                .example("history -o svg", "a picture; restamp history -o svg > history.svg keeps it")
                .example("history --json", "its member \"revisions\" has them all")
                .drawing()
                .reads(Exit.FINDING, Exit.PROJECT)
                .see("show", "branches")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        checkOrder(arguments);
        var project = session.project();
        var graph = project.graph();
        var inspection = inspection(arguments);
        var rows = rows(arguments, inspection);
        var revisions = limited(select(graph, rows.orElse(List.of()), arguments.value("-r")), arguments.value("-n"));
        var listed = arguments.has("--topo") ? revisions.reversed() : revisions;
        var marked = arguments.has("-i") ? rows.orElse(List.of()) : List.<String>of();
        var findings = ProjectFindings.of(project);
        var report = Report.builder()
                .listed(
                        "revisions",
                        listed.stream().map(one -> json(graph, one, rows)).toList())
                .json("findings", InspectionJson.findings(findings));
        if (arguments.has("--plain")) {
            listed.forEach(one -> report.block(PlainLines.of(graph, one, marked.contains(one.id()))));
        } else if (arguments.has("-v")) {
            var text = RevisionText.of(graph);
            listed.forEach(one -> text.block(one, marked.contains(one.id())).forEach(report::line));
        } else {
            var width = session.console().canvas().width();
            report.block(new HistoryLines(graph, inspection, width).draw(revisions, isWhole(arguments)));
            ProjectCommand.broken(findings, report);
        }
        return report.build(ProjectFindings.exit(findings));
    }

    /** A drawing hangs together from the top; only lines can be turned round. */
    private void checkOrder(Arguments arguments) {
        if (arguments.has("--topo") && !arguments.has("--plain") && !isData()) {
            throw new Problem(
                    Exit.USAGE, "--topo needs --plain: a drawing has the newest first", "history --topo --plain");
        }
    }

    /** Whether nothing is drawn: the order is free, and nobody waits for the database to be looked at. */
    private boolean isData() {
        return session.console().format().kind() == Kind.DATA;
    }

    /** Whether every revision that was asked for must be drawn. */
    private static boolean isWhole(Arguments arguments) {
        return arguments.has("--all")
                || arguments.value("-r").isPresent()
                || arguments.value("-n").isPresent();
    }

    private static Map<String, @Nullable Object> json(
            RevisionGraph graph, Revision revision, Optional<List<String>> rows) {
        var json = RevisionJson.of(graph, revision);
        rows.ifPresent(known -> json.put("current", known.contains(revision.id())));
        return json;
    }

    /** A drawing is marked where there is a database to ask. */
    private Optional<Inspection> inspection(Arguments arguments) {
        if (arguments.has("--plain") || arguments.has("-v") || isData()) {
            return Optional.empty();
        }
        return asksForRows(arguments) ? Optional.of(session.inspect()) : session.inspectIfPossible();
    }

    /** What the version table says, where that was asked for or is known anyway. */
    private Optional<List<String>> rows(Arguments arguments, Optional<Inspection> inspection) {
        return inspection
                .map(one -> one.table().rows().ids())
                .or(() -> asksForRows(arguments)
                        ? Optional.of(session.readRows().rows().ids())
                        : Optional.empty());
    }

    private static boolean asksForRows(Arguments arguments) {
        return arguments.has("-i")
                || arguments
                        .value("-r")
                        .filter(range -> range.contains("current"))
                        .isPresent();
    }

    private static List<Revision> select(RevisionGraph graph, List<String> rows, Optional<String> range) {
        return range.map(RevisionQuery.of(graph, rows)::history).orElseGet(graph::newestFirst);
    }

    private static List<Revision> limited(List<Revision> revisions, Optional<String> number) {
        if (number.isEmpty()) {
            return revisions;
        }
        if (!number.get().matches("\\d{1,6}")) {
            throw new Problem(Exit.USAGE, "-n needs a number, not \"" + number.get() + "\"", "history -n 10");
        }
        return revisions.stream().limit(Integer.parseInt(number.get())).toList();
    }
}
