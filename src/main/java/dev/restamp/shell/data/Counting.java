package dev.restamp.shell.data;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.rows.Pace;
import dev.restamp.postgres.rows.RowCounter;
import dev.restamp.postgres.rows.RowCounter.Choice;
import dev.restamp.postgres.rows.RowCounter.More;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts the rows of one database, or of two at once, and shows how far it is. Ctrl-C ends it and keeps what is done. */
public final class Counting {
    /** Connections to a database: big tables are counted beside each other. */
    public static final int JOBS = 4;

    /** For one statement: counting takes what it takes, and Ctrl-C is there. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private final Session session;
    private final WorkBar bar;

    public Counting(Session session) {
        this.session = session;
        this.bar = new WorkBar(session, "tables");
    }

    /**
     * What the user asks for.
     *
     * @param names of tables; none for all
     * @param jobs connections to each database
     */
    public record Wish(List<String> names, Set<More> more, Pace pace, int jobs) {
        /** All tables. */
        public static final Wish ALL = new Wish(List.of(), Set.of(), Pace.FREE, JOBS);

        /** The same of these tables. */
        public Wish of(List<String> tables) {
            return new Wish(tables, more, pace, jobs);
        }

        private Choice choice(Reading reading) {
            var keys = names.stream()
                    .map(name -> TableNames.keys(Kind.TABLE, name, reading.searchPath()))
                    .toList();
            return new Choice(keys, more, pace);
        }
    }

    /**
     * What one database has.
     *
     * @param whole whether nobody ended it early
     */
    public record Counted(List<RowCount> tables, boolean whole) {
        /** All together. */
        public long rows() {
            return tables.stream().mapToLong(count -> count.rows().orElse(0)).sum();
        }
    }

    /** Everything that is asked for, or what was done when Ctrl-C was pressed. */
    public Counted count(OpenConnection connection, Wish wish) {
        var done = new ConcurrentLinkedQueue<RowCount>();
        try {
            return new Counted(
                    session.readTogether(
                            connection, wish.jobs(), readers -> count(readers, wish.choice(readers.first()), done)),
                    true);
        } catch (Problem problem) {
            if (problem.exit() != Exit.INTERRUPTED) {
                throw problem;
            }
            return new Counted(List.copyOf(done), false);
        }
    }

    /** Every table, as part of a greater work that ends where it is interrupted. */
    public List<RowCount> all(Readers readers) {
        return count(readers, Choice.ALL, new ConcurrentLinkedQueue<>());
    }

    /** What the planner believes. */
    public Counted estimate(OpenConnection connection, Wish wish) {
        return new Counted(
                session.read(connection, reading -> RowCounter.estimate(reading, wish.choice(reading))), true);
    }

    private List<RowCount> count(Readers readers, Choice choice, ConcurrentLinkedQueue<RowCount> done) {
        readers.allow(LONGEST);
        var side = bar.side();
        return RowCounter.count(readers, choice, (count, counted, tables, fraction) -> {
            count.ifPresent(done::add);
            side.heard(
                    count.map(one -> one.table().name()).orElse(""),
                    count.map(one -> one.rows().orElse(0)).orElse(0L),
                    counted,
                    tables,
                    fraction);
        });
    }
}
