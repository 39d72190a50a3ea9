package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connections that are open, by name, and which of them is the current one. Threads may look at the same time. */
final class Connections {
    private final Map<String, OpenConnection> open = new LinkedHashMap<>();
    private Optional<String> current = Optional.empty();

    /** Makes it the current one; another one of its name is closed. */
    synchronized void add(OpenConnection connection) {
        Optional.ofNullable(open.put(connection.name(), connection)).ifPresent(OpenConnection::close);
        current = Optional.of(connection.name());
    }

    synchronized Collection<OpenConnection> all() {
        return List.copyOf(open.values());
    }

    synchronized Optional<OpenConnection> current() {
        return current.map(open::get);
    }

    synchronized Optional<OpenConnection> find(String name) {
        return Optional.ofNullable(open.get(name));
    }

    /** @throws Problem with {@code Exit.USAGE} where there is none of that name */
    synchronized OpenConnection get(String name) {
        return find(name)
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "no connection is called \"" + name + "\"",
                        open.isEmpty()
                                ? "connect postgresql://user@host/database"
                                : "open: " + String.join(", ", open.keySet())));
    }

    synchronized void use(OpenConnection connection) {
        current = Optional.of(connection.name());
    }

    /** The one opened last before it becomes the current one. */
    void close(String name) {
        var connection = get(name);
        // Not under the lock: it waits for a statement that may be running.
        connection.close();
        remove(name);
    }

    private synchronized void remove(String name) {
        open.remove(name);
        if (current.filter(name::equals).isPresent()) {
            current = open.keySet().stream().reduce((first, second) -> second);
        }
    }

    /** A name for a connection that nobody has given one. */
    synchronized String freeName(DatabaseUrl where) {
        var host = where.host().matches("[\\d.]+|.*:.*") ? "db" : where.host().split("\\.", -1)[0];
        var base = where.isLoopback() ? where.database() : host;
        var number = 2;
        var name = base;
        while (open.containsKey(name)) {
            name = base + number++;
        }
        return name;
    }
}
