package dev.restamp.tracker.alembic.python;

import java.util.List;

/** The tokens of a file, and how far they are read. */
final class Tokens {
    private final PythonSource source;
    private final List<Token> tokens;
    private int next;
    private int end;

    Tokens(PythonSource source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    PythonSource source() {
        return source;
    }

    /** The next token; the last for ever where there is no more. */
    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    Token next() {
        var token = peek();
        next = Math.min(next + 1, tokens.size());
        switch (token.kind()) {
            case NEWLINE, INDENT, DEDENT, END -> {}
            case NAME, WORD, NUMBER, STRING, SIGN, ERROR -> end = token.end();
        }
        return token;
    }

    boolean is(String wordOrSign) {
        return peek().is(wordOrSign);
    }

    boolean is(Token.Kind kind) {
        return peek().is(kind);
    }

    /** Goes on where the next token is this one. */
    boolean take(String wordOrSign) {
        var found = is(wordOrSign);
        if (found) {
            next();
        }
        return found;
    }

    boolean take(Token.Kind kind) {
        var found = is(kind);
        if (found) {
            next();
        }
        return found;
    }

    /** @throws NotPython if the next token is another */
    Token need(String wordOrSign) {
        if (!is(wordOrSign)) {
            throw unexpected();
        }
        return next();
    }

    /** @throws NotPython if the next token is of another kind */
    Token need(Token.Kind kind) {
        if (!is(kind)) {
            throw unexpected();
        }
        return next();
    }

    /** What to throw where the next token cannot stand. */
    NotPython unexpected() {
        return new NotPython(peek());
    }

    /** From a token to the last that was read. */
    Place since(Token first) {
        return source.place(first.start(), Math.max(first.start(), end));
    }

    /** Whether the bracket that is next is closed before this sign. */
    boolean closes(String sign) {
        var ahead = 0;
        var depth = 0;
        do {
            switch (peek(ahead).text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {}
            }
            ahead++;
        } while (depth > 0 && !peek(ahead).is(Token.Kind.END));
        return peek(ahead).is(sign);
    }

    /** Whether a line or a block has just been read to its end. */
    boolean isAtStatement() {
        return next > 0
                && (tokens.get(next - 1).is(Token.Kind.NEWLINE)
                        || tokens.get(next - 1).is(Token.Kind.DEDENT));
    }

    /** Goes behind the line, and behind the block that may follow it. */
    void skipStatement() {
        while (!is(Token.Kind.END) && !is(Token.Kind.INDENT) && !is(Token.Kind.DEDENT) && !take(Token.Kind.NEWLINE)) {
            next();
        }
        skipBlock();
    }

    private void skipBlock() {
        var depth = 0;
        while (is(Token.Kind.INDENT) || depth > 0) {
            var token = next();
            depth += token.is(Token.Kind.INDENT) ? 1 : 0;
            depth -= token.is(Token.Kind.DEDENT) || token.is(Token.Kind.END) ? 1 : 0;
        }
    }
}
