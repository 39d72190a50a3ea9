package dev.restamp.shell.render;

/** A way to print any report. Not sealed: a format stands alone, {@link OutputFormats} lists them. */
public interface OutputFormat {
    /** Its name in lower case, as typed after {@code -o}. */
    String name();

    Kind kind();

    /** Whether it prints the graph of a report and nothing else. */
    default boolean isPicture() {
        return false;
    }

    /**
     * The whole output, each line ended by {@code \n}.
     *
     * @param envelope what belongs around it in formats that have such a place
     */
    String print(Report report, Envelope envelope, Canvas canvas);

    /** How a format goes together with what else is said. */
    enum Kind {
        /** For people, line by line: parts of an answer may come before the rest of it. */
        SCREEN,
        /** For people, as a whole: a page to keep. */
        DOCUMENT,
        /** For programs: nothing but the report may be in it. */
        DATA
    }

    /**
     * What a document says of itself.
     *
     * @param command the name of the command; the schema is called {@code restamp.<command>/1}
     * @param at when the command ended, ISO 8601 in UTC
     */
    record Envelope(String command, String tool, String at) {}
}
