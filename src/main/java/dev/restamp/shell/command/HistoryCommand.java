package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.RevisionText;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Optional;

/** {@code history}: the revisions as a graph, with two marks: where the row is, and where the schema is. */
final class HistoryCommand implements ShellCommand {
    /** What stands beside ids and messages: the shape, the date, the pointers. */
    private static final int OTHERS = 44;

    private final Session session;

    HistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("history", Group.LOOK, "Draw the revisions of the project, newest first")
                .option("-r", "FROM:TO", Operand.REVISION, "only this range, both ends included")
                .option("-n", "NUMBER", Operand.TEXT, "only the newest of them")
                .flag("--plain", "Alembic's own lines and nothing else")
                .example("history", "the whole graph; with a connection also where row and schema are")
                .example("history -r i6j7k8l9m0n1:head", "a range")
                .example("history --plain", "as alembic history prints it")
                .example("history --json", "its member \"revisions\" has them all")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var project = session.project();
        var graph = project.graph();
        var inspection = inspection(arguments);
        var rows = inspection.map(one -> one.table().rows().ids()).orElse(List.of());
        var revisions = limited(select(graph, rows, arguments.value("-r")), arguments.value("-n"));
        var findings = ProjectFindings.of(project);
        var report = Report.builder()
                .json(
                        "revisions",
                        revisions.stream()
                                .map(one -> RevisionWords.json(graph, one))
                                .toList())
                .json("findings", InspectionJson.findings(findings));
        if (arguments.has("--plain")) {
            var text = RevisionText.of(graph);
            revisions.forEach(revision -> text.history(revision, false).lines().forEach(report::line));
        } else {
            var named = revisions.stream()
                    .mapToInt(one -> name(graph, one).length())
                    .max()
                    .orElse(0);
            var room = session.console().canvas().width() - OTHERS - named;
            report.block(graph(graph, revisions, inspection, room));
            ProjectCommand.broken(findings, report);
        }
        return report.build(ProjectFindings.exit(findings));
    }

    /** A range may ask for the rows; a drawing is marked where there is a database to ask. */
    private Optional<Inspection> inspection(Arguments arguments) {
        if (arguments.value("-r").filter(range -> range.contains("current")).isPresent()) {
            return Optional.of(session.inspect());
        }
        var draws = !arguments.has("--plain") && !session.console().isForPrograms();
        return draws ? session.inspectIfPossible() : Optional.empty();
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

    private static Graph graph(
            RevisionGraph graph, List<Revision> revisions, Optional<Inspection> inspection, int room) {
        var heads = List.of(Head.left(""), Head.left(""), Head.left(""), Head.left(""));
        return new Graph(
                heads,
                revisions.stream()
                        .map(one -> node(graph, one, inspection, room))
                        .toList());
    }

    private static Node node(RevisionGraph graph, Revision revision, Optional<Inspection> inspection, int room) {
        var labels = graph.labels(revision.id()).isEmpty()
                ? ""
                : "(" + String.join(", ", graph.labels(revision.id())) + ") ";
        var cells = List.of(
                Text.of(name(graph, revision), Style.STRONG),
                Text.of(labels + RevisionWords.message(revision, room)),
                Text.of(RevisionWords.created(revision), Style.FAINT),
                Text.of(inspection.map(one -> pointers(one, revision.id())).orElse(""), Style.WARN));
        return new Node(revision.id(), revision.downRevisions(), graph.isMergePoint(revision.id()), cells);
    }

    private static String name(RevisionGraph graph, Revision revision) {
        return (revision.id() + " " + RevisionWords.marks(graph, revision.id())).strip();
    }

    private static String pointers(Inspection inspection, String id) {
        var row = inspection.table().rows().ids().contains(id);
        var schema =
                inspection.diagnosis().position() instanceof Position.Fits(var rows, var ignored) && rows.contains(id);
        if (row && schema) {
            return "<- row, schema fits";
        }
        return row ? "<- row (current)" : schema ? "<- schema fits" : "";
    }
}
