package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.failure.FailureReader;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** {@code explain}: what the output of a migration that failed means for this database. */
final class ExplainCommand implements ShellCommand {
    /** Of the text, in bytes. Of a longer one the end is read: there it says why it stopped. */
    private static final int MOST = 4_000_000;

    private final Session session;
    private final InputStream input;

    /** @param input where the text comes from where no file is named */
    ExplainCommand(Session session, InputStream input) {
        this.session = session;
        this.input = input;
    }

    @Override
    public Usage usage() {
        return Usage.of("explain", Group.LOOK, "Say what the output of a failed migration means for this database")
                .operands("[FILE|-]", Operand.FILE, 0, 1)
                .reads(Exit.FINDING)
                .example("explain", "paste what it printed, then Enter and Ctrl-D")
                .example("explain deploy.log", "what alembic, psql, Flyway or Liquibase printed")
                .example("explain -", "from standard input: alembic upgrade head 2>&1 | restamp explain -")
                .example("explain deploy.log --json", "its member \"failure\" has the SQLSTATE")
                .see("diagnose", "status")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var failure = FailureReader.read(text(arguments.operand(0)));
        if (failure.error().isEmpty() && failure.step().isEmpty()) {
            throw new Problem(
                    Exit.INCONCLUSIVE,
                    "no error of a database or of a migration tool in these " + failure.lines() + " lines",
                    "give it the whole output, with the INFO lines before the traceback");
        }
        var unchecked = new StringBuilder();
        var inspection = inspection(unchecked);
        return new ExplainReport(failure, inspection, unchecked.toString()).build();
    }

    /** The text says enough without a database; why there is none is said. */
    private Optional<Inspection> inspection(StringBuilder why) {
        if (session.current().isEmpty() && session.target().isEmpty()) {
            why.append("no connection is open");
            return Optional.empty();
        }
        try {
            return Optional.of(session.inspect());
        } catch (Problem problem) {
            why.append(problem.what());
            return Optional.empty();
        }
    }

    private String text(Optional<String> file) {
        try {
            if (file.isPresent() && !file.get().equals("-")) {
                return text(Files.readAllBytes(session.folder().resolve(file.get())));
            }
            if (file.isEmpty() && !session.isScript()) {
                return session.prompter()
                        .paste("paste the error, then Enter and Ctrl-D")
                        .orElseThrow(() ->
                                new Problem(Exit.USAGE, "explain needs a file with the output", "explain deploy.log"));
            }
            return text(input.readAllBytes());
        } catch (IOException failure) {
            throw unreadable(file.orElse("-"), failure);
        } catch (UncheckedIOException failure) {
            throw unreadable(file.orElse("-"), failure);
        }
    }

    private static Problem unreadable(String file, Exception failure) {
        return new Problem(
                Exit.USAGE, "cannot read " + (file.equals("-") ? "standard input" : file), "explain FILE", failure);
    }

    private static String text(byte[] bytes) {
        var from = Math.max(0, bytes.length - MOST);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
