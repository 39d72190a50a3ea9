package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.Version;
import dev.restamp.shell.render.Report;

/** {@code version}: which Restamp this is. */
final class VersionCommand implements ShellCommand {
    @Override
    public Usage usage() {
        return Usage.of("version", Group.SHELL, "Say which version of restamp this is")
                .example("version", "also: restamp --version")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        return Report.builder()
                .line("restamp " + Version.TEXT)
                .json("version", Version.TEXT)
                .json("java", Runtime.version().toString())
                .build(Exit.OK);
    }
}
