package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.recognition.RecognisedTable;
import dev.restamp.postgres.DatabaseUrl;
import dev.restamp.postgres.ServerInfo;
import dev.restamp.postgres.Tls.Certificate;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.TrackerWish;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a user must know of a connection that has just been opened. */
public final class ConnectionReport {
    private ConnectionReport() {}

    /** @param own whose the project is; other tools' version tables are worth a line */
    public static Report opened(OpenConnection connection, Optional<String> own) {
        var fields = fields(connection);
        tables(connection.recognised(), own).ifPresent(fields::add);
        var report = Report.builder()
                .block(new Block.Fields(fields))
                .json("connection", InspectionJson.connection(connection))
                .json("trackers", OtherTrackerReport.json(connection.recognised()))
                .json("notes", connection.database().url().notes());
        return report.build(Exit.OK);
    }

    private static Optional<Field> tables(List<RecognisedTable> recognised, Optional<String> own) {
        return recognised.stream().allMatch(one -> own.filter(one::isOf).isPresent())
                ? Optional.empty()
                : Optional.of(new Field("tables", Text.of(TrackerWish.listed(recognised)), ""));
    }

    private static List<Field> fields(OpenConnection connection) {
        var url = connection.database().url();
        var server = connection.database().server();
        var fields = new ArrayList<Field>();
        fields.add(new Field("connect", title(connection, url), String.join(", ", url.notes())));
        fields.add(field(server(server, url), server.tls().certificate() == Certificate.NONE && !url.isLoopback()));
        if (url.hosts().size() > 1) {
            fields.add(field(server.host() + " answered, of " + hosts(url), false));
        }
        if (server.standby()) {
            fields.add(warning("STANDBY: it can be read; stamp and undo are refused here", url.primary()));
        }
        if (server.transactionPooler()) {
            fields.addAll(pooler(server, url));
        }
        if (connection.environment() == Environment.PROD) {
            fields.add(production(connection.label().said()));
        }
        fields.add(new Field(
                "mode",
                Text.of(
                        "READ-ONLY: only stamp and undo can write, and only to the version table; upgrade runs the project's tool"),
                ""));
        return fields;
    }

    private static Text title(OpenConnection connection, DatabaseUrl url) {
        var origin = connection.target().origin();
        return Text.of(connection.name(), Style.STRONG)
                .and(" = " + url.display())
                .and(origin.isEmpty() ? "" : "  " + origin, Style.FAINT);
    }

    private static String server(ServerInfo server, DatabaseUrl url) {
        return "PostgreSQL %s, %s, %d ms, %s%s"
                .formatted(
                        server.version(),
                        server.standby() ? "standby" : "primary",
                        server.latencyMillis(),
                        server.tls(),
                        url.role().map(role -> ", as role " + role).orElse(""));
    }

    private static List<Field> pooler(ServerInfo server, DatabaseUrl url) {
        var sign =
                url.transactionPooler() ? "" : " (backend PID " + server.backend() + " is not the one we were given)";
        return List.of(
                warning("POOLER, transaction mode" + sign, url.pastPooler()),
                field("Inspecting and stamping work: both use single transactions. who may miss sessions.", false));
    }

    private static Field production(boolean said) {
        return said
                ? new Field("", Text.of("PRODUCTION", Style.BAD), "")
                : new Field(
                        "",
                        Text.of("no label for this host, so it is treated as ").and("PRODUCTION", Style.BAD),
                        "profile add prod --env prod to name it");
    }

    private static String hosts(DatabaseUrl url) {
        return url.hosts().stream().map(DatabaseUrl.Host::toString).collect(Collectors.joining(", "));
    }

    private static Field field(String text, boolean warn) {
        return new Field("", Text.of(text, warn ? Style.WARN : Style.PLAIN), "");
    }

    private static Field warning(String text, String note) {
        return new Field("", Text.of(text, Style.WARN), note);
    }
}
