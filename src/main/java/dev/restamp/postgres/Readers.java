package dev.restamp.postgres;

import dev.restamp.core.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Several connections to one database that see the same snapshot.
 *
 * <p>All but the first are opened while the first one works already, and only where there is work for them. One that cannot
 * be opened is done without.
 */
public final class Readers {
    private static final Sql EXPORT = Sql.of("SELECT pg_catalog.pg_export_snapshot() AS id");

    private final Reading first;
    private final int most;
    private final Connector connector;
    private final Function<SQLException, Problem> explain;
    private final Collection<Connection> opened;
    private final Queue<Reading> free = new ConcurrentLinkedQueue<>();
    private final Semaphore places;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Read by a connection that opens while the first one goes on. */
    private final List<Consumer<Reading>> preparations = new CopyOnWriteArrayList<>();

    private Optional<String> snapshot = Optional.empty();

    /**
     * @param most connections, the first one included
     * @param opened gets each further connection, so that it can be cancelled and closed
     */
    Readers(
            Reading first,
            int most,
            Connector connector,
            Function<SQLException, Problem> explain,
            Collection<Connection> opened) {
        this.first = first;
        this.most = most;
        this.connector = connector;
        this.explain = explain;
        this.opened = opened;
        this.places = new Semaphore(most - 1);
    }

    /** The connection that is there in any case. */
    public Reading first() {
        return first;
    }

    /** Gives each statement that follows more or less time than the connection's limit. Say it before the first work. */
    public void allow(Duration statement) {
        prepare(reading -> reading.allowTogether(statement));
    }

    /** Does something on each connection before its first work, on the first one at once. */
    public void prepare(Consumer<Reading> preparation) {
        preparations.add(preparation);
        preparation.accept(first);
    }

    /** Does every piece of work, in this order, on the first connection: where others are not worth opening. */
    public void alone(List<? extends Consumer<Reading>> pieces) {
        pieces.forEach(piece -> piece.accept(first));
    }

    /**
     * Does every piece of work, in this order, each on the connection that is free first.
     *
     * @param pieces heard on several threads
     * @throws Problem the first that a piece ends with; what was not begun by then is left out
     */
    public void each(List<? extends Consumer<Reading>> pieces) {
        var work = new Work(pieces);
        for (var more = Math.min(most, pieces.size()); more > 1; more--) {
            snapshot = Optional.of(snapshot.orElseGet(this::export));
            Thread.startVirtualThread(() -> help(work));
        }
        work.doAll(first);
        work.await();
    }

    /** Does one piece of work for each of these, and gives the results in their order. */
    public <I, O> List<O> map(List<I> items, BiFunction<Reading, I, O> work) {
        var results = new ArrayList<AtomicReference<O>>();
        var pieces = new ArrayList<Consumer<Reading>>();
        for (var item : items) {
            var result = new AtomicReference<O>();
            results.add(result);
            pieces.add(reading -> result.set(work.apply(reading, item)));
        }
        each(pieces);
        return results.stream().map(AtomicReference::get).toList();
    }

    /** Ends the transactions of all but the first. */
    void close() {
        closed.set(true);
        opened.forEach(Database::closeQuietly);
        opened.clear();
    }

    private String export() {
        return first.first(EXPORT, row -> row.text("id")).orElseThrow();
    }

    private void help(Work work) {
        places.acquireUninterruptibly();
        try {
            var reading = Optional.ofNullable(free.poll()).or(this::open);
            reading.ifPresent(one -> {
                work.doAll(one);
                free.add(one);
            });
        } catch (Problem alone) {
            // The others do its work; with them it fails again if it must.
        } finally {
            places.release();
        }
    }

    private Optional<Reading> open() {
        var connection = connector.open().connection();
        opened.add(connection);
        try {
            Transaction.run(
                    connection,
                    Transaction.READ + "SET TRANSACTION SNAPSHOT " + Sql.literal(snapshot.orElseThrow()) + ";\n"
                            + Transaction.asAsked(connector.url())
                            + Transaction.settings(connector.limits()));
            var reading = new Reading(connection, first.searchPath(), explain);
            preparations.forEach(preparation -> preparation.accept(reading));
            if (closed.get()) {
                Database.closeQuietly(connection);
                return Optional.empty();
            }
            return Optional.of(reading);
        } catch (SQLException | Problem failure) {
            opened.remove(connection);
            Database.closeQuietly(connection);
            return Optional.empty();
        }
    }

    /** Pieces that are still to be done. */
    private static final class Work {
        private final Queue<Consumer<Reading>> todo;
        private final CountDownLatch left;
        private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());

        Work(List<? extends Consumer<Reading>> pieces) {
            todo = new ConcurrentLinkedQueue<>(pieces);
            left = new CountDownLatch(pieces.size());
        }

        void doAll(Reading reading) {
            for (var piece = todo.poll(); piece != null; piece = todo.poll()) {
                try {
                    piece.accept(reading);
                } catch (RuntimeException problem) {
                    failure.compareAndSet(Optional.empty(), Optional.of(problem));
                    giveUp();
                } finally {
                    left.countDown();
                }
            }
        }

        private void giveUp() {
            while (todo.poll() != null) {
                left.countDown();
            }
        }

        void await() {
            try {
                left.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            failure.get().ifPresent(problem -> {
                throw problem;
            });
        }
    }
}
