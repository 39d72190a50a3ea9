package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;

/** {@code status}: whether row, schema and head agree. Writes nothing. */
final class StatusCommand implements ShellCommand {
    private final Session session;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("status", Group.LOOK, "Say whether version row, schema and head agree, and what to do if not")
                .example("status", "the current connection against the project")
                .example("@local status", "another connection")
                .example("status --json", "for a program; exit 0 no drift, 1 drift, 7 cannot be told")
                .reads(Exit.FINDING, Exit.PROJECT)
                .see("diagnose", "current", "stamp")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        return StatusReport.of(session.inspect());
    }
}
