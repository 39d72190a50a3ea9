package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.command.Arguments;
import dev.restamp.shell.command.Commands;
import dev.restamp.shell.command.ShellCommand;
import dev.restamp.shell.render.OutputFormats;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The commands in a project, on a database, asked one after the other without a process for each. */
final class AskedShell implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Session session;
    private final List<ShellCommand> commands;

    AskedShell(Path project, Path home, TestDatabase database) {
        this(project, Map.of("HOME", home.toString(), "DATABASE_URL", RealAlembic.url(database)));
    }

    AskedShell(Path project, Map<String, String> environment) {
        var console =
                new Console(stream(out), stream(err), new Redactor(), TestShell.CLOCK, () -> 200, false, false, false);
        var state = StateFolder.of(environment);
        session = new Session(environment, project, state, console, Prompter.NOBODY, new Interrupts(), true);
        commands =
                Commands.all(session, new ReceiptStore(() -> session.state().receipts()), new LateRunner(), () -> {});
    }

    /**
     * What was said, as text.
     *
     * @param remarks what went to standard error before it
     * @param problem empty where there was none
     */
    record Said(Exit exit, String out, String remarks, String problem) {
        List<String> lines() {
            return out.lines().toList();
        }

        boolean refused() {
            return !problem.isEmpty();
        }
    }

    Said ask(List<String> words) {
        out.reset();
        err.reset();
        session.commandBegins();
        session.console().format(words.contains("--json") ? OutputFormats.JSON : OutputFormats.TABLE);
        var command = commands.stream()
                .filter(one -> one.usage().name().equals(words.getFirst()))
                .findFirst()
                .orElseThrow();
        try {
            var report = command.run(Arguments.parse(command.usage(), words.subList(1, words.size())));
            session.console().print(words.getFirst(), report);
            return new Said(report.exit(), text(out), text(err), "");
        } catch (Problem problem) {
            return new Said(problem.exit(), "", text(err), problem.what());
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    Session session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }
}
