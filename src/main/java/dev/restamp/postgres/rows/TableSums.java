package dev.restamp.postgres.rows;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.RowCount;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.rows.Countable.Part;
import dev.restamp.postgres.rows.Countable.Slice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Adds up something of every row of many tables, all in one snapshot.
 *
 * <p>Small tables go many to a statement: over a slow line that takes a hundredth of the time. A statement that fails is
 * repeated table by table, so that a table which is locked or dropped costs its own result only. Huge tables go in slices
 * where that is better, unless the server counts them in an index: sums of slices add up.
 */
final class TableSums {
    private static final int BATCH = 100;

    /** In pages of 8 KiB, 64 MiB: less is done before another connection is open. */
    private static final long WORTH = 8_192;

    private final Readers readers;
    private final Pace pace;
    private final Listener listener;
    private final Map<Task, State> states = new LinkedHashMap<>();
    private final long work;
    private long done;
    private int finished;

    private TableSums(Readers readers, List<Task> tasks, Pace pace, Listener listener) {
        this.readers = readers;
        this.pace = pace;
        this.listener = listener;
        tasks.forEach(task -> states.putIfAbsent(task, new State(task)));
        this.work = states.keySet().stream()
                .mapToLong(task -> task.table().weight())
                .sum();
    }

    /**
     * What to do with a table.
     *
     * @param sum an expression of a row, a {@code bigint}; empty to count only
     * @param condition which rows; empty for all
     */
    record Task(Countable table, String sum, String condition) {
        String select(int place, Slice slice) {
            var where = slice.where().isEmpty() || condition.isEmpty()
                    ? slice.where() + condition
                    : slice.where() + " AND " + condition;
            return "SELECT " + place + " AS place, count(*) AS rows, "
                    + (sum.isEmpty() ? "NULL" : "sum(" + sum + ")::text") + " AS sum FROM "
                    + slice.part().sql() + (where.isEmpty() ? "" : " WHERE " + where);
        }
    }

    /** @param why it could not be done; empty where it was */
    record Result(Task task, Fingerprint found, String why) {}

    /** Hears of the work as it is done, which is not in the order of the results; never twice at a time. */
    @FunctionalInterface
    interface Listener {
        /**
         * @param complete the table that is complete now; empty where a piece of one is
         * @param fraction of the work done, by the size of the tables, from 0 to 1
         */
        void heard(Optional<Result> complete, int done, int tables, double fraction);
    }

    /** In the order of the tasks. */
    static List<Result> of(Readers readers, List<Task> tasks, Pace pace, Listener listener) {
        return new TableSums(readers, tasks, pace, listener).run(tasks);
    }

    private List<Result> run(List<Task> tasks) {
        var open = states.keySet().stream()
                .filter(task -> task.table().why().isEmpty())
                .toList();
        states.keySet().stream()
                .filter(task -> !task.table().why().isEmpty())
                .forEach(task -> failed(task, task.table().why()));
        var pieces = pieces(open);
        if (work < WORTH) {
            readers.alone(pieces);
        } else {
            readers.each(pieces);
        }
        return tasks.stream().map(task -> of(task).result()).toList();
    }

    /** Big ones first, so that none is left over when the others are done. */
    private List<Consumer<Reading>> pieces(List<Task> tasks) {
        var parts = tasks.stream()
                .flatMap(task -> task.table().parts().stream().map(part -> new Piece(task, part.whole())))
                .sorted(Comparator.comparingLong((Piece piece) -> piece.slice().weight())
                        .reversed())
                .toList();
        var pieces = new ArrayList<Consumer<Reading>>();
        parts.stream()
                .filter(piece -> piece.slice().part().isBig())
                .flatMap(piece -> sliced(piece).stream())
                .forEach(piece -> pieces.add(reading -> work(reading, List.of(piece))));
        var small =
                parts.stream().filter(piece -> !piece.slice().part().isBig()).toList();
        batches(small).forEach(batch -> pieces.add(reading -> work(reading, batch)));
        return pieces;
    }

    /** As many as a statement may have, or as are worth one. */
    private static List<List<Piece>> batches(List<Piece> small) {
        var batches = new ArrayList<List<Piece>>();
        var weight = WORTH;
        for (var piece : small) {
            if (weight + piece.slice().weight() > WORTH || batches.getLast().size() == BATCH) {
                batches.add(new ArrayList<>());
                weight = 0;
            }
            batches.getLast().add(piece);
            weight += piece.slice().weight();
        }
        return batches;
    }

    private List<Piece> sliced(Piece piece) {
        var part = piece.slice().part();
        if (!part.isHuge()
                || !Countable.slices(readers.first(), pace.busy() < 100)
                || isCountedInIndex(piece.task(), part)) {
            return List.of(piece);
        }
        var slices = part.slices().stream()
                .map(slice -> new Piece(piece.task(), slice))
                .toList();
        of(piece.task()).expectMore(slices.size() - 1);
        return slices;
    }

    private boolean isCountedInIndex(Task task, Part part) {
        return task.sum().isEmpty()
                && readers.first()
                        .attempt(
                                () -> readers.first().plan(task.select(0, part.whole())).stream()
                                        .anyMatch(line -> line.contains("Index Only Scan")),
                                _ -> true);
    }

    private void work(Reading reading, List<Piece> batch) {
        if (pace.isOver()) {
            batch.forEach(piece -> failed(piece.task(), RowCount.TIME_LIMIT));
            return;
        }
        try {
            pace.left().ifPresent(reading::allow);
            var start = System.nanoTime();
            ask(reading, batch).forEach((place, sum) -> summed(batch.get(place), sum));
            pace.rest(System.nanoTime() - start);
        } catch (Problem problem) {
            if (problem.exit() == Exit.INTERRUPTED || problem.exit() == Exit.CONNECTION) {
                throw problem;
            }
            if (pace.isOver()) {
                batch.forEach(piece -> failed(piece.task(), RowCount.TIME_LIMIT));
            } else if (batch.size() == 1) {
                failed(batch.getFirst().task(), problem.what());
            } else {
                batch.forEach(piece -> work(reading, List.of(piece)));
            }
        }
    }

    /** By place in the batch. */
    private static Map<Integer, Fingerprint> ask(Reading reading, List<Piece> batch) {
        var sql = IntStream.range(0, batch.size())
                .mapToObj(place ->
                        batch.get(place).task().select(place, batch.get(place).slice()))
                .toList();
        var sums = new LinkedHashMap<Integer, Fingerprint>();
        reading.sums(Sql.of(String.join("\nUNION ALL\n", sql)), row -> {
            var sum = row.optionalText("sum").map(BigInteger::new).orElse(BigInteger.ZERO);
            return sums.put((int) row.number("place"), new Fingerprint(row.number("rows"), sum));
        });
        return sums;
    }

    private synchronized void summed(Piece piece, Fingerprint sum) {
        done += piece.slice().weight();
        tell(of(piece.task()).add(sum));
    }

    private synchronized void failed(Task task, String why) {
        tell(of(task).fail(why));
    }

    private void tell(Optional<Result> complete) {
        if (complete.isPresent()) {
            finished++;
        }
        listener.heard(complete, finished, states.size(), work == 0 ? 1 : Math.min(1, (double) done / work));
    }

    private State of(Task task) {
        return states.computeIfAbsent(task, State::new);
    }

    /** A part of a table, or a slice of it. */
    private record Piece(Task task, Slice slice) {}

    /** What is known so far of one table. */
    private static final class State {
        private final Task task;
        private int left;
        private Fingerprint found = Fingerprint.EMPTY;
        private String why = "";

        State(Task task) {
            this.task = task;
            this.left = task.table().parts().size();
        }

        void expectMore(int pieces) {
            left += pieces;
        }

        /** The result, if this was the last piece. */
        Optional<Result> add(Fingerprint more) {
            found = found.plus(more);
            left--;
            return left == 0 && why.isEmpty() ? Optional.of(result()) : Optional.empty();
        }

        /** The result, if this was the first failure. */
        Optional<Result> fail(String reason) {
            if (!why.isEmpty()) {
                return Optional.empty();
            }
            why = reason;
            return Optional.of(result());
        }

        Result result() {
            return new Result(task, found, why);
        }
    }
}
