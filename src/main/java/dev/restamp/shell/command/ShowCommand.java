package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.evidence.Change;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.RevisionText;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.ProjectFindings;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code show}: one revision, what it does, and whether the open database shows it. */
final class ShowCommand implements ShellCommand {
    private final Session session;

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("show", Group.LOOK, "Show revisions: parents, effects, and whether the database has them")
                .operands("REV…", Operand.REVISION, 1, 100)
                .flag("--plain", "Alembic's own lines and nothing else")
                .example("show head", "any name that Alembic takes")
                .example("show ec31", "the beginning of an id will do")
                .example("show head-1", "steps from a revision; -1 counts from the heads, +1 from the row")
                .example("show current head", "several at once")
                .example("show head --plain", "as alembic show prints it")
                .example("show head --json", "what its script does: \"effects\", \"not_understood\", \"no_trace\"")
                .reads(Exit.PROJECT)
                .see("history", "diagnose")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var graph = session.project().graph();
        var named = arguments.operands();
        var plain = arguments.has("--plain");
        var inspection = plain ? Optional.<Inspection>empty() : session.inspectIfPossible();
        var revisions = revisions(RevisionQuery.of(graph, rows(named, inspection)), named);
        var report = Report.builder();
        if (plain) {
            var text = RevisionText.of(graph);
            revisions.forEach(revision -> text.block(revision, false).forEach(report::line));
        } else {
            full(graph, revisions, inspection, report);
        }
        if (revisions.isEmpty() && !plain) {
            report.line(String.join(", ", named) + " names no revision: it is before the first one");
        }
        return report.build(ProjectFindings.exit(ProjectFindings.of(session.project())));
    }

    /** In the order in which they are named. As in Alembic one that is meant twice is there twice. */
    private static List<Revision> revisions(RevisionQuery query, List<String> named) {
        return named.stream().flatMap(name -> query.named(name).stream()).toList();
    }

    private List<String> rows(List<String> named, Optional<Inspection> inspection) {
        if (inspection.isPresent()) {
            return inspection.get().table().rows().ids();
        }
        return named.stream().anyMatch(RevisionQuery::asksForRows)
                ? session.readRows().rows().ids()
                : List.of();
    }

    private void full(
            RevisionGraph graph, List<Revision> revisions, Optional<Inspection> inspection, Report.Builder report) {
        var timeline = inspection
                .map(one -> one.diagnosis().timeline())
                .orElseGet(() -> Timeline.of(graph, session.project().effects("public")));
        report.listed(
                        "revisions",
                        revisions.stream()
                                .map(one -> RevisionJson.withEffects(graph, one, timeline))
                                .toList())
                .json(
                        "evidence",
                        inspection.map(one -> evidence(one, revisions)).orElse(List.of()));
        for (var at = 0; at < revisions.size(); at++) {
            if (at > 0) {
                report.gap();
            }
            report.block(new Block.Fields(fields(graph, revisions.get(at), timeline, inspection)));
        }
    }

    private static List<Map<String, @Nullable Object>> evidence(Inspection inspection, List<Revision> revisions) {
        return revisions.stream()
                .flatMap(one ->
                        Stream.ofNullable(inspection.diagnosis().evidence().get(one.id())))
                .map(InspectionJson::evidence)
                .toList();
    }

    private static List<Field> fields(
            RevisionGraph graph, Revision revision, Timeline timeline, Optional<Inspection> inspection) {
        var id = revision.id();
        var fields = new ArrayList<Field>();
        fields.add(new Field("revision", RevisionWords.line(graph, id), revision.source()));
        fields.add(new Field(
                "revises",
                Text.of(marked(graph, revision.downRevisions(), "<base>")),
                RevisionWords.created(revision)));
        fields.add(new Field("revised by", Text.of(marked(graph, graph.children(id), "nothing yet")), ""));
        if (!revision.dependsOn().isEmpty()) {
            fields.add(new Field("depends on", Text.of(names(revision.dependsOn(), "")), ""));
        }
        if (!graph.labels(id).isEmpty()) {
            fields.add(new Field("labels", Text.of(String.join(", ", graph.labels(id))), ""));
        }
        effects(timeline, id, fields);
        inspection
                .map(one -> one.diagnosis().evidence().get(id))
                .ifPresent(evidence -> fields.add(new Field("database", database(evidence), "")));
        return fields;
    }

    private static void effects(Timeline timeline, String id, List<Field> fields) {
        var label = "effects";
        for (Change change : timeline.changes(id)) {
            fields.add(new Field(label, Text.of(change.text()), ""));
            label = "";
        }
        RevisionEvidence.doubts(timeline.effects(id))
                .forEach(doubt ->
                        fields.add(new Field("not read", Text.of(doubt.why(), Style.WARN), "line " + doubt.line())));
        for (var effect : timeline.effects(id)) {
            if (effect instanceof Effect.Invisible(var _, var what, var line)) {
                fields.add(new Field("no trace", Text.of(what), "line " + line));
            }
        }
    }

    private static Text database(RevisionEvidence evidence) {
        return switch (evidence.status()) {
            case PRESENT -> Text.of("present", Style.GOOD);
            case PARTLY -> Text.of("only in part", Style.BAD);
            case ABSENT -> Text.of("ABSENT", Style.BAD);
            case NOTHING_TO_SEE -> Text.of("nothing to see");
            case NOT_READABLE -> Text.of("cannot be told: the script was not understood", Style.WARN);
        };
    }

    private static String marked(RevisionGraph graph, List<String> ids, String none) {
        return names(
                ids.stream()
                        .map(id -> (id + " " + RevisionWords.marks(graph, id)).strip())
                        .toList(),
                none);
    }

    private static String names(List<String> ids, String none) {
        return ids.isEmpty() ? none : String.join(", ", ids);
    }
}
