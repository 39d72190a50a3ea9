package dev.restamp.shell;

import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl;
import dev.restamp.postgres.Limits;
import dev.restamp.postgres.Secret;
import dev.restamp.practice.Practice;
import dev.restamp.shell.ConnectChoice.Asking;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.OpenConnection.Label;
import dev.restamp.shell.profile.Profile;
import dev.restamp.shell.profile.Profiles;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens connections: as the request says, else the command line of the program, else the profile, else the environment. */
final class ConnectionFactory {
    private final Session session;
    private final Map<String, String> environment;
    private final Function<DatabaseUrl, String> freeName;
    private ConnectChoice choice = ConnectChoice.NONE;

    /** @param freeName makes a name for a connection that nobody has given one */
    ConnectionFactory(Session session, Map<String, String> environment, Function<DatabaseUrl, String> freeName) {
        this.session = session;
        this.environment = environment;
        this.freeName = freeName;
    }

    void choose(ConnectChoice said) {
        choice = said;
    }

    /** What keeps everything else out of reach; empty where no practice runs. */
    Optional<ClosedWorld> closedWorld() {
        return session.practice().map(running -> new ClosedWorld(running, ownProfiles()));
    }

    /** @throws Problem where it is the name of a profile that there is not */
    Optional<Target> target() {
        return closedWorld()
                .map(ClosedWorld::target)
                .or(() -> choice.target().map(targets()::named))
                .or(() -> targets().fromEnvironment());
    }

    /** Those of a practice while one runs. */
    Profiles profiles() {
        return session.practice().isPresent() ? new Profiles(session.state().config(), true) : ownProfiles();
    }

    private Profiles ownProfiles() {
        return new Profiles(session.ownState().config(), choice.config());
    }

    private Targets targets() {
        return new Targets(environment(), profiles());
    }

    private Map<String, String> environment() {
        return closedWorld().map(ClosedWorld::environment).orElse(environment);
    }

    Target check(String text) {
        var target = targets().named(text);
        target.url(environment())
                .password()
                .map(Secret::reveal)
                .ifPresent(session.console().redactor()::learn);
        return target;
    }

    OpenConnection open(ConnectRequest request) {
        return closedWorld().map(world -> practise(request, world)).orElseGet(() -> openAnywhere(request));
    }

    /** To the database to work on of a practice that the session does not know of. */
    OpenConnection beside(Practice other) {
        return practise(ConnectRequest.DEFAULT, new ClosedWorld(other, ownProfiles()));
    }

    private OpenConnection openAnywhere(ConnectRequest request) {
        // What the command line says of a password or a label is about its own target, and must not go to another
        // server.
        var isChosen = request.target().isEmpty();
        var target = request.target()
                .map(targets()::named)
                .or(this::target)
                .orElseThrow(Targets::none)
                .with(request.keywords());
        warnOfPasswordInView(target);
        var said = request.label().or(() -> isChosen ? choice.label() : Optional.empty());
        var passwordFile = isChosen ? choice.passwordFile() : Optional.<Path>empty();
        var login = new Login(session, environment, target, passwordFile, choice.asking());
        var table = request.table()
                .or(session.tableChoice())
                .or(target.profile().map(Profile::table).orElse(TableChoice.NONE));
        return open(request, target, login, label(said, target, login.where()), table);
    }

    /** What the command line of the program says is about the user's own databases. */
    private OpenConnection practise(ConnectRequest request, ClosedWorld world) {
        request.target().ifPresent(world::checkName);
        var target =
                request.target().map(targets()::named).orElseGet(world::target).with(request.keywords());
        world.check(target);
        var login = new Login(session, world.environment(), target, Optional.empty(), Asking.NEVER);
        // Who names nothing means the database that is open under its name already.
        var named = request.target().isEmpty() && request.name().isEmpty()
                ? request.named(login.where().database())
                : request;
        return open(named, target, login, new Label(Environment.PRACTICE, true), request.table());
    }

    private OpenConnection open(ConnectRequest request, Target target, Login login, Label label, TableChoice table) {
        var database = login.open(limits(target));
        database.whenReopened(why -> session.console().remark(Text.of("reconnected: " + why, Style.WARN)));
        return new OpenConnection(
                request.name().or(target::name).orElseGet(() -> freeName.apply(login.where())),
                database,
                label,
                table,
                target,
                request.tracker());
    }

    private Limits limits(Target target) {
        return choice.timeout()
                .or(() -> target.profile().flatMap(Profile::timeout))
                .map(Limits.DEFAULT::withStatement)
                .orElse(Limits.DEFAULT);
    }

    /** An unknown host counts as production. */
    private Label label(Optional<Environment> said, Target target, DatabaseUrl where) {
        return said.or(() -> target.profile().flatMap(Profile::label))
                .or(() -> profiles().label(where, environment))
                .map(known -> new Label(known, true))
                .orElseGet(() -> new Label(where.isLoopback() ? Environment.DEV : Environment.PROD, false));
    }

    /** The command line of a process can be read by every user of the machine. */
    private void warnOfPasswordInView(Target target) {
        if (choice.target().filter(target.text()::equals).isPresent() && target.holdsPassword()) {
            session.console()
                    .remark(Text.of(
                            "others can see the password in the list of processes (ps): use $DATABASE_URL, ~/.pgpass or -W",
                            Style.WARN));
        }
    }
}
