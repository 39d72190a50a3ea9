package dev.restamp.shell.command;

import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.RowCounter;
import dev.restamp.shell.Progress;
import dev.restamp.shell.Session;
import java.time.Duration;
import java.util.List;

/** Counts rows and shows how far it is. Ctrl-C ends it. */
final class Counting {
    /** For one statement: counting takes what it takes, and Ctrl-C is there. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Counting() {}

    /**
     * @param tables those that are wanted; empty for all
     * @param done gets each as it is counted, for the case that Ctrl-C ends the work
     */
    static List<RowCount> count(Session session, Reading reading, List<String> tables, List<RowCount> done) {
        var bar = new Progress(session.console().clock());
        RowCounter.Progress progress = (table, number, all, fraction) -> {
            done.add(table);
            session.interrupts().check();
            session.console()
                    .progress(bar.line(fraction, number + " of " + all + " tables", rows(done), "rows") + "  "
                            + table.table().name());
        };
        reading.allow(LONGEST);
        return tables.isEmpty()
                ? RowCounter.all(reading, progress)
                : RowCounter.of(
                        reading,
                        tables.stream()
                                .map(name -> TableNames.keys(Kind.TABLE, name, reading.searchPath()))
                                .toList(),
                        progress);
    }

    /** All together. */
    static long rows(List<RowCount> counts) {
        return counts.stream().mapToLong(count -> count.rows().orElse(0)).sum();
    }
}
