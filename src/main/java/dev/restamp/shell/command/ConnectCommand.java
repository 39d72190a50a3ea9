package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.Session;
import dev.restamp.shell.TableChoice;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.Arrays;
import java.util.Optional;

/** {@code connect}: opens a connection that can only read, beside those that are open. */
final class ConnectCommand implements ShellCommand {
    private final Session session;

    ConnectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("connect", Group.CONNECT, "Open a connection, beside those that are open")
                .operands("[URL]", Operand.URL, 0, 1)
                .option("--as", "NAME", Operand.TEXT, "what to call it; else the database or the host names it")
                .option("--env", "ENV", Operand.TEXT, "prod, stage or dev; an unknown host counts as prod")
                .option(TableChoice.NAME_OPTION, "NAME", Operand.TEXT, "its version table, where env.py does not tell")
                .option(TableChoice.SCHEMA_OPTION, "NAME", Operand.TEXT, "the schema that holds the version table")
                .example("connect", "to $DATABASE_URL")
                .example("connect postgresql://app@db1.internal/shop", "asks for the password")
                .example("connect postgresql+asyncpg://app@db1/shop?ssl=require --as prod", "a URL of SQLAlchemy")
                .example("connect postgresql://app@db1/shop --schema tenant_7", "one tenant of many")
                .reads()
                .see("connections", "use", "disconnect")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var url = arguments
                .operand(0)
                .or(session::target)
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "connect needs a URL: $DATABASE_URL is not set",
                        "connect postgresql://user@host/database"));
        var connection = session.connect(url, arguments.value("--as"), label(arguments), table(arguments));
        look(connection);
        return ConnectionReport.opened(connection);
    }

    /** So that the prompt and Tab know at once what is there. A database without the project's table may be wanted too. */
    private void look(OpenConnection connection) {
        if (session.openProject().isPresent()) {
            try {
                session.inspect(connection);
            } catch (Problem problem) {
                session.console().show(Text.of("not looked at yet: " + problem.what(), Style.WARN));
            }
        }
    }

    private static TableChoice table(Arguments arguments) {
        return new TableChoice(arguments.value(TableChoice.SCHEMA_OPTION), arguments.value(TableChoice.NAME_OPTION));
    }

    private static Optional<Environment> label(Arguments arguments) {
        return arguments.value("--env").map(ConnectCommand::environment);
    }

    private static Environment environment(String word) {
        return Arrays.stream(Environment.values())
                .filter(one -> one != Environment.PRACTICE && one.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Problem(Exit.USAGE, "--env is prod, stage or dev, not \"" + word + "\"", "help connect"));
    }
}
