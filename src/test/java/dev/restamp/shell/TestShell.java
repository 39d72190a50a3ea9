package dev.restamp.shell;

import dev.restamp.shell.command.Commands;
import dev.restamp.shell.command.ShellCommand;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The shell's parts put together without a terminal, a clock or a home. */
public final class TestShell {
    /** When every test report was made. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:12:44Z"), ZoneOffset.UTC);

    private TestShell() {}

    /** Every command, over a session in which nothing is open. */
    public static List<ShellCommand> commands() {
        var session = session(Path.of("/nowhere"));
        return Commands.all(session, new ReceiptStore(() -> session.state().receipts()), new LateRunner(), () -> {});
    }

    /** A session in which nothing is open, of a user who is in that folder, at home there, and whom nobody can ask. */
    public static Session session(Path folder) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var console = new Console(nowhere, nowhere, new Redactor(), CLOCK, () -> 100, false, false, false);
        var state = StateFolder.of(Map.of("HOME", folder.toString()));
        return new Session(Map.of(), folder, state, console, Prompter.NOBODY, new Interrupts(), true);
    }
}
