package dev.restamp.tracker.alembic;

import dev.restamp.tracker.Project.ScriptProblem;

/** A script does not say something about its revision. May end the reading of that script, never of the project. */
final class Unreadable extends Exception {
    private final int line;
    private final String why;

    /** @param line 0 where no line is to blame */
    Unreadable(int line, String why) {
        super(why);
        this.line = line;
        this.why = why;
    }

    ScriptProblem in(String file) {
        return new ScriptProblem(file, line, why);
    }
}
