package dev.restamp.postgres.rows;

import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Reading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Counts rows exactly, all tables in one snapshot. */
public final class RowCounter {
    private RowCounter() {}

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
     * @param pace where it has an end, estimates have to do after that
     */
    public record Choice(List<List<ObjectKey>> named, Set<More> more, Pace pace) {
        /** Every table, however long it takes. */
        public static final Choice ALL = new Choice(List.of(), Set.of(), Pace.FREE);

        public Choice {
            named = List.copyOf(named);
            more = Set.copyOf(more);
        }

        private List<Countable> of(List<Countable> all) {
            return named.isEmpty() ? all.stream().filter(this::isListed).toList() : Countable.named(named, all);
        }

        private boolean isListed(Countable table) {
            return table.isTable() || more.stream().anyMatch(one -> one.name().equalsIgnoreCase(table.kind()));
        }
    }

    /** In the order they were named; else in that of their names. A table that does not exist has no rows and says so. */
    public static List<RowCount> count(Readers readers, Choice choice, Progress progress) {
        var tasks = choice.of(Countable.all(readers.first())).stream()
                .map(table -> new TableSums.Task(table, "", ""))
                .toList();
        return TableSums.of(
                        readers,
                        tasks,
                        choice.pace(),
                        (one, done, tables, fraction) ->
                                progress.counted(one.map(RowCounter::count), done, tables, fraction))
                .stream()
                .map(RowCounter::count)
                .toList();
    }

    /** What the planner believes, nothing counted. */
    public static List<RowCount> estimate(Reading reading, Choice choice) {
        return choice.of(Countable.all(reading)).stream()
                .map(table -> uncounted(table, table.why().isEmpty() ? RowCount.NOT_COUNTED : table.why()))
                .toList();
    }

    private static RowCount count(TableSums.Result sum) {
        var table = sum.task().table();
        return sum.why().isEmpty()
                ? new RowCount(table.key(), OptionalLong.of(sum.found().rows()), table.estimate(), "")
                : uncounted(table, sum.why());
    }

    private static RowCount uncounted(Countable table, String why) {
        return new RowCount(table.key(), OptionalLong.empty(), table.estimate(), why);
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
}
