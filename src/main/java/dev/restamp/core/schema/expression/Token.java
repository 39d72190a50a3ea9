package dev.restamp.core.schema.expression;

import java.util.Locale;

/**
 * A token of an expression.
 *
 * @param text of a string or a quoted name what it stands for, of a word the word in lower case
 * @param start where it starts in the expression, in characters
 * @param end after its last character
 */
record Token(Form form, String text, int start, int end) {
    enum Form {
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        /** An operator, a bracket, a comma, a dot or {@code ::}. */
        SYMBOL,
        END
    }

    static Token word(String source, int start, int end) {
        return new Token(Form.WORD, source.substring(start, end).toLowerCase(Locale.ROOT), start, end);
    }

    boolean is(String wordOrSymbol) {
        return (form == Form.WORD || form == Form.SYMBOL) && text.equals(wordOrSymbol);
    }

    boolean isName() {
        return form == Form.WORD || form == Form.QUOTED;
    }
}
