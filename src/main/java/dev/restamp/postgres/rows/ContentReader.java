package dev.restamp.postgres.rows;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.Hashing;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.rows.RowHash.Way;
import dev.restamp.postgres.rows.TableSums.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Compares what tables hold by fingerprints that the servers make: only sums travel. */
public final class ContentReader {
    private ContentReader() {}

    /**
     * What to compare.
     *
     * @param named what each name may mean, the likeliest first; empty for every table
     * @param versionTable the name of a table that is left out unless it is named
     * @param leftOut which columns of which tables do not count
     * @param strong whether by SHA-256
     * @param sample percent of the rows, chosen by their keys; 100 for all
     */
    public record Choice(
            List<List<ObjectKey>> named,
            String versionTable,
            BiPredicate<ObjectKey, String> leftOut,
            boolean strong,
            double sample,
            Pace pace) {
        /** Everything, as fast as can be. */
        public static final Choice ALL = new Choice(List.of(), "", (_, _) -> false, false, 100, Pace.FREE);

        public Choice {
            named = List.copyOf(named);
        }

        private boolean isWanted(Countable one) {
            return named.isEmpty() ? one.isTable() : named.stream().anyMatch(names -> names.contains(one.key()));
        }

        boolean isLeftOut(ObjectKey table) {
            return named.isEmpty() && table.name().equals(versionTable);
        }
    }

    /** Hears of both sides, of each never twice at a time. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param left whether it is the left side
         * @param table that is complete now; empty where a piece of one is
         * @param rows of that table
         * @param fraction of the work of that side done, from 0 to 1
         */
        void heard(boolean left, String table, long rows, int done, int tables, double fraction);
    }

    /** Every table of either side, in the order of their names. */
    public static List<ComparedContent> compare(Both<Readers> readers, Choice choice, Progress progress) {
        var plan = ContentPlan.of(readers, choice);
        var left = new Both<>(/* left= */ true, /* right= */ false);
        var results = plan.sides()
                .with(
                        left,
                        (isLeft, side) ->
                                results(side, plan.hashings(), plan.way(), choice, listener(isLeft, progress)));
        var compared = new TreeMap<>(plan.settled());
        plan.hashings().forEach((table, hashing) -> compared.put(table, compared(table, hashing, results)));
        return List.copyOf(compared.values());
    }

    /**
     * Of one side alone, to be kept. Empty where a table could not be read, and for all of a server that does not hash as
     * others do, or not in UTF-8.
     *
     * @param choice which tables, and how fast; of each the whole
     * @param progress hears it as the left side
     */
    public static Map<ObjectKey, Optional<Fingerprint>> fingerprints(
            Readers readers, Choice choice, Progress progress) {
        var side = DataSide.of(readers);
        var hashings = new LinkedHashMap<ObjectKey, Hashing>();
        side.relations().values().stream()
                .filter(choice::isWanted)
                .forEach(one -> hashings.put(one.key(), Hashing.of(side.shape(one.key()))));
        var found = new TreeMap<ObjectKey, Optional<Fingerprint>>();
        hashings.keySet().forEach(table -> found.put(table, Optional.empty()));
        if (side.usual() && side.encoding().equals("UTF8")) {
            results(side, hashings, new Way(false, false), choice, listener(true, progress)).values().stream()
                    .filter(result -> result.why().isEmpty())
                    .forEach(result -> found.put(result.task().table().key(), Optional.of(result.found())));
        }
        return found;
    }

    /** By SHA-256 where a server hashes as no other does. */
    static Way way(Both<DataSide> sides, boolean strong) {
        return new Way(
                strong || !sides.left().usual() || !sides.right().usual(),
                !sides.left().encoding().equals(sides.right().encoding()));
    }

    private static Map<ObjectKey, TableSums.Result> results(
            DataSide side, Map<ObjectKey, Hashing> hashings, Way way, Choice choice, TableSums.Listener listener) {
        var tasks = new ArrayList<Task>();
        hashings.forEach((table, hashing) ->
                side.relation(table).ifPresent(relation -> tasks.add(task(relation, hashing, way, choice.sample()))));
        var results = new LinkedHashMap<ObjectKey, TableSums.Result>();
        TableSums.of(side.readers(), tasks, choice.pace(), listener)
                .forEach(result -> results.put(result.task().table().key(), result));
        return results;
    }

    static Task task(Countable relation, Hashing hashing, Way way, double sample) {
        var hash = new RowHash(way);
        var row = hash.of(hashing.columns());
        var chosenBy = hashing.key().isEmpty() ? row : hash.of(hashing.key());
        var share = Math.round(sample / 100 * (1 << 20));
        return new Task(
                relation, row, sample >= 100 ? "" : "((" + chosenBy + ") & " + ((1 << 20) - 1) + ") < " + share);
    }

    private static TableSums.Listener listener(boolean left, Progress progress) {
        return (result, done, tables, fraction) -> progress.heard(
                left,
                result.map(one -> one.task().table().key().name()).orElse(""),
                result.map(one -> one.found().rows()).orElse(0L),
                done,
                tables,
                fraction);
    }

    private static ComparedContent compared(
            ObjectKey table, Hashing hashing, Both<Map<ObjectKey, TableSums.Result>> results) {
        var left = Optional.ofNullable(results.left().get(table)).orElseThrow();
        var right = Optional.ofNullable(results.right().get(table)).orElseThrow();
        var why = left.why().isEmpty() ? right.why() : left.why();
        return why.isEmpty()
                ? ComparedContent.of(table, /* left= */ left.found(), /* right= */ right.found(), hashing.notes())
                : ComparedContent.without(table, Verdict.UNKNOWN, why);
    }
}
