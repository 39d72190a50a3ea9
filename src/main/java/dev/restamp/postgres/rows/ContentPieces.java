package dev.restamp.postgres.rows;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.DataColumn;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.HashedColumn;
import dev.restamp.core.rows.Hashing;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.rows.ContentReader.Choice;
import dev.restamp.postgres.rows.RowHash.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Compares what tables hold piece by piece: each piece in short transactions of its own, so that work that takes hours holds
 * no snapshot, and goes on where it was stopped.
 */
public final class ContentPieces {
    /** In pages of 8 KiB: pieces of 64 MiB. */
    private static final long SIZE = 8_192;

    private ContentPieces() {}

    /**
     * What there is to do.
     *
     * @param settled tables whose rows need not be read
     */
    public record Plan(List<ComparedContent> settled, List<Table> tables) {
        public Plan {
            settled = List.copyOf(settled);
            tables = List.copyOf(tables);
        }
    }

    /**
     * A table to be compared.
     *
     * @param starts the keys at which its pieces begin, but for the first; none where it is one piece, as it has no integer
     *     key with an index on both sides
     */
    public record Table(ObjectKey key, Both<Task> tasks, List<Long> starts, List<String> notes) {
        public Table {
            starts = List.copyOf(starts);
            notes = List.copyOf(notes);
        }

        public int pieces() {
            return starts.size() + 1;
        }

        /** The same in other pieces: those in which it was begun. */
        public Table begun(List<Long> at) {
            return new Table(key, tasks, at, notes);
        }

        /** What is summed, so that sums of something else are not taken for it. */
        public String sum() {
            return tasks.left().sum() + tasks.left().condition();
        }
    }

    /** What to sum up on one side, an expression, and of which rows. */
    public record Task(Countable table, String key, String sum, String condition) {}

    /** Looks at both sides and divides the work. */
    public static Plan plan(Both<Readers> readers, Choice choice) {
        var plan = ContentPlan.of(readers, choice);
        var tables = new ArrayList<Table>();
        plan.hashings().forEach((key, hashing) -> tables.add(table(plan, key, hashing, choice)));
        return new Plan(List.copyOf(plan.settled().values()), tables);
    }

    private static Table table(ContentPlan plan, ObjectKey key, Hashing hashing, Choice choice) {
        var tasks = plan.sides().map(side -> task(side, key, hashing, plan.way(), choice.sample()));
        var divisible = Positions.hasRange(hashing.key())
                && hasIndex(plan.sides().left(), key, hashing)
                && hasIndex(plan.sides().right(), key, hashing);
        return new Table(key, tasks, divisible ? starts(plan, key, hashing) : List.of(), hashing.notes());
    }

    private static Task task(DataSide side, ObjectKey key, Hashing hashing, Way way, double sample) {
        var task = ContentReader.task(side.relation(key).orElseThrow(), hashing, way, sample);
        var column = Positions.hasRange(hashing.key())
                ? Sql.identifier(hashing.key().getFirst().name())
                : "";
        return new Task(task.table(), column, task.sum(), task.condition());
    }

    private static boolean hasIndex(DataSide side, ObjectKey key, Hashing hashing) {
        var own = side.shape(key).rowKey().stream().map(DataColumn::name).toList();
        return own.equals(hashing.key().stream().map(HashedColumn::name).toList());
    }

    private static List<Long> starts(ContentPlan plan, ObjectKey key, Hashing hashing) {
        var pages = Math.max(pages(plan.sides().left(), key), pages(plan.sides().right(), key));
        var pieces = pages / SIZE + 1;
        if (pieces == 1) {
            return List.of();
        }
        var hash = new RowHash(plan.way());
        var rowKey = RowKey.of(hashing, plan.sides().map(side -> side.shape(key)));
        var ends = plan.sides()
                .map(side -> TableSide.of(side, side.shape(key), hashing, rowKey, hash, _ -> {})
                        .range());
        var both = new ArrayList<TableSide.Range>();
        ends.left().ifPresent(both::add);
        ends.right().ifPresent(both::add);
        var least = both.stream().mapToLong(TableSide.Range::least).min().orElse(0);
        var most = both.stream().mapToLong(TableSide.Range::most).max().orElse(0);
        // Doubles: the distance of two longs may be more than a long.
        var width = ((double) most - least) / pieces;
        return LongStream.range(1, pieces)
                .map(i -> (long) (least + i * width))
                .boxed()
                .distinct()
                .toList();
    }

    private static long pages(DataSide side, ObjectKey key) {
        return side.relation(key).map(Countable::weight).orElse(0L);
    }

    /**
     * What a piece sums up to on both sides.
     *
     * @param why it could not be read; empty where it was
     */
    public record Sums(Both<Fingerprint> found, String why) {}

    /** @param number of the piece, from 0 */
    public static Sums sum(Both<Readers> readers, Table table, int number, Pace pace) {
        var results = readers.with(table.tasks(), (task, side) -> {
            side.prepare(Pins::set);
            return TableSums.of(side, List.of(piece(task, table, number)), pace, (_, _, _, _) -> {})
                    .getFirst();
        });
        var why = results.left().why().isEmpty()
                ? results.right().why()
                : results.left().why();
        return new Sums(results.map(TableSums.Result::found), why);
    }

    private static TableSums.Task piece(Task task, Table table, int number) {
        if (table.starts().isEmpty()) {
            return new TableSums.Task(task.table(), task.sum(), task.condition());
        }
        var from = number == 0
                ? Optional.<String>empty()
                : Optional.of(task.key() + " >= " + table.starts().get(number - 1));
        var to = number == table.starts().size()
                ? Optional.<String>empty()
                : Optional.of(task.key() + " < " + table.starts().get(number));
        var conditions = new ArrayList<String>();
        from.ifPresent(conditions::add);
        to.ifPresent(conditions::add);
        Optional.of(task.condition()).filter(one -> !one.isEmpty()).ifPresent(conditions::add);
        return new TableSums.Task(task.table().undivided(), task.sum(), String.join(" AND ", conditions));
    }
}
