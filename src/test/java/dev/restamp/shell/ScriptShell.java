package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.shell.command.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.shell.core.command.CommandRegistry;

/** The shell as it runs scripts, on a small project and without a database, at a standing clock. */
final class ScriptShell {
    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Interpreter interpreter;
    private final Session session;

    /** @param folder where the scripts are, and the project: one revision, {@code aaaa00000001} */
    ScriptShell(Path folder) throws IOException {
        this.folder = folder;
        write("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n");
        write("migrations/env.py", "");
        write(
                "migrations/versions/one.py",
                "\"\"\"create users\"\"\"\nrevision = 'aaaa00000001'\ndown_revision = None\n"
                        + "def upgrade():\n    pass\n");
        var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        var console = new Console(printed, printed, new Redactor(), TestShell.CLOCK, () -> 100, false, false, false);
        var environment = Map.of("HOME", folder.toString());
        var state = StateFolder.of(environment);
        session = new Session(environment, folder, state, console, Prompter.NOBODY, new Interrupts(), false);
        var runner = new LateRunner();
        var registry = new CommandRegistry();
        Commands.all(session, new ReceiptStore(() -> session.state().receipts()), runner, () -> {})
                .forEach(command -> registry.registerCommand(new RegisteredCommand(command, console)));
        var log = new Log(state.log(), console.redactor(), false);
        interpreter = new Interpreter(session, registry, log, false);
        runner.is(interpreter);
    }

    /** What was shown, and the exit code. */
    record Said(Exit exit, String screen) {}

    void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).resolveSibling(""));
        Files.writeString(folder.resolve(file), text);
    }

    Session session() {
        return session;
    }

    Said ask(String... words) {
        out.reset();
        var exit = interpreter.words(List.of(words));
        return new Said(exit, out.toString(StandardCharsets.UTF_8));
    }

    /** The same as one line. */
    Said line(String line) {
        out.reset();
        var exit = interpreter.typedLine(line);
        return new Said(exit, out.toString(StandardCharsets.UTF_8));
    }

    /** Writes the script as {@code x.restamp} and runs it. */
    Said run(String script, String... options) throws IOException {
        write("x.restamp", script);
        var words = new java.util.ArrayList<>(List.of("run", "x.restamp"));
        words.addAll(List.of(options));
        return ask(words.toArray(String[]::new));
    }
}
