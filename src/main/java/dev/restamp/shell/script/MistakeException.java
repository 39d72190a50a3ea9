package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;

/** A line cannot be understood, or not be carried out, because of how it is written. */
final class MistakeException extends RuntimeException {
    private final transient Mistake mistake;

    MistakeException(Mistake mistake) {
        super(mistake.place() + ": " + mistake.what());
        this.mistake = mistake;
    }

    Mistake mistake() {
        return mistake;
    }

    Problem problem() {
        return new Problem(Exit.USAGE, mistake.place() + ": " + mistake.what(), mistake.hint());
    }
}
