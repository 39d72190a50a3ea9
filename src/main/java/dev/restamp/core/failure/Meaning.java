package dev.restamp.core.failure;

import dev.restamp.core.failure.Failure.ServerError;
import java.util.Optional;

/** What a failure means as far as it can be told without looking at the database. */
public final class Meaning {
    private Meaning() {}

    /** Empty where nothing can be said that the message does not say. */
    public static Optional<String> of(Failure failure) {
        return failure.error().flatMap(Meaning::of);
    }

    private static Optional<String> of(ServerError error) {
        var said = switch (error.state()) {
            case "42P07", "42701", "42710", "42723", "42P06" ->
                "the database has already what the revision makes: the schema may be ahead of the version row";
            case "42P01", "42703", "42704", "42883", "3F000" ->
                "the database lacks what the revision builds on: the schema may be behind the version row";
            case "23502", "23503", "23505", "23514", "23P01" ->
                "rows are in the way of the revision: this is about data, not about the version row";
            case "55P03", "40P01", "55006" -> "another session was in the way: find it, wait, and try again";
            case "57014" -> "it took longer than it may, or somebody stopped it";
            case "42501" -> "the role lacks a right: this is not about the version row";
            case "25006" -> "it went to a standby or a read-only session";
            case "25P02" -> "an earlier statement failed: look for the error before this one";
            case "53300" -> "the server has no connection left to give";
            case "28000", "28P01", "3D000" -> "it never got in: nothing was changed";
            case "42601" -> "a statement is not SQL as PostgreSQL has it: correct the script";
            default ->
                error.state().startsWith("08") ? "the server was not reached, or was lost on the way" : own(error);
        };
        return Optional.of(said).filter(text -> !text.isEmpty());
    }

    /** What a tool refuses by itself, in its own words. */
    private static String own(ServerError error) {
        var message = error.message();
        if (message.contains("Can't locate revision")) {
            return "the version row, or the command, names a revision that this project does not have";
        }
        if (message.contains("Multiple head revisions")) {
            return "the project has several heads: merge them, or name one";
        }
        return message.contains("overlaps with other requested revisions")
                ? "the version table has a revision and one of its ancestors"
                : "";
    }

    /** Whether anything is left of the run; empty where that depends on what is not known. */
    public static Optional<String> rolledBack(Failure failure) {
        return switch (failure.tool()) {
            case ALEMBIC ->
                failure.transactional().filter(_ -> failure.step().isPresent()).map(Meaning::alembic);
            case LIQUIBASE -> Optional.of("this changeset yes; those before it are committed");
            case FLYWAY ->
                Optional.of("this script yes, unless it is marked non-transactional; those before it are committed");
            case PSQL -> Optional.of("this statement yes; those before it are committed, unless -1 or BEGIN was used");
            case UNKNOWN -> Optional.empty();
        };
    }

    private static String alembic(boolean transactional) {
        return transactional
                ? "yes: transactional DDL, nothing of this run is left, unless env.py sets transaction_per_migration or a"
                        + " script an autocommit_block"
                : "no: the DDL was not transactional, what ran before the error is still there";
    }
}
