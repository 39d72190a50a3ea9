package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.ArrayList;
import java.util.List;

/** What a user must know of a connection that has just been opened. */
public final class ConnectionReport {
    private ConnectionReport() {}

    public static Report opened(OpenConnection connection) {
        return Report.builder()
                .block(new Block.Fields(fields(connection)))
                .json("connection", InspectionJson.connection(connection))
                .json("notes", connection.database().url().notes())
                .build(Exit.OK);
    }

    private static List<Field> fields(OpenConnection connection) {
        var url = connection.database().url();
        var server = connection.database().server();
        var fields = new ArrayList<Field>();
        fields.add(new Field(
                "connect",
                Text.of(connection.name(), Style.STRONG).and(" = " + url.display()),
                String.join(", ", url.notes())));
        fields.add(new Field(
                "",
                Text.of("PostgreSQL %s, %s, %d ms, TLS %s"
                        .formatted(
                                server.version(),
                                server.standby() ? "standby" : "primary",
                                server.latencyMillis(),
                                server.tls())),
                ""));
        if (server.transactionPooler()) {
            fields.add(new Field("", Text.of("behind a transaction pooler: single transactions only", Style.WARN), ""));
        }
        if (connection.environment() == Environment.PROD) {
            fields.add(
                    new Field("", Text.of("treated as PRODUCTION", Style.BAD), "connect … --env dev to say otherwise"));
        }
        fields.add(new Field(
                "mode", Text.of("READ-ONLY: only stamp and undo can write, and only to the version table"), ""));
        return fields;
    }
}
