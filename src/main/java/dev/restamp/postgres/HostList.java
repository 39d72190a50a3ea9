package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.postgres.DatabaseUrl.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** libpq's lists of hosts and ports, commas between. */
final class HostList {
    private HostList() {}

    /**
     * @param exact whether the certificate must be for the host's name: then an address cannot take its place
     */
    static List<Host> read(
            Optional<String> host, Optional<String> address, Optional<String> port, boolean exact, List<String> notes) {
        if (address.isPresent() && host.isPresent()) {
            if (exact) {
                throw ConnectionCode.CANNOT_DO.problem(
                        Exit.USAGE,
                        "hostaddr beside host with sslmode=verify-full is more than restamp can do",
                        "leave hostaddr out");
            }
            notes.add("hostaddr in place of host " + host.get());
        }
        var names = address.or(() -> host).orElse("localhost").split(",", -1);
        var ports = port.orElse("").split(",", -1);
        var hosts = new ArrayList<Host>();
        for (var i = 0; i < names.length; i++) {
            hosts.add(new Host(name(names[i]), port(ports[Math.min(i, ports.length - 1)])));
        }
        return hosts;
    }

    private static String name(String text) {
        if (text.startsWith("/") || text.startsWith("@")) {
            throw ConnectionCode.SOCKET.problem(
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
            throw ConnectionCode.UNREADABLE.problem(
                    Exit.USAGE,
                    "the port in the URL is not a number from 1 to 65535",
                    UrlReader.PASSWORD_AS_IT_SHOULD_BE);
        }
        return Integer.parseInt(text);
    }
}
