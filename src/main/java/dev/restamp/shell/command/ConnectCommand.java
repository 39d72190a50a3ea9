package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.TargetText;
import dev.restamp.shell.ConnectRequest;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.Session;
import dev.restamp.shell.TableChoice;
import dev.restamp.shell.TrackerWish;
import dev.restamp.shell.profile.Profile;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                .operands("[TARGET]", Operand.PROFILE, 0, 20)
                .option("--as", "NAME", Operand.TEXT, "what to call it; else the profile, database or host names it")
                .option("--env", "ENV", Operand.TEXT, "prod, stage or dev; an unknown host counts as prod")
                .option("--direct-host", "HOST", Operand.TEXT, "the same through this host: past a pooler")
                .option("--ssl-root", "FILE", Operand.FILE, "verify the server's certificate with this authority")
                .option("--role", "NAME", Operand.TEXT, "become this role in each transaction, the writing one too")
                .option(TableChoice.NAME_OPTION, "NAME", Operand.TEXT, "its version table, where env.py does not tell")
                .option(TableChoice.SCHEMA_OPTION, "NAME", Operand.TEXT, "the schema that holds the version table")
                .option(
                        TrackerWish.OPTION,
                        "NAME",
                        Operand.TRACKER,
                        "the tool that is meant, where several have been there")
                .example("connect", "to $RESTAMP_PROFILE, $DATABASE_URL, $PGSERVICE or $PGHOST")
                .example("connect postgresql://app@db1.internal/shop", "asks for the password")
                .example("connect postgresql+asyncpg://app@db1/shop?ssl=require --as prod", "a URL of SQLAlchemy")
                .example("connect prod --role shop_owner", "a profile, as the role that owns the tables")
                .example("connect service=stage", "a service of pg_service.conf")
                .example("connect host=db1 dbname=shop user=app", "libpq's keywords")
                .example("connect postgresql://app@db1/shop --schema tenant_7", "one tenant of many")
                .reads()
                .see("connections", "use", "disconnect")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var connection = session.connect(request(arguments));
        look(connection);
        return ConnectionReport.opened(connection, session.projectTracker());
    }

    private static ConnectRequest request(Arguments arguments) {
        return new ConnectRequest(
                target(arguments.operands()),
                arguments.value("--as"),
                arguments.value("--env").map(Environment::named),
                new TableChoice(arguments.value(TableChoice.SCHEMA_OPTION), arguments.value(TableChoice.NAME_OPTION)),
                keywords(arguments),
                arguments.value(TrackerWish.OPTION).map(TrackerWish::named));
    }

    /** One word; libpq's keywords may be several. */
    static Optional<String> target(List<String> words) {
        if (words.size() > 1 && !words.stream().allMatch(word -> word.matches("\\w+=.*"))) {
            throw new Problem(Exit.USAGE, "a target is one word, or keywords: host=… dbname=…", "help connect");
        }
        return words.size() > 1
                ? Optional.of(TargetText.ofKeywords(words))
                : words.stream().findFirst();
    }

    private static Map<String, String> keywords(Arguments arguments) {
        var keywords = new LinkedHashMap<String, String>();
        arguments.value("--role").ifPresent(role -> keywords.put("role", role));
        arguments.value("--ssl-root").ifPresent(root -> keywords.putAll(Profile.verifying(root)));
        arguments.value("--direct-host").ifPresent(host -> keywords.putAll(place(host)));
        return keywords;
    }

    /** {@code host} or {@code host:port}. */
    private static Map<String, String> place(String host) {
        var colon = host.lastIndexOf(':');
        return colon > 0 && host.indexOf(':') == colon
                ? Map.of("host", host.substring(0, colon), "port", host.substring(colon + 1))
                : Map.of("host", host);
    }

    /** So that the prompt and Tab know at once what is there. A database without the project's table may be wanted too. */
    private void look(OpenConnection connection) {
        try {
            if (session.openProject().isPresent() && session.tracker().isEmpty()) {
                session.inspect(connection, (_, reading) -> connection.recognise(reading));
            } else {
                session.recognise(connection);
            }
        } catch (Problem problem) {
            session.console().show(Text.of("not looked at yet: " + problem.what(), Style.WARN));
        }
    }
}
