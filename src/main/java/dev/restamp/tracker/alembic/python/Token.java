package dev.restamp.tracker.alembic.python;

/**
 * A token of a Python file.
 *
 * @param start its first character in the source, {@code end} the one behind it
 * @param text of a name, a reserved word or a sign; empty for the others
 */
record Token(Kind kind, int start, int end, String text) {
    enum Kind {
        NAME,
        /** A reserved word. */
        WORD,
        NUMBER,
        /** A string literal with its prefix and quotes; an f-string with all that is in it. */
        STRING,
        /** An operator or a delimiter. */
        SIGN,
        /** The end of a logical line. */
        NEWLINE,
        INDENT,
        DEDENT,
        /** Characters that are no Python. */
        ERROR,
        END
    }

    boolean is(String wordOrSign) {
        return text.equals(wordOrSign);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
