package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why a statement failed, in the server's words: message, SQLSTATE, DETAIL, HINT. */
final class StatementFailure {
    /** lock_not_available. */
    static final String LOCK = "55P03";

    /** insufficient_privilege. */
    static final String RIGHTS = "42501";

    private StatementFailure() {}

    static Problem explain(SQLException failure, Limits limits, boolean cancelled) {
        if (isLost(failure)) {
            return new Problem(
                            Exit.CONNECTION,
                            "the connection was lost: " + message(failure),
                            "the next command connects again",
                            failure)
                    .coded(ConnectionCode.LOST.code());
        }
        return switch (state(failure)) {
            case "57014" ->
                cancelled
                        ? new Problem(Exit.INTERRUPTED, "cancelled", "", failure)
                        : new Problem(
                                Exit.TIMEOUT,
                                "a statement reached its time limit",
                                "give it more with --timeout",
                                failure);
            case LOCK ->
                new Problem(
                        Exit.TIMEOUT,
                        "lock not obtained in " + inWords(limits.lock()) + relation(failure),
                        "`who` shows the session that holds it",
                        failure);
            case RIGHTS ->
                new Problem(
                        Exit.INCONCLUSIVE, text(failure), hint(failure, "connect as a role that may read it"), failure);
            default -> new Problem(Exit.INCONCLUSIVE, text(failure), hint(failure, ""), failure);
        };
    }

    /** Whether the session is gone: nothing more can be said over this connection. */
    static boolean isLost(SQLException failure) {
        return switch (state(failure)) {
            // admin_shutdown, crash_shutdown, cannot_connect_now, and the two limits that end a session
            case "57P01", "57P02", "57P03", "57P05", "25P03" -> true;
            case String other -> other.startsWith("08");
        };
    }

    static String state(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /** The SQLSTATE behind a problem; empty where no statement is. */
    static String state(Problem problem) {
        return problem.getCause() instanceof SQLException failure ? state(failure) : "";
    }

    static String message(SQLException failure) {
        return ConnectFailure.serverMessage(failure)
                .flatMap(server -> Optional.ofNullable(server.getMessage()))
                .orElse(String.valueOf(failure.getMessage()));
    }

    /** {@code 3 s}, {@code 250 ms}. */
    static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static String text(SQLException failure) {
        return message(failure) + " (SQLSTATE " + state(failure) + ")";
    }

    private static String hint(SQLException failure, String ours) {
        List<String> lines = new ArrayList<>();
        ConnectFailure.serverMessage(failure).ifPresent(server -> {
            Optional.ofNullable(server.getDetail()).ifPresent(lines::add);
            Optional.ofNullable(server.getHint()).ifPresent(lines::add);
        });
        if (!ours.isEmpty()) {
            lines.add(ours);
        }
        return String.join("; ", lines);
    }

    private static String relation(SQLException failure) {
        return ConnectFailure.serverMessage(failure)
                .flatMap(server -> Optional.ofNullable(server.getTable()))
                .map(table -> " on " + table)
                .orElse("");
    }
}
