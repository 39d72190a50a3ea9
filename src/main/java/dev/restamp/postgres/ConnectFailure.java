package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says why a connection could not be opened. The driver says "The connection attempt failed." to most of it. */
final class ConnectFailure {
    private static final String WRONG_PASSWORD = "28P01";

    private final SQLException failure;
    private final DatabaseUrl url;
    private final TlsMode tls;
    private final Limits limits;
    private final boolean passwordGiven;

    private ConnectFailure(SQLException failure, DatabaseUrl url, TlsMode tls, Limits limits, boolean passwordGiven) {
        this.failure = failure;
        this.url = url;
        this.tls = tls;
        this.limits = limits;
        this.passwordGiven = passwordGiven;
    }

    static Problem explain(SQLException failure, DatabaseUrl url, TlsMode tls, Limits limits, boolean passwordGiven) {
        return new ConnectFailure(failure, url, tls, limits, passwordGiven).explain();
    }

    /** Whether this failed because of a password: none given, or not the right one. */
    static boolean needsPassword(Problem problem) {
        return problem.getCause() instanceof SQLException cause && WRONG_PASSWORD.equals(cause.getSQLState());
    }

    /** Whether the same may work with TLS where there was none, or without it where there was. */
    static boolean isAboutTls(SQLException failure) {
        return hasNoTls(failure) || "28000".equals(failure.getSQLState());
    }

    /** The role that was asked for, if it is the role that this is about. */
    static Optional<Problem> noRole(SQLException failure, DatabaseUrl url) {
        var isAboutRole = switch (StatementFailure.state(failure)) {
            // insufficient_privilege, invalid_parameter_value
            case StatementFailure.RIGHTS, "22023" -> url.role().isPresent();
            default -> false;
        };
        return isAboutRole
                ? Optional.of(new Problem(
                                Exit.CONNECTION,
                                url.user() + " cannot become role \""
                                        + url.role().orElseThrow() + "\": " + StatementFailure.message(failure),
                                "connect without --role, or as a member of that role",
                                failure)
                        .coded(ConnectionCode.NO_ROLE.code()))
                : Optional.empty();
    }

    /** The driver has no code for it. Its text is translated, so it is asked for the translation. */
    private static boolean hasNoTls(SQLException failure) {
        return GT.tr("The server does not support SSL.").equals(failure.getMessage());
    }

    private Problem explain() {
        return serverMessage(failure).map(this::refused).orElseGet(this::notReached);
    }

    static Optional<ServerErrorMessage> serverMessage(SQLException failure) {
        return failure instanceof PSQLException answer
                ? Optional.ofNullable(answer.getServerErrorMessage())
                : Optional.empty();
    }

    /** The server answered, and said no. */
    private Problem refused(ServerErrorMessage server) {
        var state = Optional.ofNullable(server.getSQLState()).orElse("");
        var said = Optional.ofNullable(server.getMessage()).orElse("");
        return switch (state) {
            case WRONG_PASSWORD ->
                problem(
                        ConnectionCode.WRONG_PASSWORD,
                        "the server refused the password of " + url.display(),
                        url.provider().wrongPassword());
            case "28000" ->
                problem(
                        ConnectionCode.NOT_ADMITTED,
                        "the server refused " + url.display() + ": " + said,
                        "check the role, sslmode, and the addresses the server lets in");
            case "3D000" ->
                problem(
                        ConnectionCode.NO_DATABASE,
                        "no database \"" + url.database() + "\" on " + where(),
                        "check the part of the URL after the last slash");
            case "53300" ->
                problem(
                        ConnectionCode.TOO_MANY,
                        "too many connections on " + where() + ": " + said,
                        "try again, close idle sessions, or go through the pooler");
            case "57P03" ->
                problem(
                        ConnectionCode.NOT_READY,
                        "the server at " + where() + " is not ready: " + said,
                        "try again in a few seconds");
            default -> refused(said);
        };
    }

    private Problem refused(String said) {
        var what = "the server at " + where() + " refused the connection: " + said;
        return said.contains("startup parameter")
                ? problem(
                        ConnectionCode.POOLER,
                        what,
                        "a pooler stands between: leave `options` out of the URL, or connect to the server itself")
                : problem(ConnectionCode.OTHER, what, "");
    }

    /** Nobody answered, or not as a PostgreSQL server does. */
    private Problem notReached() {
        if (hasNoTls(failure)) {
            return problem(
                    ConnectionCode.NO_TLS,
                    "the server at " + where() + " has no TLS, and sslmode=" + tls.word() + " asks for it",
                    "with sslmode=disable everything, the password too, crosses the network readable");
        }
        // 08004 is the driver's own: it was asked for a password and had none.
        if (!passwordGiven && "08004".equals(failure.getSQLState())) {
            return passwordNeeded();
        }
        if (GT.tr(
                        "Could not find a server with specified targetServerType: {0}",
                        url.driver().getOrDefault("targetServerType", ""))
                .equals(failure.getMessage())) {
            return problem(
                    ConnectionCode.NO_FITTING_HOST,
                    "none of " + where() + " is what target_session_attrs asks for",
                    "leave target_session_attrs out to connect to any of them");
        }
        return notReached(rootOf(failure));
    }

    private Problem passwordNeeded() {
        var unused = url.notes().stream()
                .filter(note -> note.contains(PrivateFile.UNUSED))
                .map(note -> "\n" + note)
                .collect(Collectors.joining());
        return new Problem(
                        Exit.CONNECTION,
                        "password needed for " + url.display(),
                        "use ~/.pgpass, --password-file, or -W to type it" + unused,
                        new SQLException(failure.getMessage(), WRONG_PASSWORD, failure))
                .coded(ConnectionCode.PASSWORD_NEEDED.code());
    }

    private Problem notReached(Throwable root) {
        return switch (root) {
            case UnknownHostException unknown -> unknownHost(unknown);
            case NoRouteToHostException _ -> unreachable();
            case ConnectException connect when isUnreachable(connect) -> unreachable();
            case ConnectException _ ->
                problem(
                        ConnectionCode.NOTHING_LISTENS,
                        "nothing listens on " + where(),
                        "check host and port, and whether the server is up");
            case SocketTimeoutException _ -> noAnswer();
            case EOFException _ -> hungUp();
            case SocketException socket when !isUnreachable(socket) -> hungUp();
            case FileNotFoundException _ -> noRoot(root);
            case CertificateExpiredException _ -> expired("has expired");
            case CertificateNotYetValidException _ -> expired("is not valid yet");
            case GeneralSecurityException _ -> untrusted(root);
            case SSLException _ -> untrusted(root);
            default -> other(root);
        };
    }

    private Problem unknownHost(UnknownHostException unknown) {
        var host = url.hosts().stream()
                .map(DatabaseUrl.Host::name)
                .filter(name -> text(unknown).contains(name))
                .findFirst()
                .orElse(url.host());
        return problem(
                ConnectionCode.UNKNOWN_HOST,
                "unknown host \"" + host + "\"",
                url.provider().unknownHost());
    }

    private Problem other(Throwable root) {
        if (isUnreachable(root)) {
            return unreachable();
        }
        // The driver's own time limit: SQLSTATE 08001 with no cause.
        if (failure.getCause() == null && "08001".equals(failure.getSQLState())) {
            return noAnswer();
        }
        if (tls == TlsMode.VERIFY_FULL && text(root).contains("hostnameverifier")) {
            return problem(
                    ConnectionCode.OTHER_NAME,
                    "the certificate of " + where() + " is for another host name",
                    "connect by the name it is for, or do with sslmode=verify-ca, which does not look at the name");
        }
        return problem(
                ConnectionCode.OTHER,
                "cannot connect to " + where() + ": " + text(root),
                "check that PostgreSQL listens there; restamp -v shows all that the driver said");
    }

    private static boolean isUnreachable(Throwable root) {
        return text(root).contains("unreachable");
    }

    private Problem noAnswer() {
        var seconds = url.driver()
                .getOrDefault("connectTimeout", Long.toString(limits.connect().toSeconds()));
        return problem(
                ConnectionCode.NO_ANSWER,
                "no answer from " + where() + " in " + seconds + " s",
                "check the firewall, the VPN, and the list of addresses the server lets in;"
                        + " connect_timeout=60 in the URL waits longer for a server that wakes up");
    }

    private Problem hungUp() {
        return problem(
                ConnectionCode.HUNG_UP,
                where() + " accepted the connection and closed it at once",
                "check that PostgreSQL listens there, and that the server behind a tunnel or a proxy is up");
    }

    private Problem untrusted(Throwable root) {
        return problem(
                ConnectionCode.UNTRUSTED,
                "no trusted TLS connection to " + where() + ": " + text(root),
                "name the file with the certificate authority: --ssl-root FILE, or sslrootcert=FILE in the URL");
    }

    private Problem expired(String word) {
        return problem(
                ConnectionCode.EXPIRED,
                "the certificate of " + where() + " " + word,
                "have it renewed, and look at the clock of this machine");
    }

    private Problem noRoot(Throwable root) {
        return problem(
                ConnectionCode.NO_ROOT,
                "cannot read the root certificate: " + text(root),
                "name the file with the certificate authority: --ssl-root FILE, or sslrootcert=FILE in the URL");
    }

    private Problem unreachable() {
        return hasOnlyIpv6()
                ? problem(
                        ConnectionCode.ONLY_IPV6,
                        url.host() + " has only an IPv6 address and this machine has no IPv6 route",
                        url.provider().onlyIpv6())
                : problem(ConnectionCode.NO_ROUTE, "no route to " + where(), "check the network and the VPN");
    }

    private boolean hasOnlyIpv6() {
        try {
            return Arrays.stream(InetAddress.getAllByName(url.host())).allMatch(Inet6Address.class::isInstance);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private String where() {
        return url.hosts().size() == 1
                ? url.hosts().getFirst().toString()
                : url.hosts().toString();
    }

    private Problem problem(ConnectionCode code, String what, String hint) {
        return new Problem(Exit.CONNECTION, what, hint, failure).coded(code.code());
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        for (var cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }

    private static String text(Throwable root) {
        @Nullable String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
