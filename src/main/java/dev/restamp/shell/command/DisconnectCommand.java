package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;

/** {@code disconnect}: closes a connection. */
final class DisconnectCommand implements ShellCommand {
    private final Session session;

    DisconnectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("disconnect", Group.CONNECT, "Close a connection")
                .operands("[NAME]", Operand.CONNECTION, 0, 1)
                .example("disconnect", "the current one")
                .example("disconnect local", "another one")
                .see("connections")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var name = arguments
                .operand(0)
                .or(() -> session.current().map(OpenConnection::name))
                .orElseThrow(() -> new Problem(Exit.USAGE, "no connection is open", "connections"));
        session.disconnect(name);
        return Report.builder().line("closed " + name).json("closed", name).build(Exit.OK);
    }
}
