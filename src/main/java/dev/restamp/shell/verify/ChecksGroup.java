package dev.restamp.shell.verify;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.UserQuery;
import dev.restamp.postgres.UserQuery.Answer;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.verify.Verified.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user's own questions: each must be answered with no row, or with true. */
final class ChecksGroup {
    private ChecksGroup() {}

    static Verified of(Reading reading, List<Check> checks) {
        var details = new ArrayList<String>();
        var items = new ArrayList<Map<String, @Nullable Object>>();
        var state = State.EQUAL;
        for (var check : checks) {
            var outcome = outcome(reading, check);
            if (!outcome.words().isEmpty()) {
                details.add(check.name() + ": " + outcome.words());
            }
            if (outcome.state() == State.DIFFERENT || state == State.EQUAL) {
                state = outcome.state();
            }
            items.add(Json.object(
                    "check", check.name(), "passed", outcome.state() == State.EQUAL, "why", outcome.words()));
        }
        var passed = checks.size() - details.size();
        return new Verified("checks", state, passed + " of " + checks.size() + " pass", details, items);
    }

    private record Outcome(State state, String words) {}

    private static Outcome outcome(Reading reading, Check check) {
        try {
            return outcome(reading.attempt(() -> UserQuery.run(reading, check.sql())));
        } catch (Problem problem) {
            if (problem.exit() == Exit.INTERRUPTED || problem.exit() == Exit.CONNECTION) {
                throw problem;
            }
            return new Outcome(State.UNKNOWN, problem.what());
        }
    }

    /** What rows hold is not told: a report of a check goes into tickets. */
    private static Outcome outcome(Answer answer) {
        if (answer.rows().isEmpty() || isTrue(answer)) {
            return new Outcome(State.EQUAL, "");
        }
        var rows = answer.rows().size();
        return new Outcome(
                State.DIFFERENT,
                isTruth(answer)
                        ? "false"
                        : (answer.cut() ? "more than " : "") + Numbers.grouped(rows) + (rows == 1 ? " row" : " rows")
                                + ", expected none");
    }

    private static boolean isTruth(Answer answer) {
        return answer.columns().size() == 1
                && answer.columns().getFirst().type().equals("bool")
                && answer.rows().size() == 1;
    }

    private static boolean isTrue(Answer answer) {
        return isTruth(answer) && answer.rows().getFirst().getFirst().equals(Optional.of("t"));
    }
}
