package dev.restamp.shell.command;

import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;

/** {@code reconnect}: another session on the same server, for whoever does not trust the one there is. */
final class ReconnectCommand implements ShellCommand {
    private final Session session;

    ReconnectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("reconnect", Group.CONNECT, "Close a connection and open it again")
                .operands("[NAME]", Operand.CONNECTION, 0, 1)
                .example("reconnect", "the current one; a lost one is opened again without it")
                .example("reconnect local", "another one")
                .reads()
                .see("connect", "connections")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var connection = arguments.operand(0).map(session::connection).orElseGet(session::connection);
        session.reconnect(connection);
        return ConnectionReport.opened(connection, session.projectTracker());
    }
}
