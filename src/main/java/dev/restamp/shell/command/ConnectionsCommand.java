package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Text;
import java.util.List;

/** {@code connections}: what is open. */
final class ConnectionsCommand implements ShellCommand {
    private final Session session;

    ConnectionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("connections", Group.CONNECT, "List the open connections")
                .example("connections", "the current one is marked with *")
                .see("use", "connect")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var open = session.connections();
        var report = Report.builder()
                .listed(
                        "connections",
                        open.stream()
                                .map(one -> Json.object(
                                        "name", one.name(),
                                        "current", isCurrent(one),
                                        "open", one.database().isOpen(),
                                        "connection", InspectionJson.connection(one)))
                                .toList());
        if (open.isEmpty()) {
            return report.line("no connection is open").build(Exit.OK);
        }
        var heads = List.of(
                Head.left(""),
                Head.left("name"),
                Head.left("database"),
                Head.left("env"),
                Head.left("row"),
                Head.left("state"),
                Head.left("server"));
        return report.block(new Grid(heads, open.stream().map(this::row).toList()))
                .build(Exit.OK);
    }

    private List<Text> row(OpenConnection connection) {
        var belief = connection.belief();
        return List.of(
                Text.of(isCurrent(connection) ? "*" : " "),
                Text.of(connection.name()),
                Text.of(connection.database().server().database()),
                Text.of(connection.label().word()),
                Text.of(String.join("+", belief.row()) + " " + belief.mark().sign()),
                Text.of(state(connection)),
                Text.of(connection.database().url().display()));
    }

    private static String state(OpenConnection connection) {
        var server = connection.database().server();
        return (connection.database().isOpen() ? "idle, " + server.latencyMillis() + " ms" : "closed")
                + (server.transactionPooler() ? ", pooler" : "");
    }

    private boolean isCurrent(OpenConnection connection) {
        return session.current().filter(connection::equals).isPresent();
    }
}
