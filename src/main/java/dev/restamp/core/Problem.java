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
    private final String code;

    /**
     * @param what the fact, one sentence without a full stop, naming the thing: {@code no revision starts with "a1b2"}
     * @param hint the next step, best a command to copy; empty where there is none
     */
    public Problem(Exit exit, String what, String hint) {
        this(exit, what, hint, "");
    }

    private Problem(Exit exit, String what, String hint, String code) {
        super(what);
        this.exit = exit;
        this.what = what;
        this.hint = hint;
        this.code = code;
    }

    /** The same with its cause, which goes to the log and never to the screen. */
    public Problem(Exit exit, String what, String hint, Throwable cause) {
        this(exit, what, hint);
        initCause(Objects.requireNonNull(cause));
    }

    /** The same under a code that `help` explains: {@code CN203}. */
    public Problem coded(String name) {
        var same = new Problem(exit, what, hint, name);
        if (getCause() != null) {
            same.initCause(getCause());
        }
        return same;
    }

    public Exit exit() {
        return exit;
    }

    /** {@code CN203}; empty where it has none. */
    public String code() {
        return code;
    }

    /** The fact, without the hint. */
    public String what() {
        return what;
    }

    public String hint() {
        return hint;
    }
}
