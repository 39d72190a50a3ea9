package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Report;

/** {@code quit}: leaves the shell. */
final class QuitCommand implements ShellCommand {
    private final Runnable leave;

    QuitCommand(Runnable leave) {
        this.leave = leave;
    }

    @Override
    public Usage usage() {
        return Usage.of("quit", Group.SHELL, "Leave the shell; what practice started is stopped")
                .example("quit", "as Ctrl-D does")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        leave.run();
        return Report.builder().build(Exit.OK);
    }
}
