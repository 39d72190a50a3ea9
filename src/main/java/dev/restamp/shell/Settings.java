package dev.restamp.shell;

import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import java.util.OptionalInt;

/** How answers are given, until the shell is left: the program's options say it at the start, {@code set} changes it. */
public final class Settings {
    private OutputFormat output = OutputFormats.TABLE;
    private OptionalInt width = OptionalInt.empty();
    private boolean pager = true;
    private boolean quiet;

    /** The format of answers to commands that ask for no other. */
    public OutputFormat output() {
        return output;
    }

    public void output(OutputFormat next) {
        output = next;
    }

    /** Columns; empty for those of the terminal. */
    public OptionalInt width() {
        return width;
    }

    public void width(OptionalInt columns) {
        width = columns;
    }

    /** Whether what is longer than the screen goes to a pager, where there is one. */
    public boolean pager() {
        return pager;
    }

    public void pager(boolean on) {
        pager = on;
    }

    /** Whether there is neither progress nor a remark: answers, questions and problems only. */
    public boolean quiet() {
        return quiet;
    }

    public void quiet(boolean on) {
        quiet = on;
    }
}
