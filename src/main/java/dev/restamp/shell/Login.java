package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ConnectionCode;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.DatabaseUrl;
import dev.restamp.postgres.Limits;
import dev.restamp.postgres.PrivateFile;
import dev.restamp.postgres.Secret;
import dev.restamp.shell.ConnectChoice.Asking;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Opens one database: finds its password, and asks for it where that may be done; again when the server refuses it later,
 * as it does with a token that has expired.
 */
final class Login {
    private final Session session;
    private final Map<String, String> environment;
    private final Target target;
    private final DatabaseUrl where;
    private final Optional<Path> passwordFile;
    private final Asking asking;

    /**
     * @param environment to read the target with, now and again when its password is refused
     * @param passwordFile goes before every other password
     */
    Login(Session session, Map<String, String> environment, Target target, Optional<Path> passwordFile, Asking asking) {
        this.session = session;
        this.environment = environment;
        this.target = target;
        this.where = target.url(environment);
        this.passwordFile = passwordFile;
        this.asking = asking;
    }

    DatabaseUrl where() {
        return where;
    }

    /** @throws Problem with {@code Exit.CONNECTION}, or with {@code Exit.USAGE} in a script where a parameter is unknown */
    Database open(Limits limits) {
        var redactor = session.console().redactor();
        redactor.spare(where.user());
        redactor.spare(where.database());
        where.hosts().forEach(host -> redactor.spare(host.name()));
        where.password().ifPresent(this::learn);
        if ((session.isScript() || session.console().isForPrograms())
                && !where.unknown().isEmpty()) {
            throw ConnectionCode.CANNOT_DO.problem(
                    Exit.USAGE,
                    "the URL has parameters nobody knows: " + String.join(", ", where.unknown()),
                    "leave them out");
        }
        return Database.connect(where, first(), limits, this::again);
    }

    /** The password to begin with, where it is not the one of the URL. */
    private Optional<Secret> first() {
        if (asking == Asking.ALWAYS) {
            if (!session.prompter().isSomebodyThere()) {
                throw needed("-W asks for a password", Optional.empty());
            }
            return Optional.of(ask().orElseThrow(() -> needed("no password was typed", Optional.empty())));
        }
        return passwordFile.map(this::read);
    }

    private Optional<Secret> again(Problem why) {
        var fresh =
                passwordFile.map(this::read).or(() -> target.url(environment).password());
        if (fresh.isPresent() && passwordFile.isEmpty() && !fresh.equals(where.password())) {
            learn(fresh.get());
            return fresh;
        }
        if (asking == Asking.NEVER) {
            return Optional.empty();
        }
        if (session.prompter().isSomebodyThere()) {
            return ask();
        }
        if (fresh.isPresent()) {
            return Optional.empty();
        }
        throw needed("password needed for " + where.display(), Optional.of(why));
    }

    private Problem needed(String what, Optional<Problem> why) {
        var more = why.map(Problem::hint).stream()
                .flatMap(String::lines)
                .skip(1)
                .reduce("", (lines, line) -> lines + "\n" + line);
        var hint = "use ~/.pgpass, --password-file FILE or $PGPASSWORD" + more;
        var problem = why.map(cause -> new Problem(Exit.CONNECTION, what + " and this is not a terminal", hint, cause))
                .orElseGet(() -> new Problem(Exit.CONNECTION, what + " and this is not a terminal", hint));
        return problem.coded(ConnectionCode.PASSWORD_NEEDED.code());
    }

    private Optional<Secret> ask() {
        var typed = session.prompter().password("password for " + where.display() + ": ");
        typed.ifPresent(this::learn);
        return typed;
    }

    private Secret read(Path file) {
        var secret = PrivateFile.password(file);
        learn(secret);
        return secret;
    }

    private void learn(Secret secret) {
        session.console().redactor().learn(secret.reveal());
    }
}
