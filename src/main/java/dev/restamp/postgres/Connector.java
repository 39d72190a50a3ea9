package dev.restamp.postgres;

import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.Host;
import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.core.BaseConnection;

/** Opens connections that survive a transaction pooler: nothing is prepared, nothing is set for the session. */
final class Connector {
    /** What the network may add to a statement's own limit before the connection counts as lost. */
    static final Duration GRACE = Duration.ofSeconds(15);

    private final DatabaseUrl url;
    private final Limits limits;
    private final Renewal renewal;
    private volatile Optional<Secret> password;

    Connector(DatabaseUrl url, Optional<Secret> password, Limits limits, Renewal renewal) {
        this.url = url;
        this.password = password.or(url::password);
        this.limits = limits;
        this.renewal = renewal;
    }

    DatabaseUrl url() {
        return url;
    }

    /** The one that opens it now: of the URL, typed, or read from a file. */
    Optional<Secret> password() {
        return password;
    }

    Limits limits() {
        return limits;
    }

    /** The same with another limit on a statement. */
    Connector unhurried(Duration longest) {
        return new Connector(url, password, limits.withStatement(longest), renewal);
    }

    /** An open connection, and how much of TLS it got. */
    record Opened(Connection connection, TlsMode tls) {
        /** Which of several hosts it leads to. */
        Host host() throws SQLException {
            var host =
                    connection.unwrap(BaseConnection.class).getQueryExecutor().getHostSpec();
            return new Host(host.getHost(), host.getPort());
        }
    }

    /** From now on a password that was typed has to be typed again. */
    void forgetPassword() {
        password = url.password();
    }

    /**
     * Opens a connection, if need be with a new password.
     *
     * @throws Problem with {@code Exit.CONNECTION}
     */
    Opened open() {
        try {
            return tryModes();
        } catch (Problem problem) {
            var renewed = ConnectFailure.needsPassword(problem) ? renewal.password(problem) : Optional.<Secret>empty();
            if (renewed.isEmpty()) {
                throw problem;
            }
            password = renewed;
            return tryModes();
        }
    }

    private Opened tryModes() {
        var modes = attempts(url.tls(), url.isLoopback());
        for (var mode : modes.subList(0, modes.size() - 1)) {
            try {
                return open(mode);
            } catch (SQLException failure) {
                if (!ConnectFailure.isAboutTls(failure)) {
                    throw ConnectFailure.explain(failure, url, mode, limits, password.isPresent());
                }
            }
        }
        try {
            return open(modes.getLast());
        } catch (SQLException failure) {
            throw ConnectFailure.explain(failure, url, modes.getLast(), limits, password.isPresent());
        }
    }

    /**
     * The driver could try both itself, but it does not tell which one it got. What never leaves this machine gains nothing
     * by TLS, and a server or a proxy here seldom has it: trying it first costs a fifth of a short command's time.
     */
    private static List<TlsMode> attempts(TlsMode mode, boolean loopback) {
        return switch (mode) {
            case PREFER ->
                loopback ? List.of(TlsMode.DISABLE, TlsMode.REQUIRE) : List.of(TlsMode.REQUIRE, TlsMode.DISABLE);
            case ALLOW -> List.of(TlsMode.DISABLE, TlsMode.REQUIRE);
            case DISABLE, REQUIRE, VERIFY_CA, VERIFY_FULL -> List.of(mode);
        };
    }

    private Opened open(TlsMode tls) throws SQLException {
        var connection = new Driver().connect(address(), properties(tls));
        if (connection == null) {
            throw new SQLException("not an address the driver knows: " + address());
        }
        return new Opened(connection, tls);
    }

    private String address() {
        return "jdbc:postgresql://"
                + url.hosts().stream().map(Host::toString).collect(Collectors.joining(","))
                + "/"
                + URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
    }

    private Properties properties(TlsMode tls) throws SQLException {
        var properties = new Properties();
        properties.putAll(url.driver());
        PGProperty.USER.set(properties, url.user());
        // An empty one keeps the driver from looking for a passfile of its own, which it does not check.
        PGProperty.PASSWORD.set(properties, password.map(Secret::reveal).orElse(""));
        PGProperty.SSL_MODE.set(properties, tls.word());
        PGProperty.APPLICATION_NAME.set(properties, "restamp");
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds(limits.statement().plus(GRACE)));
        if (!PGProperty.CONNECT_TIMEOUT.isPresent(properties)) {
            PGProperty.CONNECT_TIMEOUT.set(properties, seconds(limits.connect()));
        }
        PGProperty.LOGIN_TIMEOUT.set(
                properties,
                PGProperty.CONNECT_TIMEOUT.getInt(properties) * url.hosts().size());
        return properties;
    }

    private static int seconds(Duration time) {
        return Math.clamp(time.plusMillis(999).toSeconds(), 1, Integer.MAX_VALUE / 1000);
    }
}
