package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.TargetText;
import dev.restamp.shell.ConnectRequest;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.Session;
import dev.restamp.shell.TableChoice;
import dev.restamp.shell.Target;
import dev.restamp.shell.TimeLimit;
import dev.restamp.shell.profile.Profile;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.Map;
import java.util.Optional;

/** {@code profile}: connections that have a name, in {@code config.toml}. */
final class ProfileCommand implements ShellCommand {
    private final Session session;

    ProfileCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("profile", Group.CONNECT, "Keep connections under a name in config.toml, without passwords")
                .operands("[list | add NAME [TARGET] | show NAME | test NAME | remove NAME]", Operand.PROFILE, 0, 22)
                .words("list", "add", "show", "test", "remove")
                .option("--env", "ENV", Operand.TEXT, "what kind of database it is: prod, stage or dev")
                .option("--role", "NAME", Operand.TEXT, "become this role in each transaction")
                .option("--ssl-root", "FILE", Operand.FILE, "verify the server's certificate with this authority")
                .option(TableChoice.SCHEMA_OPTION, "NAME", Operand.TEXT, "the schema that holds the version table")
                .option(TableChoice.NAME_OPTION, "NAME", Operand.TEXT, "its version table")
                .option("--timeout", "TIME", Operand.TEXT, "for one statement: 15s, 2min, 500ms")
                .example("profile", "what there is, and in which file")
                .example("profile add prod --env prod", "keeps the current connection, and that it is production")
                .example("profile add stage service=stage --env stage", "a service of pg_service.conf")
                .example("profile test prod", "connects, says what is there, and disconnects")
                .example("profile remove prod", "the database is not touched")
                .reads()
                .see("connect", "use")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var word = arguments.operand(0).orElse("list");
        return switch (word) {
            case "list" ->
                ProfileReport.list(session.profiles().file(), session.profiles().all());
            case "add" -> add(name(arguments), arguments);
            case "show" -> ProfileReport.show(session.profiles().get(name(arguments)));
            case "test" -> test(name(arguments));
            case "remove" -> remove(name(arguments));
            default ->
                throw new Problem(
                        Exit.USAGE,
                        "profile knows list, add, show, test and remove, not \"" + word + "\"",
                        "help profile");
        };
    }

    private static String name(Arguments arguments) {
        var name = arguments
                .operand(1)
                .orElseThrow(() -> new Problem(
                        Exit.USAGE, "profile " + arguments.operands().getFirst() + " needs a NAME", "help profile"));
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw new Problem(
                    Exit.USAGE, "\"" + name + "\" cannot name a profile", "letters, digits, - and _: profile add prod");
        }
        return name;
    }

    private Report add(String name, Arguments arguments) {
        var words = arguments.operands().subList(2, arguments.operands().size());
        var given = ConnectCommand.target(words).map(session::check);
        var target = given.or(this::known)
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "profile add needs a URL, or a connection that is open",
                        "profile add " + name + " postgresql://user@host/database"));
        session.profiles().add(profile(name, target, arguments));
        var report = Report.builder()
                .line("added " + name + " to " + session.profiles().file())
                .json("added", name)
                .json("file", session.profiles().file().toString())
                .json("password_left_out", target.holdsPassword());
        if (target.holdsPassword()) {
            report.line(Text.of("its password was left out: keep it in ~/.pgpass, or type it", Style.WARN));
        }
        return report.build(Exit.OK);
    }

    /** What is open now, else what the environment says. */
    private Optional<Target> known() {
        return session.current().map(OpenConnection::toKeep).or(session::target);
    }

    private static Profile profile(String name, Target target, Arguments arguments) {
        var before = target.keywords();
        return new Profile(
                name,
                TargetText.withoutPassword(target.text()),
                arguments.value("--env").map(Environment::named),
                arguments.value("--role").or(() -> Optional.ofNullable(before.get("role"))),
                arguments.value("--ssl-root").or(() -> Optional.ofNullable(before.get("sslrootcert"))),
                new TableChoice(arguments.value(TableChoice.SCHEMA_OPTION), arguments.value(TableChoice.NAME_OPTION)),
                arguments.value("--timeout").map(TimeLimit::parse),
                Profile.URL_VARIABLE,
                Map.of());
    }

    private Report test(String name) {
        try (var connection = session.open(ConnectRequest.to(Optional.of(name)))) {
            return ConnectionReport.opened(connection, Optional.empty());
        }
    }

    private Report remove(String name) {
        session.profiles().remove(name);
        return Report.builder()
                .line("removed " + name + " from " + session.profiles().file())
                .json("removed", name)
                .build(Exit.OK);
    }
}
