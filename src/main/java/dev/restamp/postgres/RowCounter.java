package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Countable.Part;
import dev.restamp.postgres.Countable.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Counts rows exactly, all tables in one snapshot.
 *
 * <p>Small tables go a hundred to a statement: over a slow line that takes a hundredth of the time. A statement that fails
 * is repeated table by table, so that a table which is locked or dropped costs its own row only. Huge tables go in slices,
 * unless the server counts them in an index.
 */
public final class RowCounter {
    /** The first server that finds rows by a range of their places without looking at all. */
    static final int SLICES_SINCE = 14;

    private static final int BATCH = 100;

    private final Readers readers;
    private final List<Countable> tables;
    private final Limit limit;
    private final Progress progress;
    private final Map<ObjectKey, Count> counts = new HashMap<>();
    private final List<RowCount> finished = new ArrayList<>();
    private final long work;
    private long done;

    private RowCounter(Readers readers, List<Countable> tables, Optional<Duration> longest, Progress progress) {
        this.readers = readers;
        this.tables = tables;
        this.limit = new Limit(longest.map(time -> System.nanoTime() + time.toNanos()));
        this.progress = progress;
        this.work = tables.stream().distinct().mapToLong(Countable::weight).sum();
    }

    /** What is counted without being named, besides tables. */
    public enum More {
        PARTITION,
        FOREIGN,
        VIEW
    }

    /**
     * What to count.
     *
     * @param named what each name may mean, the likeliest first, one at least; empty for every table of every user schema
     * @param more what else where none is named
     * @param longest after which estimates have to do; empty for as long as it takes
     */
    public record Choice(List<List<ObjectKey>> named, Set<More> more, Optional<Duration> longest) {
        /** Every table, however long it takes. */
        public static final Choice ALL = new Choice(List.of(), Set.of(), Optional.empty());

        public Choice {
            named = List.copyOf(named);
            more = Set.copyOf(more);
        }

        private List<Countable> of(List<Countable> all) {
            return named.isEmpty() ? all.stream().filter(this::isListed).toList() : Countable.named(named, all);
        }

        private boolean isListed(Countable table) {
            return table.kind().equals("table")
                    || more.stream().anyMatch(one -> one.name().equalsIgnoreCase(table.kind()));
        }
    }

    /** In the order they were named; else in that of their names. A table that does not exist has no rows and says so. */
    public static List<RowCount> count(Readers readers, Choice choice, Progress progress) {
        return new RowCounter(readers, choice.of(Countable.all(readers.first())), choice.longest(), progress).count();
    }

    /** What the planner believes, nothing counted. */
    public static List<RowCount> estimate(Reading reading, Choice choice) {
        return choice.of(Countable.all(reading)).stream()
                .map(table -> new RowCount(
                        table.key(),
                        OptionalLong.empty(),
                        table.estimate(),
                        table.why().isEmpty() ? RowCount.NOT_COUNTED : table.why()))
                .toList();
    }

    /** Hears of the work as it is done, which is not in the order of the result; never twice at a time. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param counted the table that is complete now; empty where a piece of one is
         * @param done how many tables are counted
         * @param fraction of the work done, by the size of the tables, from 0 to 1
         */
        void counted(Optional<RowCount> counted, int done, int tables, double fraction);
    }

    private List<RowCount> count() {
        var readable = tables.stream().distinct().toList();
        readable.forEach(this::of);
        readable.stream().filter(table -> !table.why().isEmpty()).forEach(table -> failed(table, table.why()));
        readers.each(
                pieces(readable.stream().filter(table -> table.why().isEmpty()).toList()));
        return tables.stream().map(table -> of(table).result()).toList();
    }

    /** Big ones first, so that none is left over when the others are done. */
    private List<Consumer<Reading>> pieces(List<Countable> readable) {
        var parts = readable.stream()
                .flatMap(table -> table.parts().stream().map(part -> new Piece(table, part.whole())))
                .sorted(Comparator.comparingLong((Piece piece) -> piece.slice().weight())
                        .reversed())
                .toList();
        var pieces = new ArrayList<Consumer<Reading>>();
        parts.stream()
                .filter(piece -> piece.slice().part().isBig())
                .flatMap(piece -> sliced(piece).stream())
                .forEach(piece -> pieces.add(reading -> count(reading, List.of(piece))));
        var small =
                parts.stream().filter(piece -> !piece.slice().part().isBig()).toList();
        for (var i = 0; i < small.size(); i += BATCH) {
            var batch = small.subList(i, Math.min(i + BATCH, small.size()));
            pieces.add(reading -> count(reading, batch));
        }
        return pieces;
    }

    private List<Piece> sliced(Piece piece) {
        var isWhole = readers.first().version() < SLICES_SINCE
                || !piece.slice().part().isHuge()
                || isCountedInIndex(piece.slice().part());
        if (isWhole) {
            return List.of(piece);
        }
        var slices = piece.slice().part().slices().stream()
                .map(slice -> new Piece(piece.table(), slice))
                .toList();
        of(piece.table()).expectMore(slices.size() - 1);
        return slices;
    }

    private boolean isCountedInIndex(Part part) {
        return readers.first()
                .attempt(
                        () -> readers.first().plan("SELECT pg_catalog.count(*) FROM " + part.sql()).stream()
                                .anyMatch(line -> line.contains("Index Only Scan")),
                        _ -> true);
    }

    private void count(Reading reading, List<Piece> batch) {
        if (limit.isOver()) {
            batch.forEach(piece -> failed(piece.table(), RowCount.TIME_LIMIT));
            return;
        }
        try {
            limit.left().ifPresent(reading::allow);
            var rows = reading.attempt(() -> ask(reading, batch));
            rows.forEach((place, number) -> counted(batch.get(place), number));
        } catch (Problem problem) {
            if (problem.exit() == Exit.INTERRUPTED || problem.exit() == Exit.CONNECTION) {
                throw problem;
            }
            if (batch.size() == 1 || limit.isOver()) {
                batch.forEach(piece -> failed(piece.table(), limit.isOver() ? RowCount.TIME_LIMIT : problem.what()));
            } else {
                batch.forEach(piece -> count(reading, List.of(piece)));
            }
        }
    }

    /** The rows by place in the batch. */
    private static Map<Integer, Long> ask(Reading reading, List<Piece> batch) {
        var sql = new ArrayList<String>();
        for (var i = 0; i < batch.size(); i++) {
            sql.add("SELECT " + i + " AS place, pg_catalog.count(*) AS rows FROM "
                    + batch.get(i).slice().from());
        }
        return reading
                .sums(
                        Sql.of(String.join("\nUNION ALL\n", sql)),
                        row -> Map.entry((int) row.number("place"), row.number("rows")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private synchronized void counted(Piece piece, long rows) {
        done += piece.slice().weight();
        tell(of(piece.table()).add(rows));
    }

    private synchronized void failed(Countable table, String why) {
        tell(of(table).fail(why));
    }

    private Count of(Countable table) {
        return counts.computeIfAbsent(table.key(), _ -> new Count(table));
    }

    private void tell(Optional<RowCount> complete) {
        complete.ifPresent(finished::add);
        progress.counted(complete, finished.size(), counts.size(), Math.min(1, (double) done / work));
    }

    /** A part of a table, or a slice of it. */
    private record Piece(Countable table, Slice slice) {}

    /** What is known so far of one table. */
    private static final class Count {
        private final Countable table;
        private int left;
        private long rows;
        private String why = "";

        Count(Countable table) {
            this.table = table;
            this.left = table.parts().size();
        }

        void expectMore(int pieces) {
            left += pieces;
        }

        /** The table's count, if this was the last piece. */
        Optional<RowCount> add(long more) {
            rows += more;
            left--;
            return left == 0 && why.isEmpty() ? Optional.of(result()) : Optional.empty();
        }

        /** The table's count, if this was the first failure. */
        Optional<RowCount> fail(String reason) {
            left--;
            if (!why.isEmpty()) {
                return Optional.empty();
            }
            why = reason;
            return Optional.of(result());
        }

        RowCount result() {
            return new RowCount(
                    table.key(), why.isEmpty() ? OptionalLong.of(rows) : OptionalLong.empty(), table.estimate(), why);
        }
    }

    /** Until when there is time, on the clock of {@link System#nanoTime}. */
    private record Limit(Optional<Long> end) {
        boolean isOver() {
            return end.filter(time -> System.nanoTime() >= time).isPresent();
        }

        Optional<Duration> left() {
            return end.map(time -> Duration.ofNanos(Math.max(1_000_000, time - System.nanoTime())));
        }
    }
}
