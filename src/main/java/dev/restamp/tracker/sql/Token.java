package dev.restamp.tracker.sql;

import java.util.Locale;

/**
 * A token of SQL.
 *
 * @param text of a word as written, of a quoted name or a string what it stands for, of a symbol the symbol
 * @param start where it starts in the text, in characters
 * @param end after its last character
 */
record Token(Form form, String text, int start, int end) {
    enum Form {
        /** A keyword or a name without quotes. */
        WORD,
        /** {@code "name"}. */
        QUOTED,
        /** A string in any of PostgreSQL's ways to write one. */
        STRING,
        NUMBER,
        /** One character, or {@code ::}. */
        SYMBOL
    }

    boolean is(String wordOrSymbol) {
        return switch (form) {
            case WORD -> text.equalsIgnoreCase(wordOrSymbol);
            case SYMBOL -> text.equals(wordOrSymbol);
            case QUOTED, STRING, NUMBER -> false;
        };
    }

    boolean isName() {
        return form == Form.WORD || form == Form.QUOTED;
    }

    /** The name as the catalog holds it: without quotes it is folded to lower case. */
    String name() {
        return form == Form.WORD ? text.toLowerCase(Locale.ROOT) : text;
    }
}
