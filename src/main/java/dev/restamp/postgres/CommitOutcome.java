package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Finds out what became of a transaction whose COMMIT got no answer. */
final class CommitOutcome {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** How often to knock at a server that does not answer: it may be on its way up again. */
    private static final int KNOCKS = 20;

    private final Connector connector;
    private final StampOrder order;
    private final long transaction;

    CommitOutcome(Connector connector, StampOrder order, long transaction) {
        this.connector = connector;
        this.order = order;
        this.transaction = transaction;
    }

    /**
     * Returns once the server says that it was committed.
     *
     * @throws Problem with {@code Exit.NOT_WRITTEN} once it says aborted, with {@code OUTCOME_UNKNOWN} where it says neither
     */
    void requireCommitted(SQLException lost) {
        // A COMMIT that never arrived leaves its session idle in the transaction, and that has a limit.
        var deadline =
                System.nanoTime() + connector.limits().idle().plusSeconds(5).toNanos();
        for (var knocks = 0; knocks < KNOCKS && System.nanoTime() < deadline; pause()) {
            switch (status().orElse("")) {
                case "committed" -> {
                    return;
                }
                case "aborted" -> throw rolledBack(lost);
                case "in progress" -> knocks = 0;
                default -> knocks++;
            }
        }
        throw new Problem(
                Exit.OUTCOME_UNKNOWN,
                "connection lost during COMMIT of transaction " + transaction,
                "write nothing more; once the server answers: SELECT pg_xact_status('" + transaction + "')",
                lost);
    }

    private Problem rolledBack(SQLException lost) {
        return new Problem(
                Exit.NOT_WRITTEN,
                "connection lost during COMMIT of transaction " + transaction + "; the server says it was rolled back",
                "plan again: `status`",
                lost);
    }

    /** committed, aborted or in progress; empty where the server cannot be asked or is not the one that was written to. */
    private Optional<String> status() {
        Connector.Opened opened;
        try {
            opened = connector.open();
        } catch (Problem _) {
            return Optional.empty();
        }
        try {
            var server = ServerReader.read(opened, connector.url());
            if (server.standby() || !server.systemIdentifier().equals(order.systemIdentifier())) {
                return Optional.empty();
            }
            return Transaction.run(
                            opened.connection(),
                            "SELECT pg_catalog.txid_status(" + transaction + ") AS status",
                            row -> row.text("status"))
                    .stream()
                    .findFirst();
        } catch (SQLException _) {
            return Optional.empty();
        } finally {
            Database.closeQuietly(opened.connection());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
