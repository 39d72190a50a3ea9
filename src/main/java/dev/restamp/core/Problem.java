package dev.restamp.core;

import java.util.Objects;

/**
 * A failure the user can act on: what happened, and what to do next.
 *
 * <p>Commands let it escape; the shell prints both lines and ends the command with {@link #exit}. A bug is any other
 * exception, and keeps its stack trace in the log.
 */
public final class Problem extends RuntimeException {
    private final Exit exit;
    private final String what;
    private final String hint;

    /**
     * @param what the fact, one sentence without a full stop, naming the thing: {@code no revision starts with "a1b2"}
     * @param hint the next step, best a command to copy; empty where there is none
     */
    public Problem(Exit exit, String what, String hint) {
        super(what);
        this.exit = exit;
        this.what = what;
        this.hint = hint;
    }

    /** The same with its cause, which goes to the log and never to the screen. */
    public Problem(Exit exit, String what, String hint, Throwable cause) {
        this(exit, what, hint);
        initCause(Objects.requireNonNull(cause));
    }

    public Exit exit() {
        return exit;
    }

    /** The fact, without the hint. */
    public String what() {
        return what;
    }

    public String hint() {
        return hint;
    }
}
