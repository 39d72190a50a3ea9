package dev.restamp.practice;

/**
 * Where to find a practice database, and how to get in.
 *
 * @param name the database's name, and what to call the connection
 * @param host a loopback address
 * @param password of this server alone; gone with it
 */
public record PracticeDatabase(String name, String host, int port, String user, String password) {
    /** For {@code DATABASE_URL} of a program that finds the password in {@code PGPASSFILE}. */
    public String url() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + name;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url();
    }
}
