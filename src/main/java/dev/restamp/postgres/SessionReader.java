package dev.restamp.postgres;

import dev.restamp.postgres.DatabaseSession.Lock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads who else is on the database, and what they keep locked. */
public final class SessionReader {
    private static final Sql WHO = Sql.beside(SessionReader.class, "who.sql");

    private SessionReader() {}

    /** By pid. Waits for nobody, also where the version table itself is locked. */
    public static List<DatabaseSession> read(Reading reading) {
        Map<DatabaseSession, List<Lock>> sessions = new LinkedHashMap<>();
        reading.query(WHO, Seen::of).forEach(seen -> {
            var locks = sessions.computeIfAbsent(seen.session(), session -> new ArrayList<>());
            seen.lock().ifPresent(locks::add);
        });
        return sessions.entrySet().stream()
                .map(entry -> withLocks(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DatabaseSession withLocks(DatabaseSession one, List<Lock> locks) {
        return new DatabaseSession(
                one.pid(),
                one.application(),
                one.user(),
                one.client(),
                one.state(),
                one.seconds(),
                one.hidden(),
                locks);
    }

    /** One row: a session, still without its locks, and one of them. */
    private record Seen(DatabaseSession session, Optional<Lock> lock) {
        static Seen of(Row row) {
            var seconds = row.optionalText("seconds").map(Long::parseLong);
            var session = new DatabaseSession(
                    row.number("pid"),
                    row.text("application"),
                    row.text("role"),
                    row.optionalText("client"),
                    row.optionalText("state"),
                    seconds.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    row.flag("hidden"),
                    List.of());
            return new Seen(session, row.optionalText("mode").map(mode -> lock(row, mode)));
        }

        private static Lock lock(Row row, String mode) {
            return new Lock(
                    row.optionalText("name")
                            .map(name -> new TableName(row.text("schema"), name, row.text("schema") + "." + name)),
                    mode,
                    row.flag("granted"),
                    row.texts("blocked_by"));
        }
    }
}
