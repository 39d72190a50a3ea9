package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
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
                        "the server refused the password of " + url.display(),
                        "check it where it comes from; type it with -W; a token may have expired");
            case "28000" ->
                problem(
                        "the server refused " + url.display() + ": " + said,
                        "check the role, sslmode, and the addresses the server lets in");
            case "3D000" ->
                problem(
                        "no database \"" + url.database() + "\" on " + where(),
                        "check the part of the URL after the last slash");
            case "53300" ->
                problem(
                        "too many connections on " + where() + ": " + said,
                        "try again, close idle sessions, or go through the pooler");
            case "57P03" ->
                problem("the server at " + where() + " is not ready: " + said, "try again in a few seconds");
            default -> problem("the server at " + where() + " refused the connection: " + said, startupHint(said));
        };
    }

    private static String startupHint(String said) {
        return said.contains("startup parameter")
                ? "a pooler stands between: leave `options` out of the URL, or connect to the server itself"
                : "";
    }

    /** Nobody answered, or not as a PostgreSQL server does. */
    private Problem notReached() {
        if (hasNoTls(failure)) {
            return problem(
                    "the server at " + where() + " has no TLS, and sslmode=" + tls.word() + " asks for it",
                    "with sslmode=disable everything, the password too, crosses the network readable");
        }
        // 08004 is the driver's own: it was asked for a password and had none.
        if (!passwordGiven && "08004".equals(failure.getSQLState())) {
            return new Problem(
                    Exit.CONNECTION,
                    "password needed for " + url.display(),
                    "use ~/.pgpass, --password-file, or -W to type it",
                    new SQLException(failure.getMessage(), WRONG_PASSWORD, failure));
        }
        return notReached(rootOf(failure));
    }

    private Problem notReached(Throwable root) {
        return switch (root) {
            case UnknownHostException _ -> problem("unknown host \"" + url.host() + "\"", unknownHostHint());
            case NoRouteToHostException _ -> unreachable();
            case ConnectException connect when isUnreachable(connect) -> unreachable();
            case ConnectException _ ->
                problem("nothing listens on " + where(), "check host and port, and whether the server is up");
            case SocketTimeoutException _ -> noAnswer();
            case GeneralSecurityException _ -> untrusted(root);
            case SSLException _ -> untrusted(root);
            default -> other(root);
        };
    }

    private Problem other(Throwable root) {
        if (isUnreachable(root)) {
            return unreachable();
        }
        // The driver's own time limit: SQLSTATE 08001 with no cause.
        if (failure.getCause() == null && "08001".equals(failure.getSQLState())) {
            return noAnswer();
        }
        return problem("cannot connect to " + where() + ": " + text(root), "");
    }

    private static boolean isUnreachable(Throwable root) {
        return text(root).contains("unreachable");
    }

    private Problem noAnswer() {
        return problem(
                "no answer from " + where() + " in " + limits.connect().toSeconds() + " s",
                "check the firewall, the VPN, and the list of addresses the server lets in");
    }

    private Problem untrusted(Throwable root) {
        return problem(
                "no trusted TLS connection to " + where() + ": " + text(root),
                "name the certificate authority with sslrootcert=FILE");
    }

    private Problem unreachable() {
        return hasOnlyIpv6()
                ? problem(
                        url.host() + " has only an IPv6 address and this machine has no IPv6 route",
                        isSupabase()
                                ? "use the session pooler: postgres.<ref>@aws-0-<region>.pooler.supabase.com:5432 (Supabase"
                                        + " dashboard, Connect, \"Session pooler\")"
                                : "use a host name that has an IPv4 address")
                : problem("no route to " + where(), "check the network and the VPN");
    }

    private boolean hasOnlyIpv6() {
        try {
            return Arrays.stream(InetAddress.getAllByName(url.host())).allMatch(Inet6Address.class::isInstance);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private String unknownHostHint() {
        if (url.host().endsWith(".railway.internal")) {
            return "this name exists only inside Railway; use DATABASE_PUBLIC_URL";
        }
        return isSupabase()
                ? "Supabase's direct host has only an IPv6 address; use the session pooler (dashboard, Connect)"
                : "check the spelling, and whether the name is known outside of its own network";
    }

    private boolean isSupabase() {
        return url.host().endsWith(".supabase.co");
    }

    private String where() {
        return url.hosts().size() == 1
                ? url.hosts().getFirst().toString()
                : url.hosts().toString();
    }

    private Problem problem(String what, String hint) {
        return new Problem(Exit.CONNECTION, what, hint, failure);
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
