package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;

/** Why there is no connection. The codes are stable: scripts and help pages use them. */
public enum ConnectionCode {
    UNKNOWN_HOST("CN201", "The name of the host cannot be resolved to an address."),
    NOTHING_LISTENS("CN202", "The host is there, but no server listens on that port."),
    ONLY_IPV6("CN203", "The host has only an IPv6 address, and this machine has no route for IPv6."),
    NO_ROUTE("CN204", "There is no way through the network to that address."),
    NO_ANSWER("CN205", "The host did not answer in the time allowed: mostly a firewall, or a server that is asleep."),
    NO_TLS("CN206", "TLS was asked for and the server has none."),
    UNREADABLE("CN207", "What to connect to cannot be read, or can be read in two ways."),
    UNTRUSTED("CN208", "The certificate of the server is signed by nobody who is trusted here."),
    OTHER_NAME("CN209", "The certificate of the server is for another host name."),
    EXPIRED("CN210", "The certificate of the server has expired, or is not valid yet."),
    NO_ROOT("CN211", "The file with the root certificate cannot be read."),
    WRONG_PASSWORD("CN212", "The server refused the password; a token or a rotated password may have expired."),
    PASSWORD_NEEDED("CN213", "The server asks for a password and none is known."),
    NOT_ADMITTED("CN214", "The server does not let this role in from here: pg_hba.conf, or there is no such role."),
    NO_DATABASE("CN215", "The server has no database of that name."),
    TOO_MANY("CN216", "The server has no connection left to give."),
    NOT_READY("CN217", "The server is starting, stopping or recovering."),
    POOLER("CN218", "A pooler refused a setting that only a server itself takes."),
    LOST("CN219", "The connection was open and broke."),
    SOCKET("CN220", "A Unix socket was asked for, which the driver cannot open."),
    NOT_PRIVATE("CN221", "A file that holds, or must not hold, a password is not as it has to be."),
    NO_SERVICE("CN222", "No service file has a service of that name."),
    CANNOT_DO("CN223", "A parameter asks for what restamp cannot do, or nobody knows it."),
    NO_FITTING_HOST("CN224", "None of the hosts is what target_session_attrs asks for."),
    NO_ROLE("CN225", "The role asked for cannot be taken on."),
    NO_TARGET("CN226", "It was not said what to connect to, or no profile has that name."),
    HUNG_UP(
            "CN227",
            "Something accepted the connection and closed it at once: a proxy or a tunnel without its server."),
    OTHER("CN299", "The connection failed in a way that has no code of its own.");

    private final String code;
    private final String meaning;

    ConnectionCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** {@code CN203}. */
    public String code() {
        return code;
    }

    /** What it means, a sentence for help pages. */
    public String meaning() {
        return meaning;
    }

    /** A problem under this code. */
    public Problem problem(Exit exit, String what, String hint) {
        return new Problem(exit, what, hint).coded(code);
    }
}
