package dev.restamp.postgres;

import dev.restamp.core.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a database is and how to get in, read from any form of URL that users have in hand.
 *
 * @param hosts in the order they are tried; at least one
 * @param database its name
 * @param user the role to log in as
 * @param password from the URL, {@code $PGPASSWORD} or the passfile; empty where none of them has one
 * @param tls how much of TLS is asked for
 * @param searchPath what the URL wants {@code search_path} to be, as it would stand in {@code SET}; empty where it is the
 *     server's to say
 * @param role what {@code SET ROLE} is to make of the user in each transaction; empty for nothing
 * @param transactionPooler whether the URL or the name of the host says that a transaction pooler stands between
 * @param driver further settings by the names of the JDBC driver; none of them is secret
 * @param notes what was changed, dropped or taken from elsewhere, for people; each one clause
 * @param unknown the names of the parameters nobody knows; they are in {@code notes} too
 */
public record DatabaseUrl(
        List<Host> hosts,
        String database,
        String user,
        Optional<Secret> password,
        TlsMode tls,
        Optional<String> searchPath,
        Optional<String> role,
        boolean transactionPooler,
        Map<String, String> driver,
        List<String> notes,
        List<String> unknown) {
    public DatabaseUrl {
        hosts = List.copyOf(hosts);
        driver = Map.copyOf(driver);
        notes = List.copyOf(notes);
        unknown = List.copyOf(unknown);
    }

    /** A host name or address, an IPv6 address without its brackets, and its port. */
    public record Host(String name, int port) {
        /** Whether this is the machine itself. */
        boolean isLoopback() {
            return name.equals("localhost") || name.startsWith("127.") || name.equals("::1");
        }

        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    /** libpq's words for how much of TLS is asked for. */
    public enum TlsMode {
        DISABLE,
        ALLOW,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        /** As it stands in a URL: {@code verify-full}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads a URL, {@code postgres://}, {@code postgresql://}, {@code postgresql+driver://}, {@code jdbc:postgresql://},
     * or libpq's keywords, {@code host=db1 dbname=shop}, {@code service=shop}. What it leaves out comes from where libpq
     * takes it: service file, {@code $PGHOST} and its like, {@code ~/.pgpass}.
     *
     * @param over keywords that go before what the text says
     * @param environment the variables to look in, {@code HOME} among them
     * @throws Problem with {@code Exit.USAGE} where it is no such URL or could be read in two ways; never with a password
     *     in it
     */
    public static DatabaseUrl parse(String text, Map<String, String> over, Map<String, String> environment) {
        return new DatabaseUrlParser(environment).parse(text, over);
    }

    /** The same with nothing to go before it. */
    public static DatabaseUrl parse(String text, Map<String, String> environment) {
        return parse(text, Map.of(), environment);
    }

    /** The first host. */
    public String host() {
        return hosts.getFirst().name();
    }

    /** The port of the first host. */
    public int port() {
        return hosts.getFirst().port();
    }

    Provider provider() {
        return Provider.of(hosts.getFirst());
    }

    /** What to do to get past a transaction pooler; empty where that is not known. */
    public String pastPooler() {
        return provider().pastPooler(hosts.getFirst());
    }

    /** How to get from a standby to what can be written. */
    public String primary() {
        return provider().primary();
    }

    /** Whether every host is this machine. */
    public boolean isLoopback() {
        return hosts.stream().allMatch(Host::isLoopback);
    }

    /** The same with a password, say one the user has just typed. */
    public DatabaseUrl withPassword(Secret secret) {
        return new DatabaseUrl(
                hosts,
                database,
                user,
                Optional.of(secret),
                tls,
                searchPath,
                role,
                transactionPooler,
                driver,
                notes,
                unknown);
    }

    /** For people: {@code shop_app@db1.internal:5432/shop}. Never the password. */
    public String display() {
        return user + "@" + String.join(",", hosts.stream().map(Host::toString).toList()) + "/" + database;
    }

    @Override
    public String toString() {
        return display();
    }
}
