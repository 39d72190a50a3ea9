package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.VersionTable;
import dev.restamp.postgres.SessionReader;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;

/** {@code who}: the other sessions on this database, and whether one of them is migrating. */
final class WhoCommand implements ShellCommand {
    private final Session session;

    WhoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("who", Group.LOOK, "Say who else is on the database, what they lock, and who is migrating")
                .reads(Exit.FINDING)
                .example("who", "exit 1 where somebody is migrating: do not stamp then")
                .example("watch 2 who", "again every two seconds, until Ctrl-C")
                .example("watch --until 0 2 who", "wait until nobody is migrating")
                .example("who --json", "its member \"migrating\" has the pids")
                .see("status", "watch")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var connection = session.connection();
        var table = table(connection);
        var others = session.read(connection, SessionReader::read);
        return new WhoReport(table, others, connection.database().server()).build();
    }

    /** Where no project is at hand the question is urgent all the same: then the table has its usual name. */
    private VersionTable table(OpenConnection connection) {
        var choice = connection.tableChoice();
        try {
            return choice.table(session.project());
        } catch (Problem noProject) {
            return new VersionTable(choice.schema(), choice.name().orElse(VersionTable.ALEMBIC.name()));
        }
    }
}
