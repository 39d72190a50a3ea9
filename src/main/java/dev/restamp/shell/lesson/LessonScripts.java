package dev.restamp.shell.lesson;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Lesson;
import dev.restamp.shell.Session;
import dev.restamp.shell.command.CommandRunner;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.script.Checker;
import dev.restamp.shell.script.RunOptions;
import dev.restamp.shell.script.RunResult;
import dev.restamp.shell.script.Script;
import dev.restamp.shell.script.ScriptLoader;
import dev.restamp.shell.script.ScriptRun;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs the scripts of a lesson, out of sight: they are no part of what the learner did. */
final class LessonScripts {
    private final Session session;
    private final CommandRunner runner;
    private final Supplier<List<Usage>> usages;

    LessonScripts(Session session, CommandRunner runner, Supplier<List<Usage>> usages) {
        this.session = session;
        this.runner = runner;
        this.usages = usages;
    }

    /** @throws Problem with {@code Exit.USAGE} for the first mistake in any of the lesson's scripts */
    void examine(Lesson lesson) {
        for (var number = 1; number <= lesson.steps().size(); number++) {
            var step = lesson.steps().get(number - 1);
            var where = lesson.name() + ", step " + number;
            examine(where + ", check", step.check());
            for (var wrong : step.wrongTurns()) {
                examine(where + ", wrong turn \"" + wrong.title() + "\"", wrong.when());
            }
        }
    }

    private void examine(String where, String text) {
        var mistakes = Checker.check(script(where, text), usages.get(), Facts.NAMES.keySet());
        if (!mistakes.isEmpty()) {
            var first = mistakes.getFirst();
            throw new Problem(Exit.USAGE, first.place() + ": " + first.what(), first.hint());
        }
    }

    RunResult run(String where, String text, Map<String, Object> facts) {
        return session.journal().unheard(() -> {
            var result = new AtomicReference<RunResult>();
            session.console().aside(() -> {
                result.set(ScriptRun.run(script(where, text), session, runner, new RunOptions(facts, false, false)));
                return Exit.OK;
            });
            return result.get();
        });
    }

    private static Script script(String where, String text) {
        return ScriptLoader.load(where, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
