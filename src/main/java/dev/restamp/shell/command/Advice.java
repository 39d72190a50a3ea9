package dev.restamp.shell.command;

import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Position;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.render.Next;
import java.util.ArrayList;
import java.util.List;

/** What to type after a look at a database. A stamp is proposed only where it can be proved. */
final class Advice {
    private Advice() {}

    /** @param seen the command that gave the answer, which needs not be proposed again */
    static List<Next> of(Inspection inspection, String seen) {
        var next = new ArrayList<Next>();
        var drift = !inspection.findings().isEmpty();
        if (drift && !seen.equals("diagnose")) {
            next.add(Next.reads("diagnose", "the evidence, revision by revision"));
        }
        if (inspection.diagnosis().position() instanceof Position.NoFit) {
            next.add(Next.reads("evidence", "object by object what is there in part"));
        }
        next.addAll(stamps(inspection));
        next.addAll(repairs(inspection));
        if (drift && !seen.equals("counts")) {
            next.add(Next.reads("counts", "the rows of every table"));
        }
        return next;
    }

    /** The stamps that would put the rows right. */
    static List<Next> stamps(Inspection inspection) {
        var wrong = inspection.diagnosis().findings().stream().anyMatch(Advice::isAboutRows);
        if (!wrong) {
            return List.of();
        }
        return switch (inspection.diagnosis().position()) {
            case Position.Fits(var rows, var ignored) ->
                List.of(Next.writes(
                        "stamp " + RevisionWords.arguments(rows) + removals(inspection),
                        "plan the repair (writes nothing until you confirm)"));
            case Position.Candidates(var candidates, var ignored) ->
                candidates.stream()
                        .map(rows -> Next.writes(
                                "stamp " + RevisionWords.arguments(rows) + removals(inspection),
                                "if you know it is here"))
                        .toList();
            case Position.NoFit _ -> List.of();
        };
    }

    /** What brings rows in order that stop the tool. */
    private static List<Next> repairs(Inspection inspection) {
        var next = new ArrayList<Next>();
        var findings = inspection.diagnosis().findings();
        if (findings.stream().anyMatch(Finding.LockHeld.class::isInstance)) {
            next.add(Next.reads("who", "whether whoever took the lock is still connected"));
        }
        if (findings.stream()
                .anyMatch(one -> one instanceof Finding.EditedScript || one instanceof Finding.FailedRow)) {
            next.add(Next.writes("stamp --repair", "plan to bring these rows in order"));
        }
        return next;
    }

    private static String removals(Inspection inspection) {
        var unknown = inspection.diagnosis().findings().stream()
                .filter(Finding.UnknownRow.class::isInstance)
                .map(finding -> ((Finding.UnknownRow) finding).id())
                .toList();
        return unknown.isEmpty() ? "" : " --remove " + RevisionWords.value(unknown);
    }

    /** Whether a stamp puts it right. */
    static boolean isAboutRows(Finding finding) {
        return switch (finding) {
            case Finding.RowBehind _,
                    Finding.RowAhead _,
                    Finding.UnknownRow _,
                    Finding.OverlappingRows _,
                    Finding.EmptyTable _,
                    Finding.NoTable _,
                    Finding.BranchMissing _,
                    Finding.DuplicateRows _,
                    Finding.SeveralCandidates _ -> true;
            case Finding.SeveralTables _,
                    Finding.SeveralHeads _,
                    Finding.NoRevisionFits _,
                    Finding.NotReadable _,
                    Finding.EditedScript _,
                    Finding.FailedRow _,
                    Finding.LockHeld _,
                    Finding.ToolStops _,
                    Finding.BrokenProject _ -> false;
        };
    }
}
