package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;

/** {@code diagnose}: where the live schema really is, with the evidence. Writes nothing. */
final class DiagnoseCommand implements ShellCommand {
    private final Session session;

    DiagnoseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("diagnose", Group.LOOK, "Say where the schema really is, revision by revision")
                .flag("--all", "every revision, also runs without news")
                .example("diagnose", "the current connection against the project")
                .example("diagnose --all", "with every revision drawn")
                .example("diagnose --json", "every revision with its effects, for a program")
                .reads(Exit.FINDING, Exit.PROJECT)
                .see("status", "stamp", "show")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var width = session.console().canvas().width();
        return DiagnosisReport.of(session.inspect(), arguments.has("--all"), width);
    }
}
