package dev.restamp.shell.upgrade;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ToolUrl;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Redactor;
import dev.restamp.shell.Session;
import dev.restamp.shell.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a migration tool finds in its environment: the user's own variables, the URL of the connection, and what the
 * profile and the command line add.
 *
 * @param variables all of them; one holds a password
 * @param added the names of those that are not the user's own, the URL's first
 */
public record ToolEnvironment(Map<String, String> variables, List<String> added) {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);
    private static final Pattern SECRET = Pattern.compile("(?i).*(PASSW|PWD|SECRET|TOKEN|KEY|CREDENTIAL).*");

    public ToolEnvironment {
        variables = Map.copyOf(variables);
        added = List.copyOf(added);
    }

    /**
     * @param assignments as typed: {@code MIGRATION_MODE=1}
     * @throws Problem with {@code Exit.USAGE} where one is none, or would lead elsewhere
     */
    public static ToolEnvironment of(Session session, OpenConnection connection, List<String> assignments) {
        var profile = connection.target().profile();
        var urlVariable = profile.map(Profile::urlVariable).orElse(Profile.URL_VARIABLE);
        var more = new LinkedHashMap<>(profile.map(Profile::env).orElse(Map.of()));
        assignments.forEach(assignment -> add(assignment, more));
        if (more.containsKey(urlVariable)) {
            throw new Problem(
                    Exit.USAGE,
                    "$" + urlVariable + " is the URL of the connection, and nothing else",
                    "connect to the database that is meant");
        }
        var redactor = session.console().redactor();
        more.forEach((name, value) -> learn(name, value, redactor));
        var all = new HashMap<>(users(session));
        all.putAll(more);
        all.put(urlVariable, url(connection, session.environment().getOrDefault(urlVariable, ""), redactor));
        var added = new ArrayList<>(List.of(urlVariable));
        added.addAll(more.keySet());
        return new ToolEnvironment(all, added);
    }

    private static void add(String assignment, Map<String, String> variables) {
        var parts = ASSIGNMENT.matcher(assignment);
        if (!parts.matches()) {
            throw new Problem(Exit.USAGE, "--env needs KEY=VALUE", "upgrade --env MIGRATION_MODE=1");
        }
        variables.put(parts.group(1), parts.group(2));
    }

    private static void learn(String name, String value, Redactor redactor) {
        if (SECRET.matcher(name).matches()) {
            redactor.learn(value);
        }
    }

    /** While a practice runs, nothing that leads to a database of the user's. */
    private static Map<String, String> users(Session session) {
        var own = new HashMap<>(session.environment());
        if (session.practice().isPresent()) {
            own.keySet().removeIf(name -> name.startsWith("PG"));
            own.values().removeIf(value -> value.contains("://"));
        }
        return own;
    }

    /** A variable that has led to this connection stays as it is: the project's scripts know how to read it. */
    private static String url(OpenConnection connection, String given, Redactor redactor) {
        var database = connection.database();
        var target = connection.target();
        database.password().map(ToolUrl::writings).ifPresent(all -> all.forEach(redactor::learn));
        if (target.text().equals(given)
                && target.holdsPassword()
                && target.keywords().isEmpty()) {
            return given;
        }
        return ToolUrl.of(database, target.text()).reveal();
    }

    /** Not the values: one of them holds a password. */
    @Override
    public String toString() {
        return String.join(", ", added);
    }
}
