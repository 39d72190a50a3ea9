package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.VersionRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The only class that can write, and only to a version table.
 *
 * <p>One order, one connection of its own, one transaction. Nothing depends on the session, so a transaction pooler may
 * stand between. Nothing is ever tried twice: after a connection lost in COMMIT the server is asked what became of it.
 */
public final class VersionWriter {
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(15);
    private static final int TOLD_ONE_BY_ONE = 5;

    private final Database reading;
    private final StampOrder order;
    private final Function<Reading, String> proof;
    private final Journal journal;
    private final Limits limits;

    private VersionWriter(Database reading, StampOrder order, Function<Reading, String> proof, Journal journal) {
        this.reading = reading;
        this.order = order;
        this.proof = proof;
        this.journal = journal;
        var given = reading.connector().limits();
        this.limits =
                given.statement().compareTo(LONGEST_STATEMENT) > 0 ? given.withStatement(LONGEST_STATEMENT) : given;
    }

    /**
     * Carries out an order in one transaction, on a connection of its own.
     *
     * @param reading an open connection to the same database: asked who holds a lock, and for the rows afterwards
     * @param proof runs under the lock, before the first step; it throws a {@link Problem} to stop the write, and else says
     *     for the journal what it found: {@code p1 to p5 hold}
     * @throws Problem with {@code Exit.REFUSED}, {@code TIMEOUT} or {@code NOT_WRITTEN}: then nothing was written; with
     *     {@code OUTCOME_UNKNOWN} where the connection was lost in COMMIT and nobody can be asked; with {@code CONNECTION}
     *     where it could not be opened, or the committed rows not be read back
     */
    public static Stamped write(Database reading, StampOrder order, Function<Reading, String> proof, Journal journal) {
        return new VersionWriter(reading, order, proof, journal).write();
    }

    /** Hears of each step when it is done. */
    @FunctionalInterface
    public interface Journal {
        void done(Instant at, String what);
    }

    private Stamped write() {
        if (order.steps().isEmpty() && !order.createTable()) {
            throw new Problem(Exit.REFUSED, "nothing to write: the order has no steps", "");
        }
        var opened = reading.connector().open();
        try {
            refuseOtherServer(ServerReader.read(opened, reading.url()));
            var transaction = prepare(opened.connection());
            var committed = commit(opened.connection(), transaction);
            return new Stamped(readBack(transaction), transaction, committed);
        } catch (SQLException failure) {
            throw explain(failure);
        } finally {
            // Closing ends a transaction that did not get to its COMMIT.
            Database.closeQuietly(opened.connection());
        }
    }

    /** Everything up to COMMIT. */
    private long prepare(Connection connection) throws SQLException {
        Transaction.run(
                connection, Transaction.WRITE + Transaction.asAsked(reading.url()) + Transaction.settings(limits));
        done("BEGIN READ WRITE, lock_timeout " + StatementFailure.inWords(limits.lock()) + ", statement_timeout "
                + StatementFailure.inWords(limits.statement()));
        var inside = new Reading(connection, List.of(order.table().schema()), this::explain);
        if (order.createTable()) {
            create(connection);
        } else {
            lock(connection);
        }
        refuseOtherServer(inside);
        refuseOtherRows(inside);
        done(proof.apply(inside));
        for (var step : order.steps()) {
            carryOut(connection, step);
            if (order.steps().size() <= TOLD_ONE_BY_ONE) {
                done("1 row changed");
            }
        }
        if (order.steps().size() > TOLD_ONE_BY_ONE) {
            done(order.steps().size() + " rows changed, 1 by each statement");
        }
        return transactionOf(inside);
    }

    private void refuseOtherServer(ServerInfo server) {
        refuseOtherServer(server.standby(), server.databaseOid(), server.systemIdentifier());
    }

    /** Again inside the transaction: a pooler may have handed it to another server. */
    private void refuseOtherServer(Reading inside) {
        var system = order.systemIdentifier().isEmpty()
                ? Optional.<String>empty()
                : inside.first(
                        Sql.of("SELECT system_identifier::text AS id FROM pg_catalog.pg_control_system()"),
                        row -> row.text("id"));
        inside.first(
                Sql.of("SELECT d.oid, pg_catalog.pg_is_in_recovery() AS standby FROM pg_catalog.pg_database d"
                        + " WHERE d.datname = pg_catalog.current_database()"),
                row -> {
                    refuseOtherServer(row.flag("standby"), row.number("oid"), system);
                    return true;
                });
    }

    private void refuseOtherServer(boolean standby, long database, Optional<String> system) {
        if (standby) {
            throw new Problem(
                    Exit.REFUSED,
                    "this is a standby (pg_is_in_recovery)",
                    reading.url().primary());
        }
        if (database != order.databaseOid() || !system.equals(order.systemIdentifier())) {
            throw new Problem(
                    Exit.REFUSED,
                    reading.url().display() + " is not the server and database the plan was made on",
                    "look again with `status`, then plan again");
        }
    }

    private void lock(Connection connection) throws SQLException {
        try {
            Transaction.run(connection, "LOCK TABLE " + order.table().sql() + " IN SHARE ROW EXCLUSIVE MODE");
        } catch (SQLException failure) {
            if (!StatementFailure.state(failure).equals(StatementFailure.LOCK)) {
                throw failure;
            }
            // A pooler with one server session could not ask while this transaction keeps it.
            Transaction.run(connection, "ROLLBACK");
            throw locked(failure);
        }
        done("LOCK TABLE " + order.table().sql() + " IN SHARE ROW EXCLUSIVE MODE    (readers not blocked)");
    }

    private Problem locked(SQLException failure) {
        var what = "lock not obtained in " + StatementFailure.inWords(limits.lock());
        return LockHolder.find(reading, order.table())
                .map(holder -> new Problem(
                        Exit.TIMEOUT, what + "; " + holder + " holds it", "`who`, then the same again", failure))
                .orElseGet(() -> new Problem(
                        Exit.TIMEOUT,
                        what + " on " + order.table() + "; whoever held it has let go",
                        "the same again",
                        failure));
    }

    /** As the tool does. */
    private void create(Connection connection) throws SQLException {
        var table = order.table();
        for (var statement : order.form().form().create(table.sql(), table.name())) {
            Transaction.run(connection, statement);
        }
        done("CREATE TABLE " + table.sql());
    }

    private void refuseOtherRows(Reading inside) {
        var rows = VersionReader.rows(inside, order.table(), order.form());
        if (!sorted(rows).equals(sorted(order.expected()))) {
            throw new Problem(Exit.REFUSED, "the row changed since the plan" + changed(rows), "plan again: `status`");
        }
    }

    private String changed(VersionRows now) {
        return order.form().form().isLog() ? "" : ": " + set(order.expected().ids()) + " -> " + set(now.ids());
    }

    /** Of a log every column counts. */
    private static List<String> sorted(VersionRows rows) {
        return rows.rows().isEmpty()
                ? rows.ids().stream().sorted().toList()
                : rows.rows().stream()
                        .map(row -> row.values().toString())
                        .sorted()
                        .toList();
    }

    private void carryOut(Connection connection, StampStep step) throws SQLException {
        var table = order.table().sql();
        var sql = VersionSql.prepared(table, order.expected().ids()).of(step);
        var changed = switch (step) {
            case StampStep.Insert(var id) -> change(connection, sql, id);
            case StampStep.Update(var from, var to) -> change(connection, sql, to, from);
            case StampStep.Delete(var id) -> change(connection, sql, id);
            case StampStep.Row(var row) ->
                change(connection, sql, VersionSql.parameters(row).toArray(String[]::new));
        };
        if (changed != 1) {
            throw new Problem(
                    Exit.NOT_WRITTEN,
                    inWords(step) + " changed " + changed + " rows of " + table + " instead of 1: rolled back",
                    "`current -v` shows the rows as they are");
        }
    }

    private static int change(Connection connection, String sql, String... ids) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < ids.length; i++) {
                // Without a type: the server takes that of the column.
                statement.setObject(i + 1, ids[i], Types.OTHER);
            }
            return statement.executeUpdate();
        }
    }

    private static String inWords(StampStep step) {
        return switch (step) {
            case StampStep.Insert(var id) -> "INSERT of " + id;
            case StampStep.Update(var from, var to) -> "UPDATE from " + from + " to " + to;
            case StampStep.Delete(var id) -> "DELETE of " + id;
            case StampStep.Row(var change) -> "the change of " + change.identity();
        };
    }

    /** By the functions that PostgreSQL has had since 10; those named pg_xact_… came with 13 and say the same. */
    private static long transactionOf(Reading inside) {
        return inside.first(Sql.of("SELECT pg_catalog.txid_current_if_assigned() AS id"), row -> row.number("id"))
                .orElseThrow();
    }

    private Instant commit(Connection connection, long transaction) {
        try {
            Transaction.run(connection, "COMMIT");
            var now = Instant.now();
            journal.done(now, "COMMIT, transaction " + transaction);
            return now;
        } catch (SQLException failure) {
            if (!StatementFailure.isLost(failure)) {
                throw explain(failure);
            }
            done("connection lost during COMMIT of transaction " + transaction + ", reconnecting");
            new CommitOutcome(reading.connector(), order, transaction).requireCommitted(failure);
            done("pg_xact_status(" + transaction + ") = committed");
            return Instant.now();
        }
    }

    /** Over the other connection: what it sees, everybody sees. */
    private VersionRows readBack(long transaction) {
        try {
            var rows = reading.read(snapshot -> VersionReader.rows(snapshot, order.table(), order.form()));
            done("read back: "
                    + (rows.rows().isEmpty() ? set(rows.ids()) : rows.rows().size() + " rows"));
            return rows;
        } catch (Problem problem) {
            throw new Problem(
                    Exit.CONNECTION,
                    "written and committed as transaction " + transaction + ", but not read back: " + problem.what(),
                    "`current` shows the row",
                    problem);
        }
    }

    /** Of a failure before COMMIT, or of a COMMIT that the server refused: nothing is written. */
    private Problem explain(SQLException failure) {
        var table = order.table();
        return switch (StatementFailure.state(failure)) {
            case StatementFailure.RIGHTS ->
                new Problem(
                        Exit.REFUSED,
                        "role " + reading.server().user() + " may not write " + table + ": "
                                + StatementFailure.message(failure),
                        "connect as the role that runs the migrations",
                        failure);
            case "42P01" ->
                new Problem(Exit.REFUSED, table + " is gone since the plan", "plan again: `status`", failure);
            case "42P07" ->
                new Problem(Exit.REFUSED, table + " is there since the plan", "plan again: `status`", failure);
            case "57014", StatementFailure.LOCK -> StatementFailure.explain(failure, limits, false);
            default ->
                new Problem(
                        Exit.NOT_WRITTEN,
                        "nothing was written: " + StatementFailure.message(failure),
                        "look at the cause, then plan again: `status`",
                        failure);
        };
    }

    private void done(String what) {
        journal.done(Instant.now(), what);
    }

    /** As on the screen: {@code {ae10, f6b2}}. */
    private static String set(List<String> rows) {
        return "{" + String.join(", ", rows) + "}";
    }
}
