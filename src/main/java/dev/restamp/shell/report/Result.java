package dev.restamp.shell.report;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How it ended for one database, and no more than is known of that.
 *
 * @param word {@code repaired}, {@code not repaired}, {@code nothing written}, {@code undone}, {@code written},
 *     {@code outcome unknown}, {@code upgraded}, {@code upgrade failed}, {@code not known}
 * @param text a sentence without a full stop
 */
record Result(String word, String text) {
    static Result of(Subject subject) {
        return subject.lastWrite().map(write -> written(subject, write)).orElseGet(() -> unwritten(subject));
    }

    private static Result written(Subject subject, Change write) {
        var after = subject.after();
        if (write.outcome() == Change.Outcome.UNKNOWN) {
            return new Result(
                    "outcome unknown",
                    write.why() + "; "
                            + after.map(look -> "at " + Wording.time(look.at()) + " the row was "
                                            + Wording.rows(look.row()) + ", and "
                                            + look.said().command() + " said: "
                                            + look.verdict())
                                    .orElse("nothing was looked at after it"));
        }
        var change = write.table() + " " + path(subject);
        var reason = write.unproved().isEmpty() ? "" : ", without proof (" + write.unproved() + ")";
        var ran = subject.upgrades().stream().map(one -> "; " + one.result()).collect(Collectors.joining());
        return new Result(word(subject, write, after), change + reason + ran + "; " + since(write, after));
    }

    /** The rows from the first write to the last. */
    private static String path(Subject subject) {
        var writes = subject.written().toList();
        return Stream.concat(
                        Stream.of(writes.getFirst().before()), writes.stream().map(Change::after))
                .map(Wording::rows)
                .collect(Collectors.joining(" → "));
    }

    private static String word(Subject subject, Change write, Optional<Look> after) {
        if (write.isUndo()) {
            return "undone";
        }
        if (after.isEmpty()) {
            return "written";
        }
        if (after.get().isDrift()) {
            return "not repaired";
        }
        return subject.before().filter(Look::isDrift).isPresent() ? "repaired" : "written";
    }

    private static String since(Change write, Optional<Look> after) {
        return after.map(look -> look.said().command() + " at " + Wording.time(look.at())
                        + (look.isDrift() ? " still says: " : " says: ") + look.verdict())
                .orElse("the row was read back after the commit, and nothing was looked at after the "
                        + write.said().command());
    }

    private static Result unwritten(Subject subject) {
        if (!subject.upgrades().isEmpty()) {
            return upgraded(subject);
        }
        var tried = subject.changes().stream()
                .filter(change -> !change.why().isEmpty())
                .reduce((_, last) -> last);
        var last = subject.last();
        if (last.isEmpty()) {
            return new Result(
                    "not known",
                    "neither status nor diagnose was answered in this session; nothing was written" + because(tried));
        }
        var seen = last.get();
        if (seen.isDrift()) {
            return new Result("not repaired", "nothing was written" + because(tried) + "; " + seen.verdict());
        }
        var was = subject.first().filter(Look::isDrift);
        return new Result(
                "nothing written",
                seen.verdict()
                        + was.map(look -> "; the drift seen at " + Wording.time(look.at()) + " was gone at "
                                        + Wording.time(seen.at()) + ", and this session wrote nothing")
                                .orElse(", at " + Wording.time(seen.at())));
    }

    /** The project's own tool has written, and not this program. */
    private static Result upgraded(Subject subject) {
        var last = subject.upgrades().getLast();
        return new Result(
                last.failed() ? "upgrade failed" : "upgraded",
                subject.upgrades().stream().map(Ran::result).collect(Collectors.joining("; ")) + ", at "
                        + Wording.time(last.at()));
    }

    private static String because(Optional<Change> tried) {
        return tried.map(change -> " (" + change.said().command() + ": " + change.why() + ")")
                .orElse("");
    }

    /** What an upgrade has left to do, as far as that is known; empty where it is not. */
    static Optional<String> toRun(Subject subject) {
        var write = subject.lastWrite();
        if (write.isEmpty() || subject.after().isPresent()) {
            return subject.last().map(Look::upgradeWould);
        }
        var row = subject.knownRow();
        // An undo leaves what was there before: what was said of it then holds, and its plan knows nothing of it.
        return subject.looks().stream()
                .filter(look -> row.filter(look.row()::equals).isPresent())
                .reduce((_, last) -> last)
                .map(look -> look.upgradeWould() + " (" + look.said().command() + " at " + Wording.time(look.at())
                        + ", when the row was the same)")
                .or(() -> write.filter(change -> change.isWritten() && !change.isUndo())
                        .flatMap(Result::planned));
    }

    private static Optional<String> planned(Change change) {
        var members = change.said().members();
        if (members.has("obstacle")) {
            return Optional.of(change.tool().upgrade() + " would not start, by the plan: " + members.text("obstacle"));
        }
        var left = members.texts("to_run");
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(change.tool().upgrade() + " still to run, by the plan ("
                        + change.tool().revisions(left.size()) + ": " + String.join(", ", left) + ")");
    }
}
