package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of TLS is asked for, and which authorities are trusted.
 *
 * @param mode empty where nothing is said
 * @param root a file with certificates, or {@code system}; empty where nothing is said
 */
record TlsWish(Optional<TlsMode> mode, Optional<String> root) {
    /** For {@code sslrootcert}: the authorities that come with the system. */
    private static final String SYSTEM = "system";

    static TlsWish take(Map<String, String> keywords) {
        return new TlsWish(
                Optional.ofNullable(keywords.remove("sslmode")).map(TlsWish::mode),
                Optional.ofNullable(keywords.remove("sslrootcert")).filter(root -> !root.isEmpty()));
    }

    /** Whether the certificate must be for the name of the host. */
    boolean isFull() {
        return mode.orElse(root.filter(SYSTEM::equals).isPresent() ? TlsMode.VERIFY_FULL : TlsMode.PREFER)
                == TlsMode.VERIFY_FULL;
    }

    /** The mode to connect with; what the driver must know of it is added to its settings. */
    TlsMode choose(Provider provider, Map<String, String> driver, Map<String, String> environment, List<String> notes) {
        if (root.filter(SYSTEM::equals).isPresent()) {
            return system(driver, notes);
        }
        root.ifPresent(file -> driver.put("sslrootcert", file));
        var chosen = mode.orElseGet(() -> unsaid(provider, notes));
        if (root.isPresent() && chosen == TlsMode.REQUIRE) {
            notes.add("sslmode=require with sslrootcert means verify-ca, as in libpq");
            chosen = TlsMode.VERIFY_CA;
        } else if (root.isPresent() && chosen.compareTo(TlsMode.REQUIRE) < 0) {
            notes.add("sslrootcert is not looked at with sslmode=" + chosen.word() + "; verify-full looks at it");
        }
        if (chosen.compareTo(TlsMode.REQUIRE) > 0) {
            // The driver would look under Java's user.home, which is not $HOME.
            Optional.ofNullable(environment.get("HOME"))
                    .ifPresent(home -> driver.putIfAbsent("sslrootcert", home + "/.postgresql/root.crt"));
        }
        return chosen;
    }

    private TlsMode system(Map<String, String> driver, List<String> notes) {
        if (mode.filter(weak -> weak != TlsMode.VERIFY_FULL).isPresent()) {
            throw ConnectionCode.CANNOT_DO.problem(
                    Exit.USAGE,
                    "sslrootcert=system is for sslmode=verify-full, not for "
                            + mode.get().word(),
                    "leave sslmode out");
        }
        driver.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        notes.add("sslrootcert=system: the authorities that Java knows");
        return TlsMode.VERIFY_FULL;
    }

    private static TlsMode unsaid(Provider provider, List<String> notes) {
        if (!provider.hasTls()) {
            return TlsMode.PREFER;
        }
        notes.add("sslmode=require, as nothing else is said and "
                + provider.title().orElse("the host") + " has TLS");
        return TlsMode.REQUIRE;
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
        throw Keywords.unknownValue("sslmode", value, "one of disable, allow, prefer, require, verify-ca, verify-full");
    }
}
