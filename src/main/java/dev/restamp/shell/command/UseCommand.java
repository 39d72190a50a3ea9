package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Report;

/** {@code use}: another connection becomes the current one. */
final class UseCommand implements ShellCommand {
    private final Session session;

    UseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of("use", Group.CONNECT, "Make another connection the current one; a profile is connected to")
                .operands("NAME", Operand.CONNECTION, 1, 1)
                .example("use local", "from now on commands look at local")
                .example("@local current", "only this one command looks at local")
                .see("connections")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        session.use(arguments.operands().getFirst());
        return Report.builder()
                .json("connection", InspectionJson.connection(session.connection()))
                .build(Exit.OK);
    }
}
