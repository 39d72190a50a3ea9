package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.postgres.DatabaseSession;
import dev.restamp.postgres.DatabaseSession.Lock;
import dev.restamp.postgres.ServerInfo;
import dev.restamp.postgres.TableName;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who else is on the database, as it is said. */
final class WhoReport {
    /** Locks named in a line; one that changes a whole schema holds hundreds. */
    private static final int FEW = 3;

    private final VersionTable table;
    private final List<DatabaseSession> sessions;
    private final ServerInfo server;

    WhoReport(VersionTable table, List<DatabaseSession> sessions, ServerInfo server) {
        this.table = table;
        this.sessions = sessions;
        this.server = server;
    }

    Report build() {
        var report = Report.builder();
        if (!sessions.isEmpty()) {
            var heads = List.of(
                    Head.right("pid"),
                    Head.left("app"),
                    Head.left("user"),
                    Head.left("from"),
                    Head.left("state"),
                    Head.right("age"),
                    Head.left("holds / waits"));
            report.block(new Grid(heads, sessions.stream().map(this::row).toList()));
        }
        var migrating = sessions.stream().filter(one -> one.isMigrating(table)).toList();
        verdict(migrating, report);
        notes().forEach(note -> report.line(Text.of("note: " + note, Style.FAINT)));
        report.json("version_table", table.name())
                .json("migrating", migrating.stream().map(DatabaseSession::pid).toList())
                .listed("sessions", sessions.stream().map(this::json).toList())
                .json("notes", notes());
        return report.build(migrating.isEmpty() ? Exit.OK : Exit.FINDING);
    }

    private void verdict(List<DatabaseSession> migrating, Report.Builder report) {
        if (migrating.isEmpty()) {
            report.line(
                    sessions.isEmpty()
                            ? "nobody else is on this database"
                            : "nobody writes to " + table.name() + ", and nobody is called like a migration tool");
            return;
        }
        var who = migrating.stream().map(WhoReport::name).collect(Collectors.joining(", "));
        report.line(Text.of(
                "do not stamp now: " + who + (migrating.size() == 1 ? " is migrating" : " are migrating"), Style.BAD));
        report.next(Next.reads("watch --until 0 2 who", "wait until nobody is"));
    }

    private static String name(DatabaseSession one) {
        return one.pid() == 0 ? "prepared transaction " + one.application() : "pid " + one.pid();
    }

    private List<Text> row(DatabaseSession one) {
        return List.of(
                Text.of(one.pid() == 0 ? "-" : String.valueOf(one.pid())),
                Text.of(one.application().isEmpty() ? "-" : one.application()),
                Text.of(one.user()),
                Text.of(one.client().orElse(unknown(one, "local"))),
                Text.of(one.state().orElse(unknown(one, "-"))),
                Text.of(one.seconds().isPresent() ? age(one.seconds().getAsLong()) : unknown(one, "-")),
                locks(one));
    }

    private static String unknown(DatabaseSession one, String otherwise) {
        return one.hidden() ? "?" : one.pid() == 0 ? "-" : otherwise;
    }

    private Text locks(DatabaseSession one) {
        var worth = one.locks().stream()
                .filter(lock -> lock.isOn(table) || !lock.isReading())
                .sorted(Comparator.comparing((Lock lock) -> !lock.isOn(table)))
                .map(this::lock)
                .distinct()
                .toList();
        var shown = worth.stream().limit(FEW).collect(Collectors.joining(", "));
        var more = worth.size() > FEW ? " and " + (worth.size() - FEW) + " more" : "";
        return one.isMigrating(table)
                ? Text.of((shown + more + "  ").stripLeading()).and("<- migrating", Style.BAD)
                : Text.of(shown + more);
    }

    private String lock(Lock lock) {
        var name = lock.table().map(WhoReport::shortName).orElse("an advisory lock");
        if (!lock.granted()) {
            return "WAITS for " + name
                    + (lock.blockedBy().isEmpty() ? "" : " behind pid " + String.join(", ", lock.blockedBy()));
        }
        return (lock.isReading() ? "reads " : "HOLDS ") + name;
    }

    private static String shortName(TableName table) {
        return table.schema().equals("public") ? table.name() : table.toString();
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        var hidden = sessions.stream().filter(DatabaseSession::hidden).count();
        if (hidden > 0) {
            notes.add("of " + hidden + " " + (hidden == 1 ? "session" : "sessions") + " the role " + server.user()
                    + " may not see state, age and address; GRANT pg_read_all_stats shows them. Names and locks are"
                    + " complete");
        }
        if (server.transactionPooler()) {
            notes.add("behind a pooler: these are the pooler's own sessions, shared by its clients; who waits in the"
                    + " pooler is not seen");
        }
        return notes;
    }

    /** {@code 0:12}, {@code 4:02}, {@code 1:04:02}. */
    private static String age(long seconds) {
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private Map<String, @Nullable Object> json(DatabaseSession one) {
        return Json.object(
                "pid", one.pid(),
                "application", one.application(),
                "user", one.user(),
                "client", one.client().orElse(null),
                "state", one.state().orElse(null),
                "seconds", one.seconds().isPresent() ? one.seconds().getAsLong() : null,
                "migrating", one.isMigrating(table),
                "hidden", one.hidden(),
                "locks", one.locks().stream().map(WhoReport::json).toList());
    }

    private static Map<String, @Nullable Object> json(Lock lock) {
        return Json.object(
                "table", lock.table().map(TableName::toString).orElse(null),
                "mode", lock.mode(),
                "granted", lock.granted(),
                "blocked_by", lock.blockedBy().stream().map(Long::valueOf).toList());
    }
}
