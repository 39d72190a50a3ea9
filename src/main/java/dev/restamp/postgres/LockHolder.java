package dev.restamp.postgres;

import dev.restamp.core.Problem;
import java.util.Optional;

/** Who keeps a table locked. */
final class LockHolder {
    private static final Sql HOLDERS = Sql.beside(LockHolder.class, "lock-holders.sql");

    private LockHolder() {}

    /**
     * The session that has held a lock longest: {@code pid 11563 (app=psql, 00:04 in transaction)}; empty where it has let
     * go by now, or where nobody can be asked.
     */
    static Optional<String> find(Database reading, TableName table) {
        try {
            return reading.read(snapshot -> snapshot.first(HOLDERS, LockHolder::inWords, table.schema(), table.name()));
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    private static String inWords(Row row) {
        if (row.number("pid") == 0) {
            return "a prepared transaction (pg_prepared_xacts)";
        }
        var age = row.optionalText("seconds")
                .map(Long::parseLong)
                .map(seconds -> ", %02d:%02d in transaction".formatted(seconds / 60, seconds % 60))
                .orElse("");
        return "pid " + row.number("pid") + " (app=" + row.text("application") + age + ")";
    }
}
