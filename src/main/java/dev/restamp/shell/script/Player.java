package dev.restamp.shell.script;

import dev.restamp.shell.Answer;
import dev.restamp.shell.Session;
import dev.restamp.shell.Words;
import dev.restamp.shell.command.CommandRunner;
import dev.restamp.shell.render.Next;
import java.time.Duration;
import java.util.List;

/** Runs the commands of a script, with nobody to ask and their answers kept from the screen. */
final class Player {
    private final Session session;
    private final CommandRunner runner;
    private final String origin;

    /** @param origin what receipts say of the script */
    Player(Session session, CommandRunner runner, String origin) {
        this.origin = origin;
        this.session = session;
        this.runner = runner;
    }

    /** @throws dev.restamp.core.Problem where Ctrl-C was pressed before it began */
    Played play(List<String> words) {
        session.interrupts().check();
        var console = session.console();
        console.typed(Words.line(words));
        var start = console.clock().instant();
        var aside = console.aside(() -> {
            session.commandBegins();
            return session.asScript(origin, () -> runner.runExactly(words));
        });
        var time = Duration.between(start, console.clock().instant());
        return new Played(aside.exit(), document(aside.answers()), next(aside.answers()), start, time, aside.screen());
    }

    private Value document(List<Answer> answers) {
        return answers.isEmpty() ? Value.NULL : Value.of(session.console().document(answers.getLast()));
    }

    private static List<Next> next(List<Answer> answers) {
        return answers.isEmpty() ? List.of() : answers.getLast().report().next();
    }
}
