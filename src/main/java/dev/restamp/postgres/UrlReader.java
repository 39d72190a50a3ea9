package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a URL into libpq's keywords. What stands behind the question mark wins, as it does in libpq. */
final class UrlReader {
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?postgres(?:ql)?(?:\\+(?<driver>\\w+))?");

    /** {@code h:5432/a} before an {@code @}: a host and a database, or a user and a password with a slash? */
    private static final Pattern HOST_OR_USER = Pattern.compile("[^:/]+(:\\d+)?/.*");

    /** What may be repeated of a URL with several {@code @}: host, port and database that look like nothing else. */
    private static final Pattern PLACE = Pattern.compile("(?<host>[\\w.-]+)(?::\\d+)?(?:/(?<database>[\\w.-]*))?");

    static final String PASSWORD_AS_IT_SHOULD_BE =
            "write @ in a password as %40, / as %2F, # as %23, ? as %3F; or leave the password out and use -W or ~/.pgpass";

    private final List<String> notes;
    private final Map<String, String> values = new LinkedHashMap<>();

    private UrlReader(List<String> notes) {
        this.notes = notes;
    }

    /** @throws Problem with {@code Exit.USAGE} where it is no such URL or could be read in two ways */
    static Map<String, String> read(String url, List<String> notes) {
        return new UrlReader(notes).read(url);
    }

    private Map<String, String> read(String url) {
        var text = afterScheme(url);
        var question = text.indexOf('?');
        var front = question < 0 ? text : text.substring(0, question);
        var parameters = parameters(question < 0 ? "" : text.substring(question + 1));
        refuseTwoReadings(front, parameters);

        var at = front.lastIndexOf('@');
        var login = at < 0 ? "" : front.substring(0, at);
        var colon = login.indexOf(':');
        put("user", decode(colon < 0 ? login : login.substring(0, colon), "user"));
        put("password", colon < 0 ? "" : decode(login.substring(colon + 1), "password"));
        var place = front.substring(at + 1);
        var slash = place.indexOf('/');
        put("dbname", slash < 0 ? "" : decode(place.substring(slash + 1), "database"));
        readHosts(slash < 0 ? place : place.substring(0, slash));
        parameters.forEach(values::put);
        return values;
    }

    private String afterScheme(String url) {
        var end = url.indexOf("://");
        var scheme = SCHEME.matcher(end < 0 ? "" : url.substring(0, end));
        if (!scheme.matches()) {
            throw unreadable(
                    "not the URL of a PostgreSQL database", "it looks like postgresql://user@host:5432/database");
        }
        Optional.ofNullable(scheme.group("driver")).ifPresent(driver -> notes.add("\"+" + driver + "\" dropped"));
        return url.substring(end + 3);
    }

    private Map<String, String> parameters(String text) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.put(
                        decode(name, "parameters"), decode(equals < 0 ? "" : pair.substring(equals + 1), "parameters"));
            }
        }
        return parameters;
    }

    private void readHosts(String text) {
        var names = new ArrayList<String>();
        var ports = new ArrayList<String>();
        for (var part : text.split(",", -1)) {
            var bracket = part.indexOf(']');
            var colon = part.indexOf(':', Math.max(bracket, 0));
            names.add(decode(colon < 0 ? part : part.substring(0, colon), "host"));
            ports.add(colon < 0 ? "" : part.substring(colon + 1));
        }
        put("host", String.join(",", names));
        if (!ports.stream().allMatch(String::isEmpty)) {
            put("port", String.join(",", ports));
        }
    }

    /** Guessing could send a part of the password to a stranger as a host name. */
    private static void refuseTwoReadings(String front, Map<String, String> parameters) {
        var inNames = signs(String.join("", parameters.keySet()));
        var signs = signs(front) + inNames;
        if (signs > 1) {
            throw unreadable(
                    "the URL has " + (signs == 2 ? "two" : signs) + " \"@\": the password probably contains one",
                    PASSWORD_AS_IT_SHOULD_BE + readAs(front, parameters));
        }
        var at = front.lastIndexOf('@');
        if (inNames > 0
                || (at >= 0 && HOST_OR_USER.matcher(front.substring(0, at)).matches())) {
            throw unreadable(
                    "the URL can be read in two ways: the password probably contains a / or a ?",
                    PASSWORD_AS_IT_SHOULD_BE);
        }
    }

    /**
     * How it would be read, the password left out. Only where the last {@code @} cannot be one of the password: there is
     * none behind the question mark.
     */
    private static String readAs(String front, Map<String, String> parameters) {
        var at = front.lastIndexOf('@');
        var colon = front.indexOf(':');
        var place = PLACE.matcher(front.substring(at + 1));
        var behind = signs(parameters.toString());
        if (behind > 0 || colon < 0 || colon > at || !place.matches()) {
            return "";
        }
        var database = Optional.ofNullable(place.group("database")).orElse("");
        return "\nread as  user=" + front.substring(0, colon) + "  host=" + place.group("host") + "  database="
                + database + "  password=(hidden)";
    }

    private static long signs(String text) {
        return text.chars().filter(c -> c == '@').count();
    }

    private static Problem unreadable(String what, String hint) {
        return ConnectionCode.UNREADABLE.problem(Exit.USAGE, what, hint);
    }

    private void put(String keyword, String value) {
        if (!value.isEmpty()) {
            values.put(keyword, value);
        }
    }

    private String decode(String text, String part) {
        return Percent.decode(text, () -> notes.add("a \"%\" in the " + part + " taken as it stands; write it as %25"));
    }
}
