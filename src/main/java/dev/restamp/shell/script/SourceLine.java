package dev.restamp.shell.script;

/**
 * A line of a script.
 *
 * @param file as people are told of it: as it was named
 * @param number from 1
 */
public record SourceLine(String file, int number, String text) {
    /** {@code x.restamp:13} */
    public String place() {
        return file + ":" + number;
    }

    /** {@code x.restamp:13:7}; columns count characters from 1, a surrogate pair as one. */
    String place(int index) {
        return place() + ":" + (text.codePointCount(0, Math.min(index, text.length())) + 1);
    }

    Mistake mistake(int index, String what, String hint) {
        return new Mistake(this, index, what, hint);
    }

    /** To be thrown where a line can only be given up. */
    MistakeException wrong(int index, String what, String hint) {
        return new MistakeException(mistake(index, what, hint));
    }
}
