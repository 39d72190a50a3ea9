package dev.restamp.postgres;

import dev.restamp.postgres.DatabaseUrl.Host;
import java.util.Optional;

/** Who runs a server, as far as the host name tells, and what one has to know there. */
enum Provider {
    HEROKU,
    SUPABASE,
    SUPABASE_SESSION_POOLER,
    SUPABASE_TRANSACTION_POOLER,
    NEON,
    NEON_POOLER,
    RAILWAY,
    RAILWAY_INTERNAL,
    RDS,
    RDS_READER,
    UNKNOWN;

    private static final String NEON_POOLER_MARK = "-pooler.";

    static Provider of(Host host) {
        var name = host.name();
        if (name.endsWith(".pooler.supabase.com")) {
            return host.port() == 6543 ? SUPABASE_TRANSACTION_POOLER : SUPABASE_SESSION_POOLER;
        }
        if (name.endsWith(".supabase.co")) {
            return host.port() == 6543 ? SUPABASE_TRANSACTION_POOLER : SUPABASE;
        }
        if (name.endsWith(".neon.tech")) {
            return name.contains(NEON_POOLER_MARK) ? NEON_POOLER : NEON;
        }
        if (name.endsWith(".railway.internal")) {
            return RAILWAY_INTERNAL;
        }
        if (name.endsWith(".rlwy.net")) {
            return RAILWAY;
        }
        if (name.endsWith(".rds.amazonaws.com")) {
            return name.contains(".cluster-ro-") ? RDS_READER : RDS;
        }
        return name.startsWith("ec2-") && name.endsWith(".amazonaws.com") ? HEROKU : UNKNOWN;
    }

    /** Whether it is known to have TLS: then a URL that says nothing about TLS does not go without. */
    boolean hasTls() {
        return switch (this) {
            case HEROKU,
                    SUPABASE,
                    SUPABASE_SESSION_POOLER,
                    SUPABASE_TRANSACTION_POOLER,
                    NEON,
                    NEON_POOLER,
                    RDS,
                    RDS_READER -> true;
            case RAILWAY, RAILWAY_INTERNAL, UNKNOWN -> false;
        };
    }

    /** Whether it is known to give each transaction another server session. */
    boolean isTransactionPooler() {
        return this == SUPABASE_TRANSACTION_POOLER || this == NEON_POOLER;
    }

    /** How to get past the pooler; empty where that is not known. */
    String pastPooler(Host host) {
        return switch (this) {
            case SUPABASE_TRANSACTION_POOLER -> "session mode: the same host with port 5432";
            case NEON_POOLER -> "the server itself: connect --direct-host " + directHost(host);
            default -> "";
        };
    }

    /** Neon names its pooler after the server. */
    private static String directHost(Host host) {
        return host.name().replace(NEON_POOLER_MARK, ".");
    }

    /** What to do where the host is not found. */
    String unknownHost() {
        return switch (this) {
            case RAILWAY_INTERNAL -> "this name exists only inside Railway; use DATABASE_PUBLIC_URL";
            case SUPABASE ->
                "Supabase's direct host has only an IPv6 address; use the session pooler (dashboard, Connect)";
            default -> "check the spelling, and whether the name is known outside of its own network";
        };
    }

    /** What to do where only IPv6 leads there. */
    String onlyIpv6() {
        return this == SUPABASE
                ? "use the session pooler: postgres.<ref>@aws-0-<region>.pooler.supabase.com:5432\n"
                        + "find it under: Supabase dashboard, Connect, \"Session pooler\""
                : "use a host name that has an IPv4 address";
    }

    /** What to do where the password was refused. */
    String wrongPassword() {
        return switch (this) {
            case HEROKU ->
                "Heroku changes passwords: take the new URL from `heroku config:get DATABASE_URL`, or type it with -W";
            case RDS, RDS_READER -> "an IAM token lives for 15 minutes: make a new one and type it with -W";
            case SUPABASE_SESSION_POOLER, SUPABASE_TRANSACTION_POOLER ->
                "check the password; the user of the pooler is postgres.<ref>, not postgres";
            default -> "check it where it comes from; type it with -W; a token may have expired";
        };
    }

    /** Where the primary is, seen from a standby. */
    String primary() {
        return this == RDS_READER
                ? "this is the reader endpoint: the writer's name has .cluster- instead of .cluster-ro-"
                : "connect to the primary";
    }

    /** For people, where it is known: {@code Neon}. */
    Optional<String> title() {
        return switch (this) {
            case HEROKU -> Optional.of("Heroku");
            case SUPABASE, SUPABASE_SESSION_POOLER, SUPABASE_TRANSACTION_POOLER -> Optional.of("Supabase");
            case NEON, NEON_POOLER -> Optional.of("Neon");
            case RAILWAY, RAILWAY_INTERNAL -> Optional.of("Railway");
            case RDS, RDS_READER -> Optional.of("RDS");
            case UNKNOWN -> Optional.empty();
        };
    }
}
