package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import java.util.List;
import java.util.Optional;

/** Runs commands from within a command: what {@code watch} repeats, the lines of a script. */
public interface CommandRunner {
    /** As typed in the shell: a beginning of a name will do where it is the only one. */
    Exit run(List<String> words);

    /** As in a script: only full names count. */
    Exit runExactly(List<String> words);

    /** A line as it was typed; as {@link #run} otherwise. */
    Exit line(String line);

    /** What can be typed after that name; empty where no command is called so. */
    Optional<Usage> usage(String name);
}
