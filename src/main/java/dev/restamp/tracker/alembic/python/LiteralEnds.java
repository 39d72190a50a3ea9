package dev.restamp.tracker.alembic.python;

/** Finds where string literals end, and the replacement fields of f-strings, in which there may be literals again. */
final class LiteralEnds {
    /** The literal or the field is not closed. */
    static final int OPEN = -1;

    private final String text;
    private final int limit;

    /** @param limit where the text ends that is looked at */
    LiteralEnds(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /**
     * A replacement field: <code>{value!conversion:format}</code>.
     *
     * @param valueEnd behind the expression, and the equals sign that may follow it
     * @param formatStart where the format starts, or where the field is closed
     * @param close where its closing brace stands
     */
    record Field(int valueEnd, int formatStart, int close) {
        boolean isOpen() {
            return close == OPEN;
        }
    }

    private static final Field UNCLOSED = new Field(OPEN, OPEN, OPEN);

    /** Behind the literal, or {@link #OPEN}. */
    int literal(Quotes quotes) {
        var at = quotes.inside();
        while (at != OPEN && at < limit) {
            var c = text.charAt(at);
            if (c == quotes.mark().charAt(0) && text.startsWith(quotes.mark(), at)) {
                return at + quotes.mark().length();
            }
            if (c == '\n' && quotes.isOneLine()) {
                return OPEN;
            }
            at = behind(c, at, quotes);
        }
        return OPEN;
    }

    /** The brace of the first field from here on, or the limit where there is none. */
    int nextField(int start, Quotes quotes) {
        var at = start;
        while (at < limit && (text.charAt(at) != '{' || text.startsWith("{{", at))) {
            at = behind(text.charAt(at), at, quotes);
        }
        return Math.min(at, limit);
    }

    /** Behind one character, an escape, or a replacement field; {@link #OPEN} where one is not closed. */
    private int behind(char c, int at, Quotes quotes) {
        if (c == '\\') {
            return quotes.hasFields() ? behindEscape(at, quotes) : at + 2;
        }
        if (c != '{' || !quotes.hasFields()) {
            return at + 1;
        }
        if (text.startsWith("{{", at)) {
            return at + 2;
        }
        var field = field(at);
        return field.isOpen() ? OPEN : field.close() + 1;
    }

    /** A backslash before a field is a backslash, but in the name of a character the braces are no field. */
    private int behindEscape(int at, Quotes quotes) {
        if (text.startsWith("\\N{", at) && !quotes.isRaw()) {
            var close = text.indexOf('}', at);
            return close < 0 ? OPEN : close + 1;
        }
        return text.startsWith("{", at + 1) ? at + 1 : at + 2;
    }

    /** The field that a brace opens. */
    Field field(int brace) {
        var depth = 0;
        var at = brace + 1;
        while (at != OPEN && at < limit) {
            var c = text.charAt(at);
            switch (c) {
                case '(', '[', '{' -> depth++;
                case ')', ']' -> depth--;
                case '}' -> {
                    if (depth == 0) {
                        return new Field(at, at, at);
                    }
                    depth--;
                }
                case '!', ':' -> {
                    if (depth == 0 && !text.startsWith("!=", at)) {
                        return marked(at);
                    }
                }
                default -> {}
            }
            at = c == '#' ? text.indexOf('\n', at) : behindWord(at);
        }
        return UNCLOSED;
    }

    /** Behind a literal, a word or a single character of an expression. */
    private int behindWord(int start) {
        var at = start;
        while (at < limit && Lexer.isLetter(text.charAt(at))) {
            at++;
        }
        if (at < limit && Quotes.isMark(text.charAt(at)) && Quotes.isPrefix(text.substring(start, at))) {
            return literal(Quotes.at(text, start, at));
        }
        return Math.max(at, start + 1);
    }

    /** A field of which the value ends with a colon or an exclamation mark. */
    private Field marked(int valueEnd) {
        var at = valueEnd;
        var formatStart = OPEN;
        while (at != OPEN && at < limit) {
            switch (text.charAt(at)) {
                case '}' -> {
                    return new Field(valueEnd, formatStart == OPEN ? at : formatStart, at);
                }
                case '{' -> {
                    var inner = field(at);
                    at = inner.isOpen() ? OPEN : inner.close() + 1;
                }
                case ':' -> {
                    formatStart = formatStart == OPEN ? at + 1 : formatStart;
                    at++;
                }
                default -> at++;
            }
        }
        return UNCLOSED;
    }
}
