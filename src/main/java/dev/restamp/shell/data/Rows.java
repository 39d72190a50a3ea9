package dev.restamp.shell.data;

import dev.restamp.core.Both;
import dev.restamp.core.rows.DifferingKey;
import dev.restamp.core.rows.RowDifference;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.rows.RowFinder;
import dev.restamp.postgres.rows.RowFinder.Found;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds the rows in which a table of two databases differs, and looks again whether they still do. */
public final class Rows {
    private static final Duration LONGEST = Duration.ofHours(12);

    /** So many are looked at again. */
    private static final int AGAIN = 10_000;

    /** How often, while they go on changing. */
    private static final int ROUNDS = 3;

    private final Session session;
    private final Both<OpenConnection> connections;
    private final Wish wish;
    private final Both<WorkBar.Side> sides;

    public Rows(Session session, Both<OpenConnection> connections, Wish wish) {
        this.session = session;
        this.connections = connections;
        this.wish = wish;
        var bar = new WorkBar(session, "tables");
        this.sides = new Both<>(/* left= */ bar.side(), /* right= */ bar.side());
    }

    /**
     * What the user asks for.
     *
     * @param leftOut columns that do not count
     * @param limit rows that are shown, at most; 0 for all
     * @param longest of a value, in characters; 0 for all of it
     * @param jobs connections to each database
     */
    public record Wish(String table, List<String> leftOut, int limit, int longest, int jobs) {}

    /**
     * What was found.
     *
     * @param table as the right side calls it
     * @param columns that were compared
     * @param casts what makes a value of each of them the text that was read of it
     * @param key those of them that name a row; none where nothing does
     * @param rows how many each side has
     * @param keys what differs, as it was last seen
     * @param shown the first of them with their values
     * @param beyond rows in groups that differ and were not looked at, as there are too many
     * @param settled how many differed and do not any more
     * @param restless whether they went on changing
     */
    public record Outcome(
            ObjectKey table,
            List<String> columns,
            List<String> casts,
            List<String> key,
            Both<Long> rows,
            List<DifferingKey> keys,
            List<RowDifference> shown,
            long beyond,
            int settled,
            boolean restless,
            List<String> notes) {}

    /** @throws dev.restamp.core.Problem where rows cannot be compared */
    public Outcome compare() {
        var first = session.readTogether(connections, wish.jobs(), readers -> {
            var finder = finder(readers);
            return new First(finder, finder.find());
        });
        var outcome = again(first, first.found().keys());
        for (var round = 1; outcome.restless() && round < ROUNDS; round++) {
            pause();
            outcome = again(first, outcome.keys());
        }
        return outcome;
    }

    /** In new snapshots: what is different only because it was being written comes to rest. */
    private Outcome again(First first, List<DifferingKey> keys) {
        return session.readTogether(connections, 1, readers -> {
            allow(readers);
            var finder = first.finder().in(readers);
            var before = keys.subList(0, Math.min(AGAIN, keys.size()));
            var now = new ArrayList<>(finder.again(before));
            var restless = !now.equals(before);
            now.addAll(keys.subList(before.size(), keys.size()));
            var shown = wish.limit() == 0 ? now : now.subList(0, Math.min(wish.limit(), now.size()));
            return new Outcome(
                    finder.tables().right(),
                    finder.columns(),
                    finder.casts(),
                    finder.key(),
                    first.found().rows(),
                    now,
                    finder.values(shown, wish.longest()),
                    first.found().beyond(),
                    first.found().keys().size() - now.size(),
                    restless,
                    finder.notes());
        });
    }

    /** What the one long look found. */
    private record First(RowFinder finder, Found found) {}

    private static void allow(Both<Readers> readers) {
        readers.left().allow(LONGEST);
        readers.right().allow(LONGEST);
    }

    private RowFinder finder(Both<Readers> readers) {
        allow(readers);
        var names =
                TableNames.keys(Kind.TABLE, wish.table(), readers.left().first().searchPath());
        return RowFinder.of(
                readers,
                names,
                (table, column) -> LeftOut.has(wish.leftOut(), table, column),
                (isLeft, fraction) -> (isLeft ? sides.left() : sides.right()).heard(wish.table(), 0, 0, 1, fraction));
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        session.interrupts().check();
    }
}
