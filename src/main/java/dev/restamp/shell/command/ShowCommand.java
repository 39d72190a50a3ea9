package dev.restamp.shell.command;

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
        return Usage.of("show", Group.LOOK, "Show one revision: parents, effects, and whether the database has them")
                .operands("REV", Operand.REVISION, 1, 1)
                .flag("--plain", "Alembic's own lines and nothing else")
                .example("show head", "any name that Alembic takes")
                .example("show ec31", "the beginning of an id will do")
                .example("show head --plain", "as alembic show prints it")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var graph = session.project().graph();
        var inspection = session.inspectIfPossible();
        var rows = inspection.map(one -> one.table().rows().ids()).orElse(List.of());
        var named = arguments.operands().getFirst();
        var query = named.equals("current") && inspection.isEmpty()
                ? RevisionQuery.of(graph, session.inspect().table().rows().ids())
                : RevisionQuery.of(graph, rows);
        var revisions = query.show(named);
        var report = Report.builder()
                .json(
                        "revisions",
                        revisions.stream()
                                .map(one -> RevisionWords.json(graph, one))
                                .toList())
                .json(
                        "evidence",
                        inspection.map(one -> evidence(one, revisions)).orElse(List.of()));
        var timeline = inspection
                .map(one -> one.diagnosis().timeline())
                .orElseGet(() -> Timeline.of(graph, session.project().effects("public")));
        for (var revision : revisions) {
            if (arguments.has("--plain")) {
                RevisionText.of(graph).block(revision, false).forEach(report::line);
            } else {
                report.block(new Block.Fields(fields(graph, revision, timeline, inspection)));
            }
        }
        if (revisions.isEmpty()) {
            report.line(named + " names no revision: it is before the first one");
        }
        return report.build(ProjectFindings.exit(ProjectFindings.of(session.project())));
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
                "revises", Text.of(names(revision.downRevisions(), "<base>")), RevisionWords.created(revision)));
        fields.add(new Field("revised by", Text.of(names(graph.children(id), "nothing yet")), ""));
        if (!revision.dependsOn().isEmpty()) {
            fields.add(new Field("depends on", Text.of(names(revision.dependsOn(), "")), ""));
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

    private static String names(List<String> ids, String none) {
        return ids.isEmpty() ? none : String.join(", ", ids);
    }
}
