package dev.restamp.shell.command;

import dev.restamp.core.evidence.ChangeSummary;
import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Mismatch;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.restore.LeftoverKind;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.ToolWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One screen: row, schema and head, what an upgrade would die of, what to type next. */
final class StatusReport {
    private final Inspection inspection;
    private final Diagnosis diagnosis;
    private final RevisionGraph graph;
    private final ToolWords words;
    private final Map<LeftoverKind, Long> leftovers;
    private final List<Next> then;
    private final Report.Builder report = Report.builder();

    private StatusReport(Inspection inspection, Map<LeftoverKind, Long> leftovers, List<Next> then) {
        this.inspection = inspection;
        this.then = then;
        this.leftovers = leftovers;
        this.diagnosis = inspection.diagnosis();
        this.graph = inspection.project().graph();
        this.words = inspection.project().words();
    }

    /**
     * @param leftovers how many there are of what a restore leaves undone; the exit code is not theirs
     * @param then what to type when nothing else is left to do
     */
    static Report of(Inspection inspection, Map<LeftoverKind, Long> leftovers, List<Next> then) {
        return new StatusReport(inspection, leftovers, then).build();
    }

    private Report build() {
        report.json(InspectionJson.of(inspection)).json("leftovers", RestoreReport.json(leftovers));
        verdict(inspection, report);
        report.gap();
        report.block(new Block.Fields(fields()));
        foretold();
        ProjectCommand.notes(inspection.notes(), report);
        report.next(Advice.of(inspection, "status").toArray(Next[]::new));
        if (!leftovers.isEmpty()) {
            report.next(Next.reads("diagnose --restore", "what a restore left undone, and its repair"));
        }
        report.next(UpgradeCommand.proposed(inspection).toArray(Next[]::new));
        report.next(then.toArray(Next[]::new));
        return report.build(inspection.exit());
    }

    /** The first line, and one more for each further finding. */
    static void verdict(Inspection inspection, Report.Builder report) {
        var findings = inspection.findings();
        if (findings.isEmpty()) {
            report.line(Text.of("OK  ", Style.GOOD).and(agreement(inspection)));
            return;
        }
        for (var i = 0; i < findings.size(); i++) {
            var word = i == 0 ? Text.of(word(findings.getFirst()) + "  ", Style.BAD) : Text.of("and  ");
            report.noted(word.and(findings.get(i).text()), findings.get(i).code());
        }
    }

    private static String agreement(Inspection inspection) {
        var diagnosis = inspection.diagnosis();
        var rows = RevisionWords.targets(diagnosis.version().ids());
        if (diagnosis.position() instanceof Position.Candidates) {
            return "nothing speaks against the row " + rows + "; the database cannot tell more";
        }
        if (!(diagnosis.upgrade() instanceof Upgrade.Runs(var remaining)) || remaining.isEmpty()) {
            return "row, schema and head agree: " + rows;
        }
        return "row and schema agree: " + rows + ", "
                + inspection.project().words().revisions(remaining.size()) + " to run";
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.NoRevisionFits _ -> "SCHEMA DRIFT";
            case Finding.SeveralCandidates(var candidates) -> candidates.size() + " CANDIDATES";
            case Finding.SeveralHeads _, Finding.SeveralTables _ -> "ATTENTION";
            case Finding.BrokenProject _ -> "BROKEN PROJECT";
            case Finding.NotReadable _ -> "NOT KNOWN";
            case Finding.RowBehind _,
                    Finding.RowAhead _,
                    Finding.UnknownRow _,
                    Finding.OverlappingRows _,
                    Finding.EmptyTable _,
                    Finding.NoTable _,
                    Finding.BranchMissing _,
                    Finding.DuplicateRows _ -> "DRIFT";
            case Finding.EditedScript _ -> "EDITED";
            case Finding.FailedRow _ -> "FAILED ROW";
            case Finding.LockHeld _ -> "LOCKED";
            case Finding.ToolStops _ -> "STOPPED";
        };
    }

    private List<Block.Field> fields() {
        var fields = new ArrayList<>(List.of(row(), schema(), project()));
        if (!leftovers.isEmpty()) {
            fields.add(new Block.Field(
                    "restore", Text.of(RestoreReport.counts(leftovers), Style.WARN), "diagnose --restore"));
        }
        return fields;
    }

    private Block.Field row() {
        var version = diagnosis.version();
        var value = switch (version.state()) {
            case READ -> version.ids().isEmpty() ? Text.of("(none)") : RevisionWords.lines(graph, version.ids());
            case NO_TABLE -> Text.of("(no version table)");
            case NOT_READABLE -> Text.of("(not readable)");
        };
        return new Block.Field("row", value, where(version));
    }

    private static String where(VersionRows version) {
        return switch (version.state()) {
            case READ -> version.table() + ", " + version.count() + ChangeSummary.plural(" row", version.count());
            case NO_TABLE, NOT_READABLE -> version.table();
        };
    }

    private Block.Field schema() {
        var value = switch (diagnosis.position()) {
            case Position.Fits(var rows, var ignored) -> RevisionWords.lines(graph, rows);
            case Position.Candidates(var candidates, var ignored) ->
                Text.of("one of " + candidates.size() + ", from " + RevisionWords.targets(candidates.getFirst())
                        + " to " + RevisionWords.targets(candidates.getLast()));
            case Position.NoFit(var closest, var ignored, var mismatches) ->
                Text.of("fits no revision; closest " + RevisionWords.targets(closest) + ", with " + mismatches.size()
                        + ChangeSummary.plural(" difference", mismatches.size()));
        };
        return new Block.Field("schema", value, tally());
    }

    private String tally() {
        return String.format(
                Locale.ROOT,
                "%d present, %d absent, %d against",
                diagnosis.count(Status.PRESENT),
                diagnosis.count(Status.ABSENT),
                diagnosis.contradicting());
    }

    private Block.Field project() {
        return new Block.Field(
                "project",
                RevisionWords.lines(graph, graph.realHeads()),
                inspection.project().location());
    }

    private void foretold() {
        var lines = new ArrayList<Block.Field>();
        switch (diagnosis.upgrade()) {
            case Upgrade.Dies(var from, var revision, var conflict, var ignored) ->
                lines.add(new Block.Field(
                        words.upgrade(heads()),
                        Text.of("would fail:  ", Style.BAD)
                                .and((from.isEmpty() ? "" : from + " -> ") + revision + "  " + conflict.condition()
                                        + " \"" + conflict.key().name() + "\""),
                        ""));
            case Upgrade.DoesNotStart(var why) ->
                lines.add(new Block.Field(words.upgrade(heads()), Text.of("would not start:  " + why), ""));
            case Upgrade.Runs _ -> {}
        }
        if (!diagnosis.hidden().isEmpty() && !inspection.findings().isEmpty()) {
            lines.add(new Block.Field(
                    words.stamp(heads()), Text.of("would hide:  ", Style.WARN).and(hidden()), ""));
        }
        if (!lines.isEmpty()) {
            report.gap();
            report.block(new Block.Fields(lines));
        }
    }

    private int heads() {
        return graph.realHeads().size();
    }

    private String hidden() {
        var shown = diagnosis.hidden().stream().limit(2).map(Mismatch::text).toList();
        var more = diagnosis.hidden().size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }
}
