package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.shell.command.Commands;
import dev.restamp.shell.command.ShellCommand;
import dev.restamp.shell.render.OutputFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.shell.core.command.CommandRegistry;

/** The shell without a terminal, from the typed line to the bytes that are printed, in one process. */
final class WholeShell implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Session session;
    private final List<ShellCommand> commands;
    private final CommandRegistry registry = new CommandRegistry();
    private final LateRunner runner = new LateRunner();
    private final Log log;

    /** @param environment besides {@code HOME} */
    WholeShell(Path folder, Path home, Map<String, String> environment) {
        this(folder, home, environment, TestShell.CLOCK);
    }

    WholeShell(Path folder, Path home, Map<String, String> environment, Clock clock) {
        var all = new HashMap<>(environment);
        all.put("HOME", home.toString());
        var state = StateFolder.of(all);
        var console = new Console(stream(out), stream(err), new Redactor(), clock, () -> 100, false, false, false);
        log = new Log(state.log(), console.redactor(), false);
        session = new Session(all, folder, state, console, Prompter.NOBODY, new Interrupts(), true);
        commands = Commands.all(session, new ReceiptStore(() -> session.state().receipts()), runner, () -> {});
        commands.forEach(command -> registry.registerCommand(new RegisteredCommand(command, console)));
    }

    /** What one line left behind. */
    record Said(Exit exit, String out, String err) {
        String all() {
            return out + err;
        }
    }

    List<String> names() {
        return commands.stream().map(command -> command.usage().name()).toList();
    }

    Session session() {
        return session;
    }

    /** Runs a line as if it were typed. */
    Said run(OutputFormat format, String line) {
        out.reset();
        err.reset();
        session.console().settings().output(format);
        var interpreter = new Interpreter(session, registry, log, true);
        runner.is(interpreter);
        var exit = interpreter.typedLine(line);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        session.close();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
