package dev.restamp.shell.report;

import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.Words;
import dev.restamp.shell.render.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How to take back what was written, as long as the row is as it was left. */
final class UndoSection {
    private UndoSection() {}

    static List<Block> of(Incident incident) {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.title("How to undo"));
        for (var subject : incident.subjects()) {
            if (subject.lastWrite()
                    .filter(change -> change.outcome() == Change.Outcome.UNKNOWN)
                    .isPresent()) {
                blocks.add(Wording.sentence(subject.name()
                        + ": whether the last write was committed is not known; status shows the row first."));
            }
            var left = undoable(subject);
            if (!left.isEmpty()) {
                blocks.addAll(undo(subject, left));
            }
        }
        if (blocks.size() == 1) {
            blocks.add(Wording.sentence("Nothing that was written in this session is left to be taken back."));
        }
        return blocks;
    }

    private static List<Block> undo(Subject subject, List<Change> left) {
        var last = left.getFirst();
        var condition = " puts back " + Wording.rows(last.before()) + ", and refuses unless the row still is "
                + Wording.rows(last.after());
        return List.of(
                Wording.sentence("On " + subject.place().address() + "; undo" + condition
                        + (left.size() > 1 ? "; the lines one after the other, the newest stamp first" : "") + ":"),
                new Block.Code(
                        left.stream().map(change -> command(subject, change)).toList(),
                        isPractice(subject) ? "text" : "sh"),
                Wording.sentence("Or by hand, in one transaction; each statement must change exactly 1 row:"),
                new Block.Code(
                        left.stream()
                                .flatMap(change -> change.undoStatements().stream())
                                .toList(),
                        "sql"));
    }

    /** Stamps that nothing has taken back, the newest first; none where the row has moved on since. */
    static List<Change> undoable(Subject subject) {
        var left = new ArrayList<Change>();
        for (var change : subject.written().toList()) {
            if (change.isUndo()) {
                left.removeIf(stamp -> sorted(stamp.after()).equals(sorted(change.before()))
                        && sorted(stamp.before()).equals(sorted(change.after())));
            } else {
                left.add(change);
            }
        }
        Collections.reverse(left);
        var row = subject.knownRow();
        var isThere = left.isEmpty()
                || row.filter(rows -> sorted(rows).equals(sorted(left.getFirst().after())))
                        .isPresent();
        return isThere ? left : List.of();
    }

    static String command(Subject subject, Change change) {
        var undo = "undo " + change.receipt() + expect(change.after()) + " --confirm "
                + Words.quote(subject.place().database());
        return isPractice(subject) ? undo : "restamp -c " + Words.quote(undo);
    }

    /** Its server ends with the shell: no other shell can take it back. */
    private static boolean isPractice(Subject subject) {
        return subject.place().environment() == Environment.PRACTICE;
    }

    private static String expect(List<String> rows) {
        return rows.isEmpty() ? "" : " --expect " + Words.quote(String.join(",", rows));
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }
}
