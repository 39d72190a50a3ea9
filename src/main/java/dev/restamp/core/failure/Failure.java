package dev.restamp.core.failure;

import java.util.Optional;

/**
 * What a tool's output says of its failure.
 *
 * @param step the last one it began; empty where the output names none
 * @param error empty where none was recognised
 * @param statement that failed, on one line, without its parameters: they are data
 * @param transactional whether the tool said that schema changes are part of its transaction; empty where it said nothing
 * @param lines of the output
 */
public record Failure(
        Tool tool,
        Optional<Step> step,
        Optional<ServerError> error,
        Optional<String> statement,
        Optional<Boolean> transactional,
        int lines) {
    /** Who printed it. */
    public enum Tool {
        ALEMBIC("alembic"),
        LIQUIBASE("liquibase"),
        FLYWAY("flyway"),
        PSQL("psql"),
        UNKNOWN("it");

        private final String word;

        Tool(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A migration that was begun.
     *
     * @param from what was there before; empty at the first one, and where the tool does not say it
     * @param to the revision, changeset or script
     * @param title what it is called; may be empty
     * @param line of the output that says so, 1 for the first
     */
    public record Step(String from, String to, String title, int line) {}

    /**
     * What the server, or the tool itself, had against it.
     *
     * @param state the SQLSTATE; empty where it cannot be told
     * @param condition PostgreSQL's name of it, {@code duplicate_table}; empty with the SQLSTATE
     * @param object what the message is about: {@code relation "audit_log"}; empty where it names nothing
     */
    public record ServerError(String state, String condition, String message, String object) {}
}
