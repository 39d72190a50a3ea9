package dev.restamp.postgres;

import dev.restamp.core.restore.LeftoverKind;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.core.restore.SequenceState;
import dev.restamp.core.restore.Unseen;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds sequences against the columns that they feed. The end of a column must be looked up in its table, fifty to a
 * statement; one that fails is repeated column by column.
 */
final class SequenceCheck {
    private static final Sql SEQUENCES = Sql.beside(SequenceCheck.class, "restore/sequences.sql");
    private static final int BATCH = 50;

    private final Reading reading;
    private final List<SequenceState> states = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();

    private SequenceCheck(Reading reading) {
        this.reading = reading;
    }

    static Leftovers read(Reading reading) {
        var check = new SequenceCheck(reading);
        List<Feed> feeds = reading.attempt(() -> reading.query(SEQUENCES, Feed::of), problem -> {
            check.unseen.add(new Unseen(LeftoverKind.SEQUENCE_BEHIND, "sequences", problem.what()));
            return List.of();
        });
        feeds.stream().filter(feed -> !feed.why().isEmpty()).forEach(feed -> check.unseen(feed, feed.why()));
        var readable = feeds.stream().filter(feed -> feed.why().isEmpty()).toList();
        for (var i = 0; i < readable.size(); i += BATCH) {
            check.look(readable.subList(i, Math.min(i + BATCH, readable.size())));
        }
        return Leftovers.of(SequenceState.behind(check.states), check.unseen);
    }

    private void look(List<Feed> batch) {
        states.addAll(reading.attempt(() -> ask(batch), problem -> {
            if (batch.size() == 1) {
                unseen(batch.getFirst(), problem.what());
            } else {
                batch.forEach(feed -> look(List.of(feed)));
            }
            return List.of();
        }));
    }

    private List<SequenceState> ask(List<Feed> batch) {
        var statements = new ArrayList<String>();
        for (var i = 0; i < batch.size(); i++) {
            statements.add("SELECT " + i + " AS place, " + batch.get(i).columns());
        }
        return reading.query(
                Sql.of(String.join("\nUNION ALL\n", statements)),
                row -> batch.get((int) row.number("place")).state(row));
    }

    private void unseen(Feed feed, String why) {
        unseen.add(new Unseen(LeftoverKind.SEQUENCE_BEHIND, feed.sequence() + " for " + feed.column(), why));
    }

    /**
     * A sequence and a column that takes its values, named as the server quotes them.
     *
     * @param why the two cannot be compared; else empty
     */
    private record Feed(
            String sequence,
            String literal,
            String column,
            String columnSql,
            String tableSql,
            long increment,
            long minimum,
            long maximum,
            String why) {
        static Feed of(Row row) {
            return new Feed(
                    row.text("sequence"),
                    row.text("literal"),
                    row.text("column"),
                    row.text("column_sql"),
                    row.text("table_sql"),
                    row.number("increment"),
                    row.number("minimum"),
                    row.number("maximum"),
                    row.text("why"));
        }

        /** Read from the sequence itself: no function tells whether its last value has been given out. */
        String columns() {
            return "CASE WHEN s.is_called THEN s.last_value::numeric + (" + increment
                    + ") ELSE s.last_value END AS next,\n       (SELECT pg_catalog.trunc(pg_catalog."
                    + (increment > 0 ? "max(" : "min(") + columnSql + ")::numeric) FROM " + tableSql
                    + ") AS furthest\n  FROM " + sequence + " AS s";
        }

        SequenceState state(Row row) {
            return new SequenceState(
                    sequence,
                    literal,
                    column,
                    increment,
                    BigInteger.valueOf(minimum),
                    BigInteger.valueOf(maximum),
                    new BigInteger(row.text("next")),
                    furthest(row));
        }

        private static Optional<BigInteger> furthest(Row row) {
            return row.optionalText("furthest").map(BigInteger::new);
        }
    }
}
