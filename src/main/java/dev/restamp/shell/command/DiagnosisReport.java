package dev.restamp.shell.command;

import dev.restamp.core.evidence.ChangeSummary;
import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Mismatch;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The evidence, revision by revision, and what follows from it. */
final class DiagnosisReport {
    private static final int FEW = 10;
    private static final String LEGEND_ROW = "ROW is the row itself · ✓ implied by it · \"·\" not recorded";
    private static final String LEGEND_LOG = "ROW is the last row · ✓ has one too · \"·\" not recorded";
    private static final String LEGEND_SCHEMA =
            "✓ all effects there  ~ some  ✗ none  – nothing to see  ? cannot be read from the script";

    private final Inspection inspection;
    private final Diagnosis diagnosis;
    private final RevisionGraph graph;
    private final Report.Builder report = Report.builder();

    private DiagnosisReport(Inspection inspection) {
        this.inspection = inspection;
        this.diagnosis = inspection.diagnosis();
        this.graph = diagnosis.timeline().graph();
    }

    /**
     * @param all whether runs of revisions without news are drawn one by one
     * @param width of what is drawn on, in columns
     */
    static Report of(Inspection inspection, boolean all, int width) {
        return new DiagnosisReport(inspection).build(all, width);
    }

    private Report build(boolean all, int width) {
        report.json(InspectionJson.of(inspection))
                .listed(
                        "revisions",
                        diagnosis.evidence().values().stream()
                                .map(InspectionJson::evidence)
                                .toList());
        StatusReport.verdict(inspection, report);
        report.gap();
        report.block(graphBlock(all, width));
        report.gap();
        report.block(new Block.Fields(List.of(
                new Field("row", Text.of(graph.isLog() ? LEGEND_LOG : LEGEND_ROW, Style.FAINT), ""),
                new Field("schema", Text.of(LEGEND_SCHEMA, Style.FAINT), ""))));
        report.gap();
        report.block(new Block.Fields(conclusions()));
        report.next(Advice.of(inspection, "diagnose").toArray(Next[]::new));
        return report.build(inspection.exit());
    }

    private Block graphBlock(boolean all, int width) {
        var believed = graph.ancestors(diagnosis.version().ids());
        var lines = new EvidenceLines(diagnosis, believed, width);
        var heads = List.of(
                Head.left("revision"), Head.left("row"), Head.left("schema"), Head.left("what the database shows"));
        return new Block.Graph(heads, 1, all ? lines.every() : lines.collapsed());
    }

    private List<Field> conclusions() {
        var fields = new ArrayList<Field>();
        place(fields);
        breaks(fields);
        hides(fields);
        unread(fields);
        fields.add(new Field("not seen", Text.of(notSeen()), ""));
        return fields;
    }

    private void place(List<Field> fields) {
        switch (diagnosis.position()) {
            case Position.Fits(var rows, var equivalent) -> {
                fields.add(new Field(
                        "fits",
                        Text.of(RevisionWords.targets(rows), Style.STRONG).and(": " + tally()),
                        ""));
                equivalent.forEach(other -> fields.add(new Field(
                        "",
                        Text.of(RevisionWords.targets(other) + " fits as well: the difference leaves no trace"),
                        "")));
            }
            case Position.Candidates(var candidates, var between) -> {
                candidates.stream()
                        .limit(FEW)
                        .forEach(rows -> fields.add(new Field("may be", Text.of(RevisionWords.targets(rows)), "")));
                if (candidates.size() > FEW) {
                    fields.add(new Field("", Text.of("and " + (candidates.size() - FEW) + " more"), ""));
                }
                between.stream()
                        .limit(FEW)
                        .forEach(one -> fields.add(new Field("between", Text.of(traceless(one)), "")));
            }
            case Position.NoFit(var closest, var asClose, var mismatches) -> {
                fields.add(new Field(
                        "closest",
                        Text.of(RevisionWords.targets(closest))
                                .and(", with " + mismatches.size()
                                        + ChangeSummary.plural(" difference", mismatches.size())),
                        ""));
                asClose.stream()
                        .limit(FEW)
                        .forEach(rows -> fields.add(new Field(
                                "as close",
                                Text.of(RevisionWords.targets(rows)),
                                "what lies between leaves no trace")));
                mismatches.stream().limit(FEW).forEach(one -> fields.add(against(one)));
                fields.add(new Field("so", Text.of("a stamp would record something that is not true", Style.BAD), ""));
            }
        }
    }

    private static Field against(Mismatch mismatch) {
        return new Field(
                "against", Text.of(mismatch.text()), mismatch.revision().orElse("in no revision"));
    }

    private static String traceless(RevisionEvidence one) {
        var what = one.invisible().isEmpty()
                ? ""
                : ": " + one.invisible().getFirst().what();
        return one.revision().id() + "  " + RevisionWords.message(one.revision()) + what;
    }

    private void breaks(List<Field> fields) {
        switch (diagnosis.upgrade()) {
            case Upgrade.Dies(var from, var revision, var conflict, var ignored) ->
                fields.add(new Field(
                        "breaks",
                        Text.of(upgrade() + ": " + (from.isEmpty() ? "" : from + " -> ") + revision + ": "
                                + conflict.condition() + ", " + conflict.message()),
                        graph.get(revision)
                                .map(found -> found.source() + ":" + conflict.line())
                                .orElse("")));
            case Upgrade.DoesNotStart(var why) -> fields.add(new Field("breaks", Text.of(upgrade() + ": " + why), ""));
            case Upgrade.Runs(var revisions) -> {
                if (!revisions.isEmpty()) {
                    fields.add(new Field("to run", Text.of(String.join(", ", revisions)), ""));
                }
            }
        }
    }

    private String upgrade() {
        return inspection.project().words().upgrade(graph.heads().size());
    }

    private String stamp() {
        return inspection.project().words().stamp(graph.heads().size());
    }

    private void hides(List<Field> fields) {
        if (!(diagnosis.position() instanceof Position.NoFit)) {
            diagnosis.hidden().stream()
                    .limit(FEW)
                    .forEach(one -> fields.add(new Field("hides", Text.of(stamp() + ": " + one.text()), "")));
        }
    }

    private void unread(List<Field> fields) {
        diagnosis.evidence().values().stream()
                .filter(one -> !one.unread().isEmpty())
                .limit(FEW)
                .forEach(one -> fields.add(new Field(
                        "not read", Text.of(unread(one)), one.revision().source())));
    }

    private static String unread(RevisionEvidence one) {
        var first = one.unread().getFirst();
        var more = one.unread().size() - 1;
        return one.revision().id() + " line " + first.line() + ": " + first.why()
                + (more > 0 ? " and " + more + " more" : "");
    }

    private String notSeen() {
        var data = diagnosis.evidence().values().stream()
                .flatMap(one -> one.invisible().stream())
                .filter(one -> one.trace() == Effect.Trace.DATA)
                .count();
        var unclaimed = diagnosis.unclaimed();
        var others = unclaimed.isEmpty()
                ? ""
                : "; in no revision: "
                        + String.join(
                                ", ",
                                unclaimed.stream()
                                        .limit(5)
                                        .map(ObjectKey::toString)
                                        .toList())
                        + (unclaimed.size() > 5 ? " and " + (unclaimed.size() - 5) + " more" : "");
        return "rows changed by data migrations (" + data
                + " statements), view and function bodies, grants, comments, storage" + others;
    }

    private String tally() {
        return String.format(
                Locale.ROOT,
                "%d %s present, %d absent, %d against",
                diagnosis.count(Status.PRESENT),
                ChangeSummary.plural("revision", diagnosis.count(Status.PRESENT)),
                diagnosis.count(Status.ABSENT),
                diagnosis.contradicting());
    }
}
