package dev.restamp.shell.command;

import dev.restamp.core.Problem;
import dev.restamp.shell.render.Report;

/** A command: it reads, decides, and says what is to be printed. {@link Commands} lists them all. */
public interface ShellCommand {
    Usage usage();

    /** @throws Problem where the user must do something first */
    Report run(Arguments arguments);
}
