package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.springframework.shell.jline.JLineInputProvider;

/** The interactive loop: read a line, run it, until Ctrl-D. */
final class Repl {
    private final Session session;
    private final Interpreter interpreter;
    private final Terminal terminal;
    private final ShellReader reader;
    private final Histories histories;
    private final Log log;
    private final BooleanSupplier left;
    private boolean cleared;
    private boolean warned;

    /** @param left whether a command has asked to leave */
    Repl(
            Session session,
            Interpreter interpreter,
            Terminal terminal,
            ShellReader reader,
            Log log,
            BooleanSupplier left) {
        this.session = session;
        this.interpreter = interpreter;
        this.terminal = terminal;
        this.reader = reader;
        this.histories = new Histories(session);
        this.log = log;
        this.left = left;
    }

    /** Runs until the user leaves. The exit code is that of leaving, not of the last command. */
    Exit run() {
        var input = new JLineInputProvider(reader);
        input.setPromptProvider(new Prompt(session, session.console().canvas()));
        while (!left.getAsBoolean()) {
            try {
                keepHistory();
                var line = input.readInput();
                cleared = false;
                warned = false;
                interruptibly(() -> interpreter.typedLine(meant(line)));
            } catch (UserInterruptException interrupted) {
                clear(interrupted.getPartialLine());
            } catch (EndOfFileException leave) {
                if (isLeft()) {
                    break;
                }
            }
        }
        return Exit.OK;
    }

    /** Runs a command with Ctrl-C meaning: stop this command. */
    void interruptibly(Runnable command) {
        SignalHandler before =
                terminal.handle(Signal.INT, signal -> session.interrupts().fire());
        try {
            command.run();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    /** Lines belong to a project. A state folder that cannot be written must not keep anybody from working. */
    private void keepHistory() {
        try {
            reader.keepIn(StateFolder.secret(histories.file()));
        } catch (IOException | UncheckedIOException unwritable) {
            log.write("history", unwritable);
        }
    }

    /** Leaves, unless something is unfinished; then only when asked a second time. */
    private boolean isLeft() {
        var unfinished = warned ? List.<String>of() : session.unfinished();
        unfinished.forEach(one -> session.console().show(Text.of(one + "; Ctrl-D again leaves", Style.WARN)));
        warned = !unfinished.isEmpty();
        return unfinished.isEmpty();
    }

    private void clear(String typed) {
        session.interrupts().reset();
        if (typed.isBlank() && cleared) {
            session.console().show(Text.of("Ctrl-D or quit leaves", Style.FAINT));
        }
        cleared = typed.isBlank();
    }

    /** A number stands for the command that the last answer proposed under it; a question mark shows them again. */
    private String meant(String line) {
        var typed = line.strip();
        var proposed = session.console().proposed();
        if (typed.equals("?")) {
            session.console().showProposed();
            return "";
        }
        if (!typed.matches("[1-9]")) {
            return line;
        }
        var number = Integer.parseInt(typed);
        if (number > proposed.size()) {
            session.console().show(Text.of("there is no line " + number + "; ? shows what is proposed", Style.FAINT));
            return "";
        }
        var command = proposed.get(number - 1).command();
        session.console().show(Text.of(command, Style.FAINT));
        return command;
    }
}
