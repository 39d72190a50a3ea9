package dev.restamp.postgres;

import dev.restamp.core.restore.Leftover;
import dev.restamp.core.restore.LeftoverKind;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.core.restore.Unseen;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the rows that break a foreign key, a statement for each key, as large tables take their time. Also of keys that
 * count as valid: rows that came in while their triggers were off were never checked.
 */
public final class KeyCheck {
    private static final Sql KEYS = Sql.beside(KeyCheck.class, "restore/keys.sql");

    private KeyCheck() {}

    /** Hears of each key before it is counted. */
    @FunctionalInterface
    public interface Progress {
        void counting(String key, int done, int keys);
    }

    /** @param version the server's major version */
    public static Leftovers read(Reading reading, int version, Progress progress) {
        var found = new ArrayList<Leftover>();
        var unseen = new ArrayList<Unseen>();
        var keys = reading.query(Versioned.of(KEYS, version), Key::of);
        for (var i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            progress.counting(key.object(), i, keys.size());
            if (key.why().isEmpty()) {
                found.addAll(reading.attempt(() -> count(reading, key), problem -> {
                    unseen.add(key.unseen(problem.what()));
                    return List.of();
                }));
            } else {
                unseen.add(key.unseen(key.why()));
            }
        }
        return Leftovers.of(found, unseen);
    }

    private static List<Leftover> count(Reading reading, Key key) {
        return reading.query(
                        Sql.of("SELECT pg_catalog.count(*) AS broken " + key.broken()),
                        row -> key.leftovers(row.number("broken")))
                .getFirst();
    }

    /**
     * A foreign key.
     *
     * @param broken the end of a SELECT: the rows that have no row to point to
     * @param validation the statement that validates it; nothing where it counts as valid
     * @param why it cannot be counted; else empty
     */
    private record Key(String object, String definition, String broken, List<String> validation, String why) {
        static Key of(Row row) {
            return new Key(
                    row.text("object"),
                    row.text("definition"),
                    row.text("broken"),
                    row.texts("validation"),
                    row.text("why"));
        }

        List<Leftover> leftovers(long rows) {
            if (rows == 0) {
                return List.of();
            }
            var fix = new ArrayList<String>();
            fix.add("SELECT c.* " + broken + " LIMIT 20;");
            fix.addAll(validation);
            var evidence = rows + (rows == 1 ? " row points" : " rows point") + " to nothing: " + definition;
            return List.of(new Leftover(LeftoverKind.BROKEN_KEY, object, evidence, fix));
        }

        Unseen unseen(String reason) {
            return new Unseen(LeftoverKind.BROKEN_KEY, object, reason);
        }
    }
}
