package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts rows exactly, all tables in one snapshot.
 *
 * <p>Small tables go a hundred to a statement: over a slow line that takes a hundredth of the time. A statement that fails
 * is repeated table by table, so that a table which is locked or dropped costs its own row only.
 */
public final class RowCounter {
    private static final Sql COUNTABLE = Sql.beside(RowCounter.class, "countable.sql");

    /** In pages of 8 KiB. A table above has a statement of its own, which the server may run in parallel. */
    private static final long BIG = 1_000;

    private static final int BATCH = 100;

    private final Reading reading;
    private final List<Countable> tables;
    private final Progress progress;
    private final Map<ObjectKey, RowCount> counts = new HashMap<>();
    private final long work;
    private long done;

    private RowCounter(Reading reading, List<Countable> tables, Progress progress) {
        this.reading = reading;
        this.tables = tables;
        this.progress = progress;
        this.work = tables.stream().mapToLong(Countable::weight).sum();
    }

    /** Every table of every user schema, in the order of their names. */
    public static List<RowCount> all(Reading reading, Progress progress) {
        var tables = countable(reading).stream().filter(Countable::listed).toList();
        return new RowCounter(reading, tables, progress).count();
    }

    /**
     * The tables named, in that order; one that does not exist has no rows and says so.
     *
     * @param tables what each name may mean, the likeliest first; one at least
     */
    public static List<RowCount> of(Reading reading, List<List<ObjectKey>> tables, Progress progress) {
        var known = countable(reading).stream().collect(Collectors.toMap(Countable::key, Function.identity()));
        return new RowCounter(
                        reading, tables.stream().map(keys -> first(keys, known)).toList(), progress)
                .count();
    }

    private static Countable first(List<ObjectKey> keys, Map<ObjectKey, Countable> known) {
        return keys.stream()
                .flatMap(key -> Stream.ofNullable(known.get(key)))
                .findFirst()
                .orElseGet(() -> Countable.missing(keys.getFirst()));
    }

    /** Hears of each table as it is counted, which is not the order of the result. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done how many tables are counted, this one included
         * @param fraction of the work done, by the size of the tables, from 0 to 1
         */
        void counted(RowCount table, int done, int tables, double fraction);
    }

    private static List<Countable> countable(Reading reading) {
        return reading.query(COUNTABLE, Countable::of);
    }

    private List<RowCount> count() {
        tables.stream().filter(table -> !table.why().isEmpty()).forEach(table -> failed(table, table.why()));
        var readable = tables.stream()
                .filter(table -> table.why().isEmpty())
                .distinct()
                .toList();
        batches(readable.stream().filter(table -> !table.isBig()).toList()).forEach(this::count);
        readable.stream()
                .filter(Countable::isBig)
                .sorted(Comparator.comparingLong(Countable::weight))
                .forEach(table -> count(List.of(table)));
        return tables.stream().map(table -> counts.get(table.key())).toList();
    }

    private static List<List<Countable>> batches(List<Countable> tables) {
        var batches = new ArrayList<List<Countable>>();
        for (var i = 0; i < tables.size(); i += BATCH) {
            batches.add(tables.subList(i, Math.min(i + BATCH, tables.size())));
        }
        return batches;
    }

    private void count(List<Countable> batch) {
        try {
            reading.attempt(() -> ask(batch)).forEach((i, rows) -> counted(batch.get(i), rows));
        } catch (Problem problem) {
            if (problem.exit() == Exit.INTERRUPTED || problem.exit() == Exit.CONNECTION) {
                throw problem;
            }
            if (batch.size() == 1) {
                failed(batch.getFirst(), problem.what());
            } else {
                batch.forEach(table -> count(List.of(table)));
            }
        }
    }

    /** The rows by place in the batch. */
    private Map<Integer, Long> ask(List<Countable> batch) {
        var sql = new ArrayList<String>();
        for (var i = 0; i < batch.size(); i++) {
            sql.add("SELECT " + i + " AS place, pg_catalog.count(*) AS rows FROM "
                    + batch.get(i).sql());
        }
        return reading
                .query(
                        Sql.of(String.join("\nUNION ALL\n", sql)),
                        row -> Map.entry((int) row.number("place"), row.number("rows")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void counted(Countable table, long rows) {
        put(table, new RowCount(table.key(), OptionalLong.of(rows), table.estimate(), ""));
    }

    private void failed(Countable table, String why) {
        put(table, new RowCount(table.key(), OptionalLong.empty(), table.estimate(), why));
    }

    private void put(Countable table, RowCount count) {
        counts.put(table.key(), count);
        done += table.weight();
        progress.counted(count, counts.size(), tables.size(), (double) done / work);
    }

    /**
     * A relation as the catalog has it.
     *
     * @param sql its name as the server quotes it
     * @param pages of 8 KiB, as of the last VACUUM or ANALYZE
     * @param why it cannot be counted; else empty
     */
    private record Countable(
            ObjectKey key,
            String sql,
            boolean listed,
            OptionalLong estimate,
            long pages,
            boolean sizeUnknown,
            String why) {
        static Countable of(Row row) {
            return new Countable(
                    ObjectKey.of(Kind.TABLE, row.text("schema"), row.text("name")),
                    row.text("sql"),
                    row.flag("listed"),
                    row.optionalText("estimate")
                            .map(text -> OptionalLong.of(Long.parseLong(text)))
                            .orElse(OptionalLong.empty()),
                    row.number("pages"),
                    row.flag("size_unknown"),
                    why(row));
        }

        private static String why(Row row) {
            if (!row.flag("readable")) {
                return "this role may not read it";
            }
            return row.flag("row_security") ? "row security would hide rows from this role" : "";
        }

        static Countable missing(ObjectKey key) {
            return new Countable(key, "", false, OptionalLong.empty(), 0, false, "there is no such table");
        }

        boolean isBig() {
            return sizeUnknown || pages > BIG;
        }

        /** Never 0, so that empty tables are progress too. */
        long weight() {
            return pages + 1;
        }
    }
}
