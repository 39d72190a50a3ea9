package dev.restamp.shell.command;

import dev.restamp.core.stamp.StampPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code alembic stamp} would do where a plan does otherwise, and why: a sentence each. */
final class AlembicWords {
    private final StampPlan plan;
    private final List<String> targets;
    private final String command;

    private AlembicWords(StampPlan plan, List<String> targets) {
        this.plan = plan;
        this.targets = targets;
        this.command = "alembic stamp " + RevisionWords.arguments(targets);
    }

    /** Nothing where both come to the same. */
    static List<String> of(StampPlan plan, List<String> targets) {
        var words = new AlembicWords(plan, targets);
        return plan.alembicError()
                .map(words::failing)
                .or(() -> plan.alembicRows().map(words::leaving))
                .orElse(List.of());
    }

    private List<String> failing(String error) {
        var why = error.startsWith("Can't locate")
                ? "; --purge would get it through and delete every other row too"
                : targets.size() > 1 ? ": it takes all rows for the source of every target" : "";
        return List.of(command + " would fail: " + error + why);
    }

    private List<String> leaving(List<String> rows) {
        var left = new HashSet<>(rows);
        if (left.equals(Set.copyOf(plan.after())) && left.size() == rows.size()) {
            return List.of();
        }
        var sentences = new ArrayList<String>();
        nothing(rows).or(() -> lost(left)).ifPresent(sentences::add);
        beside(rows).ifPresent(sentences::add);
        return sentences.isEmpty() ? List.of(command + " would leave {" + String.join(", ", rows) + "}") : sentences;
    }

    private Optional<String> nothing(List<String> rows) {
        return rows.equals(plan.before().ids())
                ? Optional.of(command + " would change nothing, and say nothing")
                : Optional.empty();
    }

    private Optional<String> lost(Set<String> left) {
        var lost = plan.after().stream()
                .filter(row -> plan.before().ids().contains(row) && !left.contains(row))
                .toList();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        var why = plan.after().size() - lost.size() > 0 && targets.stream().allMatch(AlembicWords::isOnABranch)
                ? ": it replaces every row of the branch"
                : ": it treats all rows as one branch";
        return Optional.of(command + " would delete " + String.join(", ", lost) + " too" + why);
    }

    private static boolean isOnABranch(String target) {
        return target.indexOf('@') > 0;
    }

    /** Rows that another one implies: the next upgrade refuses to start. */
    private Optional<String> beside(List<String> rows) {
        var implied = rows.stream()
                .filter(row -> !plan.after().contains(row))
                .distinct()
                .toList();
        var stay = rows.stream().filter(plan.after()::contains).distinct().toList();
        return implied.isEmpty() || stay.isEmpty()
                ? Optional.empty()
                : Optional.of(command + " would leave " + String.join(", ", implied) + " beside "
                        + String.join(", ", stay) + "; the rows overlap, and alembic upgrade would not start");
    }
}
