package dev.restamp.core;

/** The exit codes of the program: of one command, of a script, of the process. Stable; scripts depend on them. */
public enum Exit {
    OK(0, "done, nothing to report"),
    FINDING(1, "a finding: drift, a difference, a false assertion"),
    USAGE(2, "wrong usage: unknown command, bad option"),
    CONNECTION(3, "cannot connect or authenticate"),
    PROJECT(4, "the project cannot be read, or the revision is unknown or ambiguous"),
    REFUSED(5, "refused by a guard: not proved, not confirmed, read-only, row changed since the plan"),
    TIMEOUT(6, "time limit reached or lock not obtained; nothing written"),
    INCONCLUSIVE(7, "inconclusive: some evidence could not be read"),
    NOT_WRITTEN(8, "the write failed and was rolled back"),
    OUTCOME_UNKNOWN(9, "outcome unknown: connection lost during COMMIT"),
    BUG(70, "a bug in restamp; the log has it"),
    INTERRUPTED(130, "interrupted by Ctrl-C"),
    TERMINATED(143, "terminated by a signal");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** What it means, for help pages. */
    public String meaning() {
        return meaning;
    }
}
