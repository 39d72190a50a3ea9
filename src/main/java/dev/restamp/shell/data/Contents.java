package dev.restamp.shell.data;

import dev.restamp.core.Both;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.rows.ContentPieces;
import dev.restamp.postgres.rows.ContentPieces.Table;
import dev.restamp.postgres.rows.ContentReader;
import dev.restamp.postgres.rows.ContentReader.Choice;
import dev.restamp.postgres.rows.Pace;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Compares what the tables of two databases hold, and shows how far it is. */
public final class Contents {
    /** For one statement: a table without slices may take that long. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final Session session;
    private final WorkBar bar;

    public Contents(Session session) {
        this.session = session;
        this.bar = new WorkBar(session, "tables");
    }

    /**
     * What the user asks for.
     *
     * @param names of tables; none for all
     * @param versionTable the name of a table that does not count unless it is named
     * @param leftOut columns that do not count, as {@code updated_at} or {@code orders.updated_at}
     * @param strong whether by SHA-256
     * @param sample percent of the rows
     * @param jobs connections to each database
     */
    public record Wish(
            List<String> names,
            String versionTable,
            List<String> leftOut,
            boolean strong,
            double sample,
            Pace pace,
            int jobs) {
        /** What is compared, where that is not every row as usual; else empty. */
        public String remark() {
            var parts = new ArrayList<String>();
            if (sample < 100) {
                parts.add("a sample of "
                        + BigDecimal.valueOf(sample).stripTrailingZeros().toPlainString() + " %");
            }
            if (strong) {
                parts.add("by SHA-256");
            }
            if (!leftOut.isEmpty()) {
                parts.add("without " + String.join(", ", leftOut));
            }
            return String.join(", ", parts);
        }

        private Choice choice(Reading reading) {
            var keys = names.stream()
                    .map(name -> TableNames.keys(Kind.TABLE, name, reading.searchPath()))
                    .toList();
            return new Choice(
                    keys, versionTable, (table, column) -> LeftOut.has(leftOut, table, column), strong, sample, pace);
        }
    }

    /** Every table of either side, in the order of their names. */
    public List<ComparedContent> compare(Both<OpenConnection> connections, Wish wish) {
        var sides = new Both<>(/* left= */ bar.side(), /* right= */ bar.side());
        return session.readTogether(connections, wish.jobs(), readers -> {
            allow(readers);
            return ContentReader.compare(
                    readers,
                    wish.choice(readers.left().first()),
                    (isLeft, table, rows, done, tables, fraction) ->
                            (isLeft ? sides.left() : sides.right()).heard(table, rows, done, tables, fraction));
        });
    }

    /**
     * The same piece by piece, each in transactions of its own; what a file knows is not done again.
     *
     * @throws Problem with {@code Exit.INTERRUPTED} where it was stopped: the same again goes on
     */
    public List<ComparedContent> compare(Both<OpenConnection> connections, Wish wish, Path file) {
        var state = StateFile.open(file, comparison(connections, wish));
        var plan = session.readTogether(connections, 1, readers -> {
            allow(readers);
            return ContentPieces.plan(readers, wish.choice(readers.left().first()));
        });
        var pieces = new WorkBar(session, "pieces");
        var tables = plan.tables().stream().map(state::begun).toList();
        var all = tables.stream().mapToInt(Table::pieces).sum();
        var side = pieces.side();
        var done = new AtomicInteger();
        var compared = new ArrayList<>(plan.settled());
        for (var table : tables) {
            compared.add(new TablePieces(session, connections, wish, state).compare(table, rows -> {
                var number = done.incrementAndGet();
                side.heard(table.key().name(), rows, number, all, (double) number / all);
            }));
        }
        compared.sort(Comparator.comparing(ComparedContent::table));
        return compared;
    }

    /** Of which databases, and how: text that does not depend on how they are called today. */
    private static String comparison(Both<OpenConnection> connections, Wish wish) {
        var sides = connections.map(one -> {
            var server = one.database().server();
            return server.systemIdentifier().orElse(one.database().url().display()) + "/" + server.databaseOid() + "/"
                    + server.database();
        });
        return sides.left() + " against " + sides.right() + (wish.remark().isEmpty() ? "" : ", " + wish.remark());
    }

    private static void allow(Both<Readers> readers) {
        readers.left().allow(LONGEST);
        readers.right().allow(LONGEST);
    }

    /** Of every table of one database, to be kept; empty where one could not be read. */
    public Map<ObjectKey, Optional<Fingerprint>> fingerprints(Readers readers) {
        return fingerprints(readers, Choice.ALL);
    }

    /** The same of the tables that are asked for and exist, to be held against what was kept. */
    public Map<ObjectKey, Optional<Fingerprint>> fingerprints(Readers readers, Wish wish) {
        return fingerprints(readers, wish.choice(readers.first()));
    }

    private Map<ObjectKey, Optional<Fingerprint>> fingerprints(Readers readers, Choice choice) {
        readers.allow(LONGEST);
        var side = bar.side();
        return ContentReader.fingerprints(
                readers,
                choice,
                (_, table, rows, done, tables, fraction) -> side.heard(table, rows, done, tables, fraction));
    }
}
