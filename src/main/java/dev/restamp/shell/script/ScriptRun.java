package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Session;
import dev.restamp.shell.Version;
import dev.restamp.shell.Words;
import dev.restamp.shell.command.CommandRunner;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.script.Step.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A script being run: line by line, until one ends otherwise than it should. */
public final class ScriptRun {
    private final Session session;
    private final CommandRunner runner;
    private final RunOptions options;
    private final Player player;
    private final RunScreen screen;
    private final Variables variables;
    private final List<Statement> sections;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> echoes = new ArrayList<>();
    private String section = "";
    private List<Next> next = List.of();
    private boolean writesLeftOut;

    private ScriptRun(Script script, Session session, CommandRunner runner, RunOptions options) {
        this.session = session;
        this.runner = runner;
        this.options = options;
        this.player = new Player(session, runner, script.origin());
        this.variables = new Variables(options.given());
        this.sections = script.all().filter(Statement.Section.class::isInstance).toList();
        this.screen = new RunScreen(session.console(), script.file(), sections.size());
    }

    /** Runs a script that {@link Checker} has nothing to say against. */
    public static RunResult run(Script script, Session session, CommandRunner runner, RunOptions options) {
        var run = new ScriptRun(script, session, runner, options);
        var start = run.now();
        run.block(script.statements());
        return new RunResult(script, run.steps, run.echoes, Duration.between(start, run.now()), options, run.next);
    }

    /** Gives false where the script must stop. */
    private boolean block(List<Statement> statements) {
        return statements.stream().allMatch(this::statement);
    }

    private boolean statement(Statement statement) {
        var start = now();
        try {
            session.interrupts().check();
            return carriedOut(statement);
        } catch (MistakeException wrong) {
            return failed(statement, start, wrong.problem());
        } catch (Problem problem) {
            return failed(statement, start, problem);
        }
    }

    private boolean carriedOut(Statement statement) {
        var evaluator = new Evaluator(statement.line(), variables);
        switch (statement) {
            case Statement.Section(var _, var title) -> {
                section = evaluator.text(title);
                screen.section(1 + sections.indexOf(statement), section);
            }
            case Statement.Echo(var _, var words) -> {
                echoes.add(words.stream().map(evaluator::text).collect(Collectors.joining(" ")));
                screen.echo(echoes.getLast());
            }
            case Statement.Let(var _, var _, var name, var value) -> variables.set(name, evaluator.value(value));
            case Statement.RequireVersion(var _, var _, var version) -> requireVersion(version);
            case Statement.RequireProject(var _, var folder) ->
                session.project(session.folder().resolve(evaluator.text(folder)));
            case Statement.RequireSet _ -> {}
            case Statement.If branching -> {
                return branch(branching);
            }
            case Statement.Include(var _, var statements) -> {
                return block(statements);
            }
            case Statement.Assert assertion -> {
                return assertion(assertion, evaluator);
            }
            case Statement.Capture capture -> {
                return capture(capture, evaluator);
            }
            case Statement.Run run -> {
                return run(run, evaluator);
            }
        }
        return true;
    }

    private boolean branch(Statement.If branching) {
        for (var branch : branching.branches()) {
            if (new Evaluator(branch.line(), variables).truth(branch.condition())) {
                return block(branch.statements());
            }
        }
        return block(branching.otherwise());
    }

    private static void requireVersion(String wanted) {
        if (Version.TEXT.matches("\\d.*") && Arrays.compare(numbers(Version.TEXT), numbers(wanted)) < 0) {
            throw new Problem(
                    Exit.USAGE,
                    "this is restamp " + Version.TEXT + ", and the script needs " + wanted,
                    "install a newer restamp");
        }
    }

    /** {@code 1.2.0-SNAPSHOT} as 1, 2, 0, and what is missing as 0. */
    private static int[] numbers(String version) {
        var numbers = Arrays.stream(version.replaceFirst("[^0-9.].*", "").split("\\."))
                .mapToInt(Integer::parseInt)
                .toArray();
        return Arrays.copyOf(numbers, 4);
    }

    private boolean run(Statement.Run run, Evaluator evaluator) {
        var words = words(run.call(), evaluator);
        if (!options.dryRun() || !Rehearsal.isWrite(run.call(), runner)) {
            return judged(run, words, player.play(words));
        }
        var rehearsed = Rehearsal.of(words, runner, player, now());
        var outcome = isAsExpected(run, rehearsed) ? Outcome.LEFT_OUT : Outcome.FAILED;
        writesLeftOut = true;
        done(step(run, words, rehearsed, outcome), rehearsed);
        if (outcome == Outcome.LEFT_OUT) {
            screen.output(rehearsed.output());
        }
        return outcome == Outcome.LEFT_OUT;
    }

    private boolean judged(Statement.Run run, List<String> words, Played played) {
        var outcome = outcome(run, played);
        done(step(run, words, played, outcome), played);
        return outcome != Outcome.FAILED;
    }

    private Outcome outcome(Statement.Run run, Played played) {
        if (run.expected().isEmpty() && played.exit() == Exit.FINDING) {
            return writesLeftOut ? Outcome.NOT_JUDGED : Outcome.FINDING;
        }
        if (isAsExpected(run, played)) {
            return Outcome.PASSED;
        }
        return writesLeftOut && isAnswer(played.exit()) ? Outcome.NOT_JUDGED : Outcome.FAILED;
    }

    private static boolean isAsExpected(Statement.Run run, Played played) {
        return played.exit() == run.expected().orElse(Exit.OK);
    }

    private static boolean isAnswer(Exit exit) {
        return exit == Exit.OK || exit == Exit.FINDING;
    }

    private Step step(Statement.Run run, List<String> words, Played played, Outcome outcome) {
        return new Step(
                run.line(),
                section,
                redacted(Words.line(words)),
                outcome,
                played.exit(),
                run.expected(),
                receipt(played),
                played.start(),
                played.time(),
                played.output());
    }

    private static Optional<String> receipt(Played played) {
        return played.document()
                .member("receipt")
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** A finding in an answer is no reason to stop here: the answer is what was wanted. */
    private boolean capture(Statement.Capture capture, Evaluator evaluator) {
        var words = words(capture.call().bare(), evaluator);
        var played = player.play(words);
        var text = "capture " + capture.name() + " = " + Words.line(words);
        var fine = isAnswer(played.exit());
        if (fine) {
            var value = capture.path().in(played.document());
            variables.set(capture.name(), value);
            text = "capture " + capture.name() + " = " + value;
        }
        done(plain(capture, text, played, fine ? Outcome.PASSED : Outcome.FAILED), played);
        return fine;
    }

    private boolean assertion(Statement.Assert assertion, Evaluator evaluator) {
        var holds = evaluator.truth(assertion.condition());
        var start = now();
        var said = holds ? "" : Assertions.denial(assertion, evaluator, variables);
        var played = new Played(holds ? Exit.OK : Exit.FINDING, Value.NULL, List.of(), start, Duration.ZERO, said);
        var bad = writesLeftOut ? Outcome.NOT_JUDGED : Outcome.FAILED;
        var outcome = holds ? Outcome.PASSED : bad;
        done(plain(assertion, Assertions.condition(assertion), played, outcome), played);
        return outcome != Outcome.FAILED;
    }

    private boolean failed(Statement statement, Instant start, Problem problem) {
        var said = "restamp: " + problem.what() + (problem.hint().isEmpty() ? "" : "\n  " + problem.hint());
        var played =
                new Played(problem.exit(), Value.NULL, List.of(), start, Duration.between(start, now()), said + "\n");
        done(plain(statement, statement.line().text().strip(), played, Outcome.FAILED), played);
        return false;
    }

    private Step plain(Statement statement, String text, Played played, Outcome outcome) {
        return new Step(
                statement.line(),
                section,
                redacted(text),
                outcome,
                played.exit(),
                Optional.empty(),
                Optional.empty(),
                played.start(),
                played.time(),
                played.output());
    }

    private void done(Step step, Played played) {
        steps.add(step);
        next = played.next();
        screen.step(step);
        if (step.failed()) {
            screen.output(step.output());
        }
    }

    private static List<String> words(Call call, Evaluator evaluator) {
        return call.words().stream().map(evaluator::argument).toList();
    }

    private String redacted(String text) {
        return session.console().redactor().redact(text);
    }

    private Instant now() {
        return session.console().clock().instant();
    }
}
