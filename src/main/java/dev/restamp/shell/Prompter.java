package dev.restamp.shell;

import dev.restamp.postgres.Secret;
import java.util.Optional;

/** Asks the user. Where nobody can answer, every answer is empty, and empty means No. */
public interface Prompter {
    /** Nobody is there: a script, a pipe, {@code --no-input}. */
    Prompter NOBODY = new Prompter() {
        @Override
        public boolean isSomebodyThere() {
            return false;
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<String> paste(String request) {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> password(String question) {
            return Optional.empty();
        }
    };

    boolean isSomebodyThere();

    /** The line typed in answer; what was typed before the question does not count. Empty on Ctrl-C and Ctrl-D. */
    Optional<String> ask(String question);

    /** Many lines, up to Ctrl-D. Empty on Ctrl-C. */
    Optional<String> paste(String request);

    /** The same as an answer, not shown while it is typed and never kept. */
    Optional<Secret> password(String question);
}
