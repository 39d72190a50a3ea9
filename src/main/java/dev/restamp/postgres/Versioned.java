package dev.restamp.postgres;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement for servers of several versions: a line that ends in {@code -- 15..} is for servers of that version and later,
 * one in {@code -- 15..16} for these two. Without a change the file runs in psql on the newest.
 */
final class Versioned {
    private static final Pattern VERSIONS = Pattern.compile("--\\s*(\\d+)\\.\\.(\\d*)$");

    private Versioned() {}

    /** @param version the server's major version */
    static Sql of(Sql statement, int version) {
        return Sql.of(
                statement.text().lines().filter(line -> isFor(line, version)).collect(Collectors.joining("\n")));
    }

    private static boolean isFor(String line, int version) {
        var match = VERSIONS.matcher(line);
        return !match.find()
                || (version >= Integer.parseInt(match.group(1))
                        && (match.group(2).isEmpty() || version <= Integer.parseInt(match.group(2))));
    }
}
