package dev.restamp.shell.report;

import dev.restamp.shell.journal.Place;

/** A database as the report names it. */
final class Places {
    private Places() {}

    /** {@code db1 = app@db1.internal:5432/shop, PostgreSQL 15.18 primary, system 77…}. */
    static String line(Place place) {
        return place.connection() + " = " + server(place)
                + place.system().map(id -> ", system " + id).orElse("");
    }

    static String server(Place place) {
        return place.address() + ", PostgreSQL " + place.server() + (place.standby() ? " standby" : " primary")
                + ", treated as " + place.environment().word();
    }

    /** How the connection of an answer is secured; empty where the answer does not say it. */
    static String tls(Members connection) {
        return switch (connection.text("tls")) {
            case "none" -> ", no TLS";
            case "unverified" -> ", TLS, certificate not verified";
            case "host-unverified" -> ", TLS, certificate verified but for its host";
            case "verified" -> ", TLS, certificate verified";
            default -> "";
        };
    }
}
