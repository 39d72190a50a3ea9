package dev.restamp.practice;

/**
 * Where to find a practice database, and how to get in.
 *
 * @param name what to call the connection; the database's name where nothing stands between
 * @param database its name on the server
 * @param host a loopback address
 * @param password of this server alone; gone with it
 */
public record PracticeDatabase(String name, String database, String host, int port, String user, String password) {
    public PracticeDatabase(String name, String host, int port, String user, String password) {
        this(name, name, host, port, user, password);
    }

    /** For {@code DATABASE_URL} of a program that finds the password in {@code PGPASSFILE}. */
    public String url() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url();
    }
}
