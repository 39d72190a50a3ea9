package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.Host;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What libpq's keywords ask for. Each is either done as asked, or named in a note, or refused where ignoring it would be
 * less safe than asked.
 */
final class Keywords {
    private final Map<String, String> values;
    private final Map<String, String> environment;
    private final List<String> notes;
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, String> driver = new LinkedHashMap<>();
    private Optional<String> searchPath = Optional.empty();
    private Optional<String> role = Optional.empty();
    private boolean pooler;

    Keywords(Map<String, String> values, Map<String, String> environment, List<String> notes) {
        this.values = new LinkedHashMap<>(values);
        this.environment = environment;
        this.notes = notes;
    }

    DatabaseUrl read() {
        var tls = TlsWish.take(values);
        var hosts = HostList.read(take("host"), take("hostaddr"), take("port"), tls.isFull(), notes);
        var user = take("user").orElseGet(() -> System.getProperty("user.name"));
        var database = take("dbname").orElse(user);
        var password = password(hosts.getFirst(), database, user);
        var provider = Provider.of(hosts.getFirst());
        pooler = provider.isTransactionPooler();
        values.forEach(this::read);
        var mode = tls.choose(provider, driver, environment, notes);
        if (pooler) {
            dropOptions();
        }
        return new DatabaseUrl(hosts, database, user, password, mode, searchPath, role, pooler, driver, notes, unknown);
    }

    private Optional<String> take(String keyword) {
        return Optional.ofNullable(values.remove(keyword)).filter(value -> !value.isEmpty());
    }

    private Optional<Secret> password(Host host, String database, String user) {
        var passfile = take("passfile");
        return take("password")
                .map(Secret::of)
                .or(() -> Passfile.find(passfile, environment, notes)
                        .flatMap(file -> file.password(host, database, user)));
    }

    private void read(String name, String value) {
        switch (name) {
            case "sslcert", "sslkey" -> driver.put(name, value);
            case "sslnegotiation" -> driver.put("sslNegotiation", value);
            case "connect_timeout" -> driver.put("connectTimeout", seconds(name, value));
            case "channel_binding" -> driver.put("channelBinding", oneOf(name, value, "disable", "prefer", "require"));
            case "require_auth" -> driver.put("requireAuth", value);
            case "target_session_attrs" -> driver.put("targetServerType", serverType(value));
            case "load_balance_hosts" ->
                driver.put(
                        "loadBalanceHosts",
                        String.valueOf(oneOf(name, value, "disable", "random").equals("random")));
            case "options" -> readOptions(value);
            case "search_path" -> searchPath = Optional.of(value);
            case "role" -> role = Optional.of(value);
            case "pgbouncer" -> pooler |= value.equals("true");
            case "application_name", "fallback_application_name" ->
                notes.add(name + " stays restamp, so that others see who it is");
            case "gssencmode" -> {
                if (value.equals("require")) {
                    throw cannotDo("gssencmode=require");
                }
            }
            case "sslcrl",
                    "sslcrldir",
                    "ssl_min_protocol_version",
                    "ssl_max_protocol_version",
                    "sslpassword",
                    "sslidentity",
                    "sslcertmode",
                    "requirepeer",
                    "replication" -> throw cannotDo(name);
            default -> readOther(name);
        }
    }

    private void readOther(String name) {
        if (USELESS.contains(name)) {
            notes.add(name + " is of no use here");
        } else {
            unknown.add(name);
            notes.add("unknown parameter \"" + name + "\" ignored");
        }
    }

    private static final List<String> USELESS = List.of(
            "connection_limit",
            "pool_timeout",
            "pool_size",
            "max_overflow",
            "pool_mode",
            "pool_pre_ping",
            "conn_max_age",
            "statement_cache_size",
            "prepared_statement_cache_size",
            "prepared_statement_name_func",
            "prepareThreshold",
            "prepare_threshold",
            "preferQueryMode",
            "socket_timeout",
            "socketTimeout",
            "loginTimeout",
            "command_timeout",
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
            "krbsrvname",
            "gsslib",
            "reWriteBatchedInserts",
            "readOnly",
            "async_fallback",
            "uselibpqcompat",
            "supa");

    /** Takes out what is set anew in each transaction: a pooler refuses to start with any setting. */
    private void readOptions(String value) {
        var rest = new ArrayList<String>();
        for (var option : value.strip().replaceAll("-c\\s+", "-c").split("\\s+", -1)) {
            var setting = option.replaceFirst("^(-c|--)", "");
            if (setting.startsWith("search_path=")) {
                searchPath = Optional.of(setting.substring("search_path=".length()));
            } else if (setting.startsWith("role=")) {
                role = Optional.of(setting.substring("role=".length()));
            } else if (!option.isEmpty()) {
                rest.add(option);
            }
        }
        if (!rest.isEmpty()) {
            driver.put("options", String.join(" ", rest));
        }
    }

    /** Neon's own, {@code endpoint=…}, is no setting: its proxy reads it. */
    private void dropOptions() {
        var options = driver.getOrDefault("options", "");
        if (options.startsWith("-")) {
            driver.remove("options");
            notes.add("options dropped, which a transaction pooler refuses: " + options);
        }
    }

    private static String serverType(String value) {
        return switch (value) {
            case "any" -> "any";
            case "read-write", "primary" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            case "prefer-primary" -> "preferPrimary";
            default ->
                throw unknownValue(
                        "target_session_attrs",
                        value,
                        "one of any, read-write, read-only, primary, standby, prefer-standby");
        };
    }

    private static String oneOf(String name, String value, String... known) {
        if (!List.of(known).contains(value)) {
            throw unknownValue(name, value, "one of " + String.join(", ", known));
        }
        return value;
    }

    private static String seconds(String name, String value) {
        if (!value.matches("\\d{1,6}")) {
            throw unknownValue(name, value, "a number of seconds");
        }
        return value;
    }

    static Problem unknownValue(String name, String value, String hint) {
        return ConnectionCode.CANNOT_DO.problem(Exit.USAGE, "unknown " + name + " \"" + value + "\"", hint);
    }

    private static Problem cannotDo(String what) {
        return ConnectionCode.CANNOT_DO.problem(
                Exit.USAGE,
                "the URL asks for " + what + ", which restamp cannot do",
                "leave it out only if you can do without");
    }
}
