package dev.restamp.postgres;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A database as a migration tool is told of it: a URL as SQLAlchemy reads it, with everything in it to get in. */
public final class ToolUrl {
    private static final Pattern DRIVER = Pattern.compile("postgres(?:ql)?\\+(\\w+)://.*", Pattern.DOTALL);

    /** Drivers that read libpq's parameters. */
    private static final Set<String> LIBPQ = Set.of("", "psycopg2", "psycopg", "psycopg2cffi");

    /** Of the parameters that are passed on as they are: what stands elsewhere in the URL, or is no driver's. */
    private static final Set<String> NOT_PASSED = Set.of(
            "host", "port", "user", "password", "dbname", "database", "role", "search_path", "schema", "pgbouncer");

    /** The driver's names that libpq has others for, or the same. */
    private static final Map<String, String> NAMES = Map.of(
            "sslrootcert", "sslrootcert",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "sslNegotiation", "sslnegotiation",
            "connectTimeout", "connect_timeout",
            "channelBinding", "channel_binding",
            "requireAuth", "require_auth");

    private ToolUrl() {}

    /**
     * The server and the database that are open, with the role and the password that opened them.
     *
     * @param asked what was typed or found to open it: the Python driver that it names stays
     */
    public static Secret of(Database database, String asked) {
        var url = database.url();
        var driver = driver(asked);
        var parameters = LIBPQ.contains(driver) ? libpq(url) : own(asked);
        var password = database.connector().password().map(secret -> ":" + Percent.encode(secret.reveal()));
        return Secret.of("postgresql" + (driver.isEmpty() ? "" : "+" + driver) + "://"
                + Percent.encode(url.user()) + password.orElse("") + "@"
                + database.server().host() + "/" + inPath(url.database())
                + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** The ways in which a secret may be written where such a URL is printed. */
    public static List<String> writings(Secret secret) {
        var encoded = Percent.encode(secret.reveal());
        return List.of(secret.reveal(), encoded, encoded.replace("%20", "+"), lowerCase(encoded));
    }

    private static String lowerCase(String encoded) {
        return Pattern.compile("%..")
                .matcher(encoded)
                .replaceAll(code -> code.group().toLowerCase(java.util.Locale.ROOT));
    }

    private static String driver(String asked) {
        var named = DRIVER.matcher(asked);
        return named.matches() ? named.group(1) : "";
    }

    /** SQLAlchemy takes the name as it stands, so only what would end it is written otherwise. */
    private static String inPath(String database) {
        return database.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
    }

    private static String libpq(DatabaseUrl url) {
        var parameters = new LinkedHashMap<String, String>();
        if (url.tls() != DatabaseUrl.TlsMode.PREFER) {
            parameters.put("sslmode", url.tls().word());
        }
        url.driver().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> Optional.ofNullable(NAMES.get(setting.getKey()))
                        .ifPresent(name -> parameters.put(name, setting.getValue())));
        if (url.driver().containsKey("sslfactory")) {
            parameters.put("sslrootcert", "system");
        }
        var options = options(url);
        if (!options.isEmpty()) {
            parameters.put("options", options);
        }
        return parameters.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + Percent.encode(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String options(DatabaseUrl url) {
        var given = url.driver().getOrDefault("options", "");
        return (given + option("role", url.role()) + option("search_path", url.searchPath())).strip();
    }

    private static String option(String setting, Optional<String> value) {
        return value.map(text ->
                        " -c " + setting + "=" + text.replace("\\", "\\\\").replace(" ", "\\ "))
                .orElse("");
    }

    private static String own(String asked) {
        var question = asked.indexOf('?');
        return question < 0
                ? ""
                : Arrays.stream(asked.substring(question + 1).split("&", -1))
                        .filter(pair -> !NOT_PASSED.contains(pair.split("=", 2)[0]))
                        .collect(Collectors.joining("&"));
    }
}
