package dev.restamp.shell.upgrade;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.ToolConnection;
import dev.restamp.postgres.ToolSessions;
import dev.restamp.shell.Interrupts;
import dev.restamp.tracker.MigrationTool;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs a project's tool, whatever its form, so that Ctrl-C ends it. */
public final class ToolRunner {
    /** How long a tool may take to end after Ctrl-C: it rolls back, and gives up its locks. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final Interrupts interrupts;
    private final Consumer<String> listener;

    /** @param listener hears what the tool says; it may hold anything, secrets too */
    public ToolRunner(Interrupts interrupts, Consumer<String> listener) {
        this.interrupts = interrupts;
        this.listener = listener;
    }

    /**
     * Runs it to its end.
     *
     * @throws Problem with {@code Exit.PROJECT} where the tool is not there, with {@code Exit.INTERRUPTED} after Ctrl-C
     */
    public ToolRun run(MigrationTool tool, Optional<String> target, ToolEnvironment environment, Database database) {
        var start = System.nanoTime();
        var output = new ToolOutput(listener);
        var exit = switch (tool) {
            case MigrationTool.Program program -> run(program, target, environment, database, output);
            case MigrationTool.Library library -> run(library, target, database, output);
        };
        interrupted(tool.typed(target));
        var time = Duration.ofNanos(System.nanoTime() - start);
        return new ToolRun(exit.succeeded(), exit.code(), output.lines(), time);
    }

    private record End(boolean succeeded, OptionalInt code) {}

    private End run(
            MigrationTool.Program program,
            Optional<String> target,
            ToolEnvironment environment,
            Database database,
            ToolOutput output) {
        var sessions = ToolSessions.of(application(program), database);
        var variables = new HashMap<>(environment.variables());
        variables.put("PGAPPNAME", sessions.application());
        var child = new ChildProcess(program.command(target), program.folder(), variables, output);
        var code = interrupts
                .stoppable(
                        () -> {
                            child.stop();
                            Thread.ofVirtual().start(sessions::cancel);
                        },
                        child::run)
                .orElseThrow(() -> absent(program, program.start().getFirst() + " is not there"));
        if (code != 0) {
            output.lines().stream()
                    .filter(line -> program.absent().matcher(line).find())
                    .findFirst()
                    .ifPresent(line -> {
                        throw absent(program, line);
                    });
        }
        return new End(code == 0, OptionalInt.of(code));
    }

    private static Problem absent(MigrationTool.Program program, String why) {
        return new Problem(
                Exit.PROJECT, program.typed() + " cannot be run, nothing has been written: " + why, program.install());
    }

    private End run(MigrationTool.Library library, Optional<String> target, Database database, ToolOutput output) {
        try (var connection = new ToolConnection(database, application(library))) {
            return interrupts.stoppable(() -> stop(connection), () -> upgrade(library, target, connection, output));
        }
    }

    /** The word it is started with: {@code flyway}. */
    private static String application(MigrationTool tool) {
        return tool.typed(Optional.empty()).split(" ", 2)[0];
    }

    private End upgrade(
            MigrationTool.Library library, Optional<String> target, ToolConnection connection, ToolOutput output) {
        try {
            library.upgrade(target, connection, output);
            return new End(true, OptionalInt.empty());
        } catch (Problem problem) {
            if (problem.exit() != Exit.NOT_WRITTEN) {
                throw problem;
            }
            return failed(problem.what(), output);
        } catch (RuntimeException failure) {
            return failed(String.valueOf(failure.getMessage()), output);
        }
    }

    /** What it ran before stays, and what it says last is said of the whole run. */
    private static End failed(String message, ToolOutput output) {
        message.lines().forEach(output);
        return new End(false, OptionalInt.empty());
    }

    private static void stop(ToolConnection connection) {
        connection.cancel();
        later(() -> false, connection::close);
    }

    /** Does something when the time of grace is over, unless it is not needed any more. */
    static void later(BooleanSupplier over, Runnable work) {
        Thread.ofVirtual().start(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(GRACE.toMillis());
                if (!over.getAsBoolean()) {
                    work.run();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void interrupted(String typed) {
        if (interrupts.isInterrupted()) {
            throw new Problem(
                    Exit.INTERRUPTED, "interrupted: " + typed + " was stopped", "look at what it left: `status`");
        }
    }
}
