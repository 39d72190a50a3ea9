package dev.restamp.shell.verify;

/**
 * A question to a database.
 *
 * @param name no other check of the same file has it; as it was written, so it may hold anything
 * @param sql one SELECT, WITH, VALUES or TABLE; that it changes nothing is not known yet
 */
public record Check(String name, String sql) {}
