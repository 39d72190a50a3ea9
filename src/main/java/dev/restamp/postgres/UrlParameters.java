package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.Host;
import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What follows the question mark: libpq's parameters, and those of SQLAlchemy, asyncpg, Prisma, node-pg and JDBC.
 *
 * <p>Each is either done as asked, or named in a note, or refused where ignoring it would be less safe than asked.
 */
final class UrlParameters {
    private final Map<String, String> values;
    private final List<String> notes;
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, String> driver = new LinkedHashMap<>();
    private Optional<TlsMode> tls = Optional.empty();
    private Optional<String> searchPath = Optional.empty();
    private boolean pooler;

    private UrlParameters(Map<String, String> values, List<String> notes) {
        this.values = values;
        this.notes = notes;
    }

    /** @param text what follows the question mark; empty where nothing does */
    static UrlParameters read(String text, List<String> notes) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                Runnable stray = () -> notes.add("a \"%\" in a parameter taken as it stands; write it as %25");
                values.put(
                        Percent.decode(name, stray),
                        Percent.decode(equals < 0 ? "" : pair.substring(equals + 1), stray));
            }
        }
        return new UrlParameters(values, notes);
    }

    /** How many {@code @} are where none belongs: then the question mark was one of a password. */
    long signsInNames() {
        return values.keySet().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '@')
                .count();
    }

    /** A parameter that names a part of the URL; from then on it counts as read. */
    Optional<String> take(String name) {
        return Optional.ofNullable(values.remove(name)).filter(value -> !value.isEmpty());
    }

    DatabaseUrl finish(
            List<Host> hosts,
            String database,
            String user,
            Optional<Secret> password,
            Map<String, String> environment) {
        values.forEach(this::read);
        readEnvironment(environment);
        var mode = tls.orElse(TlsMode.PREFER);
        if (mode == TlsMode.VERIFY_CA || mode == TlsMode.VERIFY_FULL) {
            // The driver would look under Java's user.home, which is not $HOME.
            Optional.ofNullable(environment.get("HOME"))
                    .ifPresent(home -> driver.putIfAbsent("sslrootcert", home + "/.postgresql/root.crt"));
        }
        return new DatabaseUrl(hosts, database, user, password, mode, searchPath, pooler, driver, notes, unknown);
    }

    private void read(String name, String value) {
        switch (name) {
            case "sslmode" -> tls = Optional.of(mode(value));
            case "ssl", "sslaccept", "requiressl" -> readSsl(name, value);
            case "sslrootcert" -> readRoot(value);
            case "sslcert", "sslkey" -> driver.put(name, value);
            case "sslnegotiation" -> driver.put("sslNegotiation", value);
            case "connect_timeout", "connectTimeout" -> driver.put("connectTimeout", seconds(name, value));
            case "channel_binding", "channelBinding" -> driver.put("channelBinding", value);
            case "require_auth", "requireAuth" -> driver.put("requireAuth", value);
            case "target_session_attrs" -> driver.put("targetServerType", serverType(value));
            case "targetServerType" -> driver.put(name, value);
            case "load_balance_hosts", "loadBalanceHosts" ->
                driver.put(
                        "loadBalanceHosts",
                        String.valueOf(List.of("random", "true").contains(value)));
            case "options" -> readOptions(value);
            case "schema" -> searchPath = Optional.of(quoted(value));
            case "currentSchema", "search_path" -> searchPath = Optional.of(value);
            case "pgbouncer" -> pooler = value.equals("true");
            case "application_name", "ApplicationName", "fallback_application_name" ->
                notes.add(name + " stays restamp, so that others see who it is");
            case "sslcrl",
                    "sslcrldir",
                    "ssl_min_protocol_version",
                    "ssl_max_protocol_version",
                    "sslpassword",
                    "requirepeer",
                    "service" ->
                throw new Problem(
                        Exit.USAGE,
                        "the URL asks for " + name + ", which restamp cannot do",
                        "leave it out only if you can do without");
            case "gssencmode", "gssEncMode" -> readGss(value);
            case "connection_limit",
                    "pool_timeout",
                    "pool_size",
                    "max_overflow",
                    "pool_mode",
                    "pool_pre_ping",
                    "statement_cache_size",
                    "prepared_statement_cache_size",
                    "prepared_statement_name_func",
                    "prepareThreshold",
                    "prepare_threshold",
                    "preferQueryMode",
                    "socket_timeout",
                    "socketTimeout",
                    "loginTimeout",
                    "keepalives",
                    "keepalives_idle",
                    "keepalives_interval",
                    "keepalives_count",
                    "tcp_user_timeout",
                    "tcpKeepAlive",
                    "client_encoding",
                    "charset",
                    "sslsni",
                    "sslcompression",
                    "reWriteBatchedInserts",
                    "readOnly",
                    "async_fallback",
                    "supa" -> notes.add(name + " is of no use here");
            default -> {
                unknown.add(name);
                notes.add("unknown parameter \"" + name + "\" ignored");
            }
        }
    }

    private void readSsl(String name, String value) {
        var mode = switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "", "accept_invalid_certs", "no-verify" -> TlsMode.REQUIRE;
            case "false", "0" -> TlsMode.DISABLE;
            case "strict" -> TlsMode.VERIFY_FULL;
            case String other -> mode(other);
        };
        tls = Optional.of(mode);
        notes.add(name + " -> sslmode=" + mode.word());
    }

    private void readRoot(String value) {
        if (value.equals("system")) {
            driver.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
            notes.add("sslrootcert=system: the authorities that Java knows");
        } else {
            driver.put("sslrootcert", value);
        }
    }

    private void readGss(String value) {
        if (value.equals("require")) {
            throw new Problem(Exit.USAGE, "the URL asks for gssencmode=require, which restamp cannot do", "");
        }
    }

    /** Takes the search path out: a pooler refuses to start with any option. */
    private void readOptions(String value) {
        var rest = new ArrayList<String>();
        for (var option : value.strip().replaceAll("-c\\s+", "-c").split("\\s+", -1)) {
            var setting = option.replaceFirst("^(-c|--)", "");
            if (setting.startsWith("search_path=")) {
                searchPath = Optional.of(setting.substring("search_path=".length()));
            } else if (!option.isEmpty()) {
                rest.add(option);
            }
        }
        if (!rest.isEmpty()) {
            driver.put("options", String.join(" ", rest));
        }
    }

    private void readEnvironment(Map<String, String> environment) {
        fromEnvironment(environment, "PGSSLMODE", "sslmode", tls.isEmpty());
        fromEnvironment(environment, "PGSSLROOTCERT", "sslrootcert", !driver.containsKey("sslrootcert"));
        fromEnvironment(environment, "PGSSLCERT", "sslcert", !driver.containsKey("sslcert"));
        fromEnvironment(environment, "PGSSLKEY", "sslkey", !driver.containsKey("sslkey"));
        fromEnvironment(environment, "PGCONNECT_TIMEOUT", "connect_timeout", !driver.containsKey("connectTimeout"));
        fromEnvironment(environment, "PGCHANNELBINDING", "channel_binding", !driver.containsKey("channelBinding"));
        fromEnvironment(
                environment, "PGTARGETSESSIONATTRS", "target_session_attrs", !driver.containsKey("targetServerType"));
        fromEnvironment(environment, "PGOPTIONS", "options", !values.containsKey("options"));
    }

    private void fromEnvironment(Map<String, String> environment, String variable, String parameter, boolean wanted) {
        var value = environment.getOrDefault(variable, "");
        if (wanted && !value.isEmpty()) {
            read(parameter, value);
            notes.add(parameter + " from $" + variable);
        }
    }

    private static TlsMode mode(String value) {
        for (var mode : TlsMode.values()) {
            if (mode.word().equals(value)) {
                return mode;
            }
        }
        if (value.equals("no-verify")) {
            return TlsMode.REQUIRE;
        }
        throw new Problem(
                Exit.USAGE,
                "unknown sslmode \"" + value + "\"",
                "one of disable, allow, prefer, require, verify-ca, verify-full");
    }

    private static String serverType(String value) {
        return switch (value) {
            case "any" -> "any";
            case "read-write", "primary" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            default ->
                throw new Problem(
                        Exit.USAGE,
                        "unknown target_session_attrs \"" + value + "\"",
                        "one of any, read-write, read-only, primary, standby, prefer-standby");
        };
    }

    private static String seconds(String name, String value) {
        if (!value.matches("\\d{1,6}")) {
            throw new Problem(Exit.USAGE, name + " is not a number of seconds: " + value, "");
        }
        return value;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
