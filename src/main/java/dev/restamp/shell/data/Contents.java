package dev.restamp.shell.data;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.rows.ContentReader;
import dev.restamp.postgres.rows.ContentReader.Choice;
import dev.restamp.postgres.rows.Pace;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what the tables of two databases hold, and shows how far it is. */
public final class Contents {
    /** For one statement: a table without slices may take that long. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Session session;
    private final WorkBar bar;

    public Contents(Session session) {
        this.session = session;
        this.bar = new WorkBar(session);
    }

    /**
     * What the user asks for.
     *
     * @param names of tables; none for all
     * @param leftOut columns that do not count, as {@code updated_at} or {@code orders.updated_at}
     * @param strong whether by SHA-256
     * @param sample percent of the rows
     * @param jobs connections to each database
     */
    public record Wish(List<String> names, List<String> leftOut, boolean strong, double sample, Pace pace, int jobs) {
        /** What is compared, where that is not every row as usual; else empty. */
        public String remark() {
            var parts = new ArrayList<String>();
            if (sample < 100) {
                parts.add("a sample of " + sample + " %");
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
            return new Choice(keys, (table, column) -> LeftOut.has(leftOut, table, column), strong, sample, pace);
        }
    }

    /** Every table of either side, in the order of their names. */
    public List<ComparedContent> compare(Both<OpenConnection> connections, Wish wish) {
        var sides = new Both<>(/* left= */ bar.side(), /* right= */ bar.side());
        return session.readTogether(connections, wish.jobs(), readers -> {
            readers.left().allow(LONGEST);
            readers.right().allow(LONGEST);
            return ContentReader.compare(
                    readers,
                    wish.choice(readers.left().first()),
                    (isLeft, table, rows, done, tables, fraction) ->
                            (isLeft ? sides.left() : sides.right()).heard(table, rows, done, tables, fraction));
        });
    }

    /** Of every table of one database, to be kept; empty where one could not be read. */
    public Map<ObjectKey, Optional<Fingerprint>> fingerprints(Readers readers) {
        readers.allow(LONGEST);
        var side = bar.side();
        return ContentReader.fingerprints(
                readers, (_, table, rows, done, tables, fraction) -> side.heard(table, rows, done, tables, fraction));
    }
}
