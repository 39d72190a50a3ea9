package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.script.Step.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a script.
 *
 * @param echoes what it said by {@code echo}, in order
 * @param next what the last command proposed
 */
public record RunResult(
        Script script, List<Step> steps, List<String> echoes, Duration time, RunOptions options, List<Next> next) {
    private static final String COMPLAINT = "restamp: ";

    public RunResult {
        steps = List.copyOf(steps);
        echoes = List.copyOf(echoes);
        next = List.copyOf(next);
    }

    /** Why it stopped before its end, in lines; empty where it did not. */
    public Optional<String> whyNot() {
        return failure().map(step -> {
            var said = step.output();
            var speaks = said.startsWith(COMPLAINT) || (step.expected().isEmpty() && step.exit() == Exit.FINDING);
            return speaks
                    ? said.replaceFirst("^" + COMPLAINT, "")
                    : step.text() + " ends with " + step.exit().code() + ", "
                            + step.exit().meaning() + "\n" + said;
        });
    }

    /** The step that it stopped at. */
    Optional<Step> failure() {
        return steps.stream().filter(Step::failed).findFirst();
    }

    long findings() {
        return steps.stream().filter(step -> step.outcome() == Outcome.FINDING).count();
    }

    List<String> receipts() {
        return steps.stream().map(Step::receipt).flatMap(Optional::stream).toList();
    }

    long leftOut() {
        return steps.stream().filter(step -> step.outcome() == Outcome.LEFT_OUT).count();
    }

    /** That of the line it stopped at; a line that ended well where it should not is a finding. */
    public Exit exit() {
        var failed = failure().map(step -> step.exit() == Exit.OK ? Exit.FINDING : step.exit());
        return failed.orElse(findings() > 0 && options.findingsFail() ? Exit.FINDING : Exit.OK);
    }
}
