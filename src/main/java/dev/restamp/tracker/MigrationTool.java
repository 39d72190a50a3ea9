package dev.restamp.tracker;

import dev.restamp.core.Problem;
import dev.restamp.postgres.ToolConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The project's own tool: what runs the revisions that have not run. */
public sealed interface MigrationTool {
    /**
     * What people type to do the same by hand: {@code alembic upgrade head}.
     *
     * @param target how far, as it was typed; empty for everything there is
     */
    String typed(Optional<String> target);

    /**
     * A program that is run as a child. It gets the URL in an environment variable, and nothing to read.
     *
     * @param start the program and what it is told; the target follows, an argument of its own
     * @param everything the target where none was typed: {@code head}
     * @param folder where it is run
     * @param typed how people call it: {@code alembic upgrade}
     * @param absent how a line of its output ends where the tool is not installed: {@code No module named alembic}
     * @param install what to do then, and where the program itself is not there; a hint of a {@link Problem}
     */
    record Program(List<String> start, String everything, Path folder, String typed, Pattern absent, String install)
            implements MigrationTool {
        public Program {
            start = List.copyOf(start);
        }

        /** What is run, a word each; no shell reads it. */
        public List<String> command(Optional<String> target) {
            var words = new ArrayList<>(start);
            words.add(target.orElse(everything));
            return List.copyOf(words);
        }

        @Override
        public String typed(Optional<String> target) {
            return typed + " " + target.orElse(everything);
        }
    }

    /** A library that runs in this process. */
    non-sealed interface Library extends MigrationTool {
        /**
         * Runs what has not run. Ctrl-C makes the statement that runs fail; whoever catches that must not go on.
         *
         * @param target how far, as it was typed; empty for everything there is
         * @param connection ready to write, and closed by the caller
         * @param output what the tool says, a line at a time, in its own words; it may hold anything
         * @throws RuntimeException where the tool fails: its message is what people read. A {@link Problem} also says
         *     with which exit code
         */
        void upgrade(Optional<String> target, ToolConnection connection, Consumer<String> output);
    }
}
