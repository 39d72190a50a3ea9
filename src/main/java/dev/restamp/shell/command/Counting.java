package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.RowCounter;
import dev.restamp.postgres.RowCounter.Choice;
import dev.restamp.postgres.RowCounter.More;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Progress;
import dev.restamp.shell.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts the rows of one database, or of two at once, and shows how far it is. Ctrl-C ends it and keeps what is done. */
final class Counting {
    /** Connections to a database: big tables are counted beside each other. */
    static final int JOBS = 4;

    /** For one statement: counting takes what it takes, and Ctrl-C is there. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private final Session session;
    private final Progress bar;
    private final List<Side> sides = new ArrayList<>();

    Counting(Session session) {
        this.session = session;
        this.bar = new Progress(session.console().clock());
    }

    /** What the planner believes. */
    Counted estimate(OpenConnection connection, Wish wish) {
        return new Counted(
                session.read(connection, reading -> RowCounter.estimate(reading, wish.choice(reading))), true);
    }

    /**
     * What the user asks for.
     *
     * @param names of tables; none for all
     * @param jobs connections to each database
     */
    record Wish(List<String> names, Set<More> more, Optional<Duration> longest, int jobs) {
        private Choice choice(Reading reading) {
            var keys = names.stream()
                    .map(name -> TableNames.keys(Kind.TABLE, name, reading.searchPath()))
                    .toList();
            return new Choice(keys, more, longest);
        }
    }

    /**
     * What one database has.
     *
     * @param whole whether nobody ended it early
     */
    record Counted(List<RowCount> tables, boolean whole) {
        /** All together. */
        long rows() {
            return tables.stream().mapToLong(count -> count.rows().orElse(0)).sum();
        }
    }

    /** Everything that is asked for, or what was done when Ctrl-C was pressed. */
    Counted count(OpenConnection connection, Wish wish) {
        var side = side();
        try {
            return new Counted(
                    session.readTogether(
                            connection, wish.jobs(), readers -> side.count(readers, wish.choice(readers.first()))),
                    true);
        } catch (Problem problem) {
            if (problem.exit() != Exit.INTERRUPTED) {
                throw problem;
            }
            return new Counted(side.done(), false);
        }
    }

    /** Every table, as part of a greater work that ends where it is interrupted. */
    List<RowCount> all(Readers readers) {
        return side().count(readers, Choice.ALL);
    }

    private synchronized Side side() {
        var side = new Side();
        sides.add(side);
        return side;
    }

    private synchronized void draw(String table) {
        session.interrupts().check();
        var fraction =
                sides.stream().mapToDouble(side -> side.fraction).average().orElse(0);
        var counted = sides.stream().mapToInt(side -> side.counted.size()).sum();
        var tables = sides.stream().mapToInt(side -> side.tables).sum();
        var rows = sides.stream()
                .flatMap(side -> side.counted.stream())
                .mapToLong(count -> count.rows().orElse(0))
                .sum();
        session.console()
                .progress(bar.line(fraction, counted + " of " + tables + " tables", rows, "rows") + "  " + table);
    }

    private synchronized void take(Side side, RowCount count) {
        side.counted.add(count);
    }

    /** How far one database is. */
    private final class Side {
        private final List<RowCount> counted = new ArrayList<>();
        private volatile int tables;
        private volatile double fraction;

        List<RowCount> count(Readers readers, Choice choice) {
            readers.allow(LONGEST);
            return RowCounter.count(readers, choice, (count, _, all, part) -> {
                count.ifPresent(one -> take(this, one));
                tables = all;
                fraction = part;
                draw(count.map(one -> one.table().name()).orElse(""));
            });
        }

        List<RowCount> done() {
            return List.copyOf(counted);
        }
    }
}
