package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.Observation;
import dev.restamp.core.evidence.Observation.Seen;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.VersionRows.State;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.postgres.CatalogSql;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code evidence}: object by object what a revision does and what the database shows; or the statements that show it. */
final class EvidenceCommand implements ShellCommand {
    private static final List<Head> HEADS =
            List.of(Head.left(""), Head.left("the script"), Head.left("the database"), Head.left(""));

    private final Session session;

    EvidenceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("evidence", Group.LOOK, "Show object by object what a revision does and the database has")
                .operands("[REV…]", Operand.REVISION, 0, 100)
                .flag("--sql", "the statements that ask the catalog, to be run with psql")
                .example("evidence", "around the place where the schema is, and whatever is there in part")
                .example("evidence head", "all that the newest revision does")
                .example("evidence head --sql", "to see for yourself, or to show a colleague: restamp … | psql")
                .reads(Exit.PROJECT)
                .see("diagnose", "show", "describe")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var inspection = session.inspect();
        var shown = shown(inspection, arguments.operands());
        var queries = CatalogSql.of(objects(shown));
        var report = Report.builder()
                .listed("evidence", shown.stream().map(InspectionJson::evidence).toList())
                .json("queries", queries);
        if (arguments.has("--sql")) {
            script(inspection, shown, queries).forEach(report::line);
        } else {
            shown.forEach(one -> draw(inspection.project().graph(), one, report));
        }
        return report.build(ProjectFindings.exit(ProjectFindings.of(inspection.project())));
    }

    private static List<RevisionEvidence> shown(Inspection inspection, List<String> named) {
        var query = RevisionQuery.of(
                inspection.project().graph(), inspection.table().rows().ids());
        var ids = named.isEmpty()
                ? around(inspection)
                : named.stream().flatMap(name -> query.named(name).stream()).map(Revision::id);
        var evidence = inspection.diagnosis().evidence();
        return ids.distinct().map(evidence::get).filter(Objects::nonNull).toList();
    }

    /** The rows, the place, what comes next, and what is there in part only; the newest first. */
    private static Stream<String> around(Inspection inspection) {
        var diagnosis = inspection.diagnosis();
        var wanted = new HashSet<>(inspection.table().rows().ids());
        var graph = inspection.project().graph();
        places(diagnosis.position()).forEach(id -> {
            wanted.add(id);
            wanted.addAll(graph.children(id));
        });
        return diagnosis.evidence().values().stream()
                .filter(one -> one.status() == Status.PARTLY
                        || wanted.contains(one.revision().id()))
                .map(one -> one.revision().id());
    }

    private static List<String> places(Position position) {
        return switch (position) {
            case Position.Fits fits -> fits.rows();
            case Position.Candidates several ->
                several.candidates().stream().flatMap(Collection::stream).toList();
            case Position.NoFit none -> none.closest();
        };
    }

    private static List<SchemaObject> objects(List<RevisionEvidence> shown) {
        return shown.stream()
                .flatMap(one -> one.observations().stream())
                .map(Observation::change)
                .flatMap(change -> change.after().or(change::before).stream())
                .toList();
    }

    private static void draw(RevisionGraph graph, RevisionEvidence evidence, Report.Builder report) {
        report.line(RevisionWords.line(graph, evidence.revision().id()));
        if (!evidence.observations().isEmpty()) {
            report.block(new Grid(
                    HEADS,
                    evidence.observations().stream().map(EvidenceCommand::row).toList()));
        }
        evidence.unread()
                .forEach(one -> report.line(
                        Text.of("  not read: " + one.why(), Style.WARN).and("  line " + one.line(), Style.FAINT)));
        evidence.invisible()
                .forEach(one ->
                        report.line(Text.of("  no trace: " + one.what()).and("  line " + one.line(), Style.FAINT)));
        report.gap();
    }

    private static List<Text> row(Observation one) {
        return List.of(
                Text.of(""),
                Text.of(one.change().text()),
                Text.of(one.seen() == Seen.DONE ? "✓" : one.word(), style(one.seen())),
                Text.of(String.join("; ", one.details())));
    }

    private static Style style(Seen seen) {
        return switch (seen) {
            case DONE -> Style.GOOD;
            case NOT_DONE, DIFFERENT -> Style.BAD;
            case UNDECIDED -> Style.WARN;
        };
    }

    /** What psql can run as it is: it reads only, and says in comments what was found. */
    private static Stream<String> script(Inspection inspection, List<RevisionEvidence> shown, List<String> queries) {
        var table = inspection.table();
        var rows = table.rows().state() == State.NO_TABLE
                ? "-- there is no version table"
                : "SELECT version_num FROM " + table.table().sql() + ";";
        var found = shown.stream()
                .flatMap(one -> one.observations().stream()
                        .map(seen -> "-- " + one.revision().id() + " "
                                + seen.change().text() + ": " + seen.word()));
        return Stream.of(
                        Stream.of("BEGIN READ ONLY;", "SET LOCAL search_path = pg_catalog;", rows),
                        found,
                        queries.stream().flatMap(String::lines),
                        Stream.of("ROLLBACK;"))
                .flatMap(lines -> lines);
    }
}
