package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the URL itself: scheme, user, hosts, database. {@link UrlParameters} reads what follows the question mark. */
final class DatabaseUrlParser {
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?postgres(?:ql)?(?:\\+(?<driver>\\w+))?");

    /** {@code h:5432/a} before an {@code @}: a host and a database, or a user and a password with a slash? */
    private static final Pattern HOST_OR_USER = Pattern.compile("[^:/]+(:\\d+)?/.*");

    private static final String PASSWORD_AS_IT_SHOULD_BE =
            "write @ in a password as %40, / as %2F, # as %23, ? as %3F; or leave the password out and use -W or ~/.pgpass";

    private final Map<String, String> environment;
    private final List<String> notes = new ArrayList<>();

    DatabaseUrlParser(Map<String, String> environment) {
        this.environment = environment;
    }

    DatabaseUrl parse(String url) {
        var text = afterScheme(url.strip());
        var question = text.indexOf('?');
        var front = question < 0 ? text : text.substring(0, question);
        var parameters = UrlParameters.read(question < 0 ? "" : text.substring(question + 1), notes);
        refuseTwoReadings(front, parameters);

        var at = front.lastIndexOf('@');
        var login = at < 0 ? "" : front.substring(0, at);
        var place = front.substring(at + 1);
        var slash = place.indexOf('/');
        var path = slash < 0 ? "" : decode(place.substring(slash + 1), "database");
        var colon = login.indexOf(':');

        var user = parameters
                .take("user")
                .or(() -> given(decode(colon < 0 ? login : login.substring(0, colon), "user")))
                .or(() -> fromEnvironment("PGUSER"))
                .orElseGet(() -> System.getProperty("user.name"));
        var database = parameters
                .take("dbname")
                .or(() -> given(path))
                .or(() -> fromEnvironment("PGDATABASE"))
                .orElse(user);
        var hosts = hosts(slash < 0 ? place : place.substring(0, slash), parameters);
        var password = parameters
                .take("password")
                .or(() -> given(colon < 0 ? "" : decode(login.substring(colon + 1), "password")))
                .map(Secret::of)
                .or(() -> passwordFromElsewhere(hosts.getFirst(), database, user, parameters));
        return parameters.finish(hosts, database, user, password, environment);
    }

    private String afterScheme(String url) {
        var end = url.indexOf("://");
        var scheme = SCHEME.matcher(end < 0 ? "" : url.substring(0, end));
        if (!scheme.matches()) {
            throw new Problem(
                    Exit.USAGE,
                    "not the URL of a PostgreSQL database",
                    "it looks like postgresql://user@host:5432/database");
        }
        Optional.ofNullable(scheme.group("driver")).ifPresent(driver -> notes.add("\"+" + driver + "\" dropped"));
        return url.substring(end + 3);
    }

    /** Guessing could send a part of the password to a stranger as a host name. */
    private void refuseTwoReadings(String front, UrlParameters parameters) {
        var signs = front.chars().filter(c -> c == '@').count() + parameters.signsInNames();
        if (signs > 1) {
            throw new Problem(
                    Exit.USAGE,
                    "the URL has " + (signs == 2 ? "two" : signs) + " \"@\": the password probably contains one",
                    PASSWORD_AS_IT_SHOULD_BE);
        }
        var at = front.lastIndexOf('@');
        if (parameters.signsInNames() > 0
                || (at >= 0 && HOST_OR_USER.matcher(front.substring(0, at)).matches())) {
            throw new Problem(
                    Exit.USAGE,
                    "the URL can be read in two ways: the password probably contains a / or a ?",
                    PASSWORD_AS_IT_SHOULD_BE);
        }
    }

    private List<Host> hosts(String text, UrlParameters parameters) {
        var names = new ArrayList<String>();
        var ports = new ArrayList<String>();
        for (var part : text.split(",", -1)) {
            var bracket = part.indexOf(']');
            var colon = part.indexOf(':', Math.max(bracket, 0));
            names.add(decode(colon < 0 ? part : part.substring(0, colon), "host"));
            ports.add(colon < 0 ? "" : part.substring(colon + 1));
        }
        parameters.take("hostaddr").or(() -> parameters.take("host")).ifPresent(given -> replace(names, given));
        parameters.take("port").ifPresent(given -> replace(ports, given));
        if (names.equals(List.of(""))) {
            replace(names, fromEnvironment("PGHOST").orElse("localhost"));
        }
        if (ports.stream().allMatch(String::isEmpty)) {
            replace(ports, fromEnvironment("PGPORT").orElse("5432"));
        }
        var hosts = new ArrayList<Host>();
        for (var i = 0; i < names.size(); i++) {
            hosts.add(new Host(name(names.get(i)), port(ports.get(Math.min(i, ports.size() - 1)))));
        }
        return hosts;
    }

    private static void replace(List<String> parts, String given) {
        parts.clear();
        parts.addAll(List.of(given.split(",", -1)));
    }

    private static String name(String text) {
        if (text.startsWith("/") || text.startsWith("@")) {
            throw new Problem(
                    Exit.USAGE,
                    "Unix sockets are not supported: " + text,
                    "use host localhost: the server must listen on it (listen_addresses)");
        }
        if (text.isEmpty()) {
            return "localhost";
        }
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    private static int port(String text) {
        if (text.isEmpty()) {
            return 5432;
        }
        // The text is not repeated: where a password holds a slash, it is a piece of it.
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) == 0 || Integer.parseInt(text) > 65535) {
            throw new Problem(
                    Exit.USAGE, "the port in the URL is not a number from 1 to 65535", PASSWORD_AS_IT_SHOULD_BE);
        }
        return Integer.parseInt(text);
    }

    private Optional<Secret> passwordFromElsewhere(Host host, String database, String user, UrlParameters parameters) {
        var file = parameters.take("passfile");
        return fromEnvironment("PGPASSWORD")
                .map(Secret::of)
                .or(() -> Passfile.find(file, environment, notes)
                        .flatMap(passfile -> passfile.password(host, database, user)));
    }

    private Optional<String> fromEnvironment(String variable) {
        var value = given(environment.getOrDefault(variable, ""));
        value.ifPresent(_ -> notes.add(variable.substring(2).toLowerCase(Locale.ROOT) + " from $" + variable));
        return value;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private String decode(String text, String part) {
        return Percent.decode(text, () -> notes.add("a \"%\" in the " + part + " taken as it stands; write it as %25"));
    }
}
