package dev.restamp.postgres;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** libpq's variables. They count where neither the connection string nor its service says anything. */
final class EnvironmentKeywords {
    private static final Map<String, String> KEYWORDS = new LinkedHashMap<>();

    static {
        for (var keyword : List.of(
                "HOST host",
                "HOSTADDR hostaddr",
                "PORT port",
                "DATABASE dbname",
                "USER user",
                "PASSWORD password",
                "PASSFILE passfile",
                "OPTIONS options",
                "SSLMODE sslmode",
                "REQUIRESSL requiressl",
                "SSLNEGOTIATION sslnegotiation",
                "SSLROOTCERT sslrootcert",
                "SSLCERT sslcert",
                "SSLKEY sslkey",
                "SSLCRL sslcrl",
                "SSLCRLDIR sslcrldir",
                "SSLMINPROTOCOLVERSION ssl_min_protocol_version",
                "SSLMAXPROTOCOLVERSION ssl_max_protocol_version",
                "GSSENCMODE gssencmode",
                "REQUIREAUTH require_auth",
                "CHANNELBINDING channel_binding",
                "CONNECT_TIMEOUT connect_timeout",
                "TARGETSESSIONATTRS target_session_attrs",
                "LOADBALANCEHOSTS load_balance_hosts")) {
            var pair = keyword.split(" ", 2);
            KEYWORDS.put("PG" + pair[0], pair[1]);
        }
    }

    private EnvironmentKeywords() {}

    /** Adds what is missing, with a note on each. */
    static void fill(Map<String, String> keywords, Map<String, String> environment, List<String> notes) {
        var hostGiven = keywords.containsKey("host") || keywords.containsKey("hostaddr");
        KEYWORDS.forEach((variable, keyword) -> {
            var value = environment.getOrDefault(variable, "");
            var known = keyword.startsWith("host") ? hostGiven : keywords.containsKey(keyword);
            if (!value.isEmpty() && !known) {
                keywords.put(keyword, value);
                if (!keyword.equals("passfile")) {
                    notes.add((keyword.equals("dbname") ? "database" : keyword) + " from $" + variable);
                }
            }
        });
    }
}
