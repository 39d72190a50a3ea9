package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;

/** {@code clear}: an empty screen, as Ctrl-L gives it. */
final class ClearCommand implements ShellCommand {
    private final Session session;

    ClearCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("clear", Group.SHELL, "Clear the screen")
                .example("clear", "Ctrl-L does the same, also in the middle of a line")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        session.console().clear();
        return Report.builder().build(Exit.OK);
    }
}
