package dev.restamp.postgres;

import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns the words of SQLAlchemy, asyncpg, Prisma, node-pg and JDBC into libpq's keywords. */
final class Dialect {
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "connectTimeout", "connect_timeout",
            "channelBinding", "channel_binding",
            "requireAuth", "require_auth",
            "currentSchema", "search_path",
            "gssEncMode", "gssencmode",
            "sslNegotiation", "sslnegotiation",
            "ApplicationName", "application_name",
            "schema", "search_path",
            "targetServerType", "target_session_attrs",
            "loadBalanceHosts", "load_balance_hosts");

    private Dialect() {}

    static Map<String, String> translate(Map<String, String> given, List<String> notes) {
        var keywords = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> {
            switch (name) {
                case "ssl", "sslaccept", "requiressl" -> {
                    var mode = tls(value);
                    keywords.putIfAbsent("sslmode", mode);
                    notes.add(name + " -> sslmode=" + mode);
                }
                case String other
                when OTHER_NAMES.containsKey(other) ->
                    keywords.putIfAbsent(OTHER_NAMES.get(other), value(other, value));
                default -> keywords.put(name, value);
            }
        });
        return keywords;
    }

    private static String value(String name, String value) {
        return switch (name) {
            case "schema" -> "\"" + value.replace("\"", "\"\"") + "\"";
            case "targetServerType" ->
                switch (value) {
                    case "master" -> "primary";
                    case "slave", "secondary" -> "standby";
                    case "preferSlave", "preferSecondary" -> "prefer-standby";
                    case "preferPrimary" -> "prefer-primary";
                    default -> value;
                };
            case "loadBalanceHosts" -> value.equals("true") ? "random" : "disable";
            default -> value;
        };
    }

    private static String tls(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "", "accept_invalid_certs", "no-verify" -> TlsMode.REQUIRE.word();
            case "false", "0" -> TlsMode.DISABLE.word();
            case "strict" -> TlsMode.VERIFY_FULL.word();
            default -> value;
        };
    }
}
