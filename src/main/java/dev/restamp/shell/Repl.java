package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.shell.completion.Matching;
import dev.restamp.shell.completion.ShellCompleter;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.springframework.shell.jline.JLineInputProvider;

/** The interactive loop: read a line, run it, until Ctrl-D. */
final class Repl {
    private final Session session;
    private final Interpreter interpreter;
    private final Screen screen;
    private final ShellCompleter completer;
    private final BooleanSupplier left;

    /** @param left whether a command has asked to leave */
    Repl(Session session, Interpreter interpreter, Screen screen, ShellCompleter completer, BooleanSupplier left) {
        this.session = session;
        this.interpreter = interpreter;
        this.screen = screen;
        this.completer = completer;
        this.left = left;
    }

    /** Runs until the user leaves. The exit code is that of leaving, not of the last command. */
    Exit run() {
        var input = new JLineInputProvider(reader());
        input.setPromptProvider(new Prompt(session, session.console().canvas()));
        while (!left.getAsBoolean()) {
            try {
                var line = input.readInput();
                interruptibly(() -> interpreter.line(meant(line)));
            } catch (UserInterruptException cleared) {
                session.interrupts().reset();
            } catch (EndOfFileException leave) {
                break;
            }
        }
        return Exit.OK;
    }

    /** Runs a command with Ctrl-C meaning: stop this command. */
    void interruptibly(Runnable command) {
        var terminal = screen.terminal();
        SignalHandler before =
                terminal.handle(Signal.INT, signal -> session.interrupts().fire());
        try {
            command.run();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    /** A number stands for the command that the last answer proposed under it. */
    private String meant(String line) {
        var typed = line.strip();
        var proposed = session.console().proposed();
        if (!typed.matches("[1-9]") || Integer.parseInt(typed) > proposed.size()) {
            return line;
        }
        var command = proposed.get(Integer.parseInt(typed) - 1).command();
        session.console().show(Text.of(command, Style.FAINT));
        return command;
    }

    private LineReader reader() {
        var parser = new DefaultParser();
        parser.setEofOnUnclosedQuote(false);
        return LineReaderBuilder.builder()
                .terminal(screen.terminal())
                .appName("restamp")
                .parser(parser)
                .completer(completer)
                .completionMatcher(new Matching())
                .history(new SafeHistory(session.console().redactor()))
                .variable(
                        LineReader.HISTORY_FILE,
                        StateFolder.secret(session.state().history()))
                .variable(LineReader.BELL_STYLE, "none")
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_IGNORE_SPACE, true)
                .option(Option.HISTORY_REDUCE_BLANKS, true)
                .option(Option.HISTORY_INCREMENTAL, true)
                .option(Option.AUTO_FRESH_LINE, true)
                .option(Option.BRACKETED_PASTE, true)
                .build();
    }
}
