package dev.restamp.shell.report;

import dev.restamp.core.Exit;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code stamp} or an {@code undo}, whatever came of it. */
record Change(Said said) {
    /** As the write told of its steps: {@code 03:14:07.119  LOCK TABLE …}. */
    private static final Pattern STEP = Pattern.compile("✓ +(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}.*)");

    /** What came of it. */
    enum Outcome {
        WRITTEN("written"),
        NOTHING_TO_DO("nothing to write"),
        PLANNED("planned only"),
        REFUSED("refused, nothing written"),
        FAILED("failed, nothing written"),
        UNKNOWN("outcome unknown");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static boolean is(Said said) {
        return (said.command().equals("stamp") || said.command().equals("undo"))
                && (said.isAnswer() || said.exit() != Exit.USAGE);
    }

    ToolNames tool() {
        return ToolNames.of(said.members());
    }

    int order() {
        return said.order();
    }

    Instant at() {
        return said.at();
    }

    boolean isUndo() {
        return said.command().equals("undo");
    }

    Outcome outcome() {
        if (!receipt().isEmpty()) {
            return Outcome.WRITTEN;
        }
        return switch (said.exit()) {
            case OUTCOME_UNKNOWN -> Outcome.UNKNOWN;
            case REFUSED -> Outcome.REFUSED;
            case OK, FINDING -> before().equals(after()) ? Outcome.NOTHING_TO_DO : Outcome.PLANNED;
            case USAGE, CONNECTION, PROJECT, TIMEOUT, INCONCLUSIVE, NOT_WRITTEN, BUG, INTERRUPTED, TERMINATED ->
                Outcome.FAILED;
        };
    }

    boolean isWritten() {
        return outcome() == Outcome.WRITTEN;
    }

    /** Whether the rows may be others than before. */
    boolean mayHaveWritten() {
        return isWritten() || outcome() == Outcome.UNKNOWN;
    }

    String receipt() {
        return said.members().text("receipt");
    }

    String transaction() {
        return said.members().text("transaction");
    }

    String table() {
        return said.members().text("version_table");
    }

    List<String> before() {
        return said.members().texts("before");
    }

    List<String> after() {
        return said.members().texts("after");
    }

    List<String> statements() {
        return said.members().texts("statements");
    }

    List<String> undoStatements() {
        return said.members().texts("undo_statements");
    }

    List<Members> proofs() {
        return said.members().objects("proofs");
    }

    /** Why it was written without a proof; an undo is never proved. */
    String unproved() {
        return isUndo() ? "" : said.members().text("unproved");
    }

    /** Why nothing was written, or nobody knows; empty where it was. */
    String why() {
        return said.problem().orElseGet(() -> said.members().object("error").text("what"));
    }

    /** The steps of the write, as they were told while it ran. */
    List<String> steps() {
        return said.lines()
                .map(STEP::matcher)
                .filter(Matcher::matches)
                .map(step -> step.group(1))
                .toList();
    }

    /** How many proofs hold, of how many that there were to be made. */
    String proved() {
        var made = proofs().stream()
                .filter(proof -> !proof.text("outcome").equals("nothing_to_prove"))
                .toList();
        var holding = made.stream()
                .filter(proof -> proof.text("outcome").equals("holds"))
                .count();
        return holding + " of " + Wording.many(made.size(), "proof") + " " + (made.size() == 1 ? "holds" : "hold");
    }
}
