package dev.restamp.tracker.alembic.python;

/** A stretch of a source: what a message quotes. */
public record Place(PythonSource source, int start, int end) {
    private static final int LONGEST_QUOTE = 80;

    /** 1 for the first line. */
    public int line() {
        return source.line(start);
    }

    /** As it stands in the file. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** On one line, cut after 80 characters. */
    public String quote() {
        var line = text().replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1) + "…";
    }
}
