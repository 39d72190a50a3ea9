package dev.restamp.shell.journal;

import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.OpenConnection.Environment;
import java.util.Optional;

/**
 * A database as it was connected to.
 *
 * @param connection its name in the session
 * @param address {@code user@host:port/database}
 * @param server version of PostgreSQL: {@code 15.18}
 * @param system identifier of the cluster; empty where it may not be read
 */
public record Place(
        String connection,
        String address,
        String database,
        String server,
        Optional<String> system,
        boolean standby,
        Environment environment) {
    static Place of(OpenConnection connection) {
        var server = connection.database().server();
        return new Place(
                connection.name(),
                connection.database().url().display(),
                server.database(),
                server.version(),
                server.systemIdentifier(),
                server.standby(),
                connection.environment());
    }
}
