package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Python into tokens, with the indents and dedents that make its blocks. */
final class Lexer {
    /** As many as Python allows. */
    private static final int MOST_INDENTS = 100;

    private static final int TAB = 8;

    /** No letter needs to follow: {@code 1if x else 2} is Python. */
    private static final Pattern NUMBER = Pattern.compile("0[xX][\\da-fA-F_]+[lL]?|0[oObB][\\d_]+[lL]?"
            + "|(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d[\\d_]*)?[jJlL]?");

    private final String text;
    private final int end;
    private final LiteralEnds literals;
    private final Matcher numbers;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> indents = new ArrayList<>(List.of(0));
    /** Where the brackets stand that are still open. */
    private final List<Integer> brackets = new ArrayList<>();

    private int at;

    private Lexer(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.literals = new LiteralEnds(text, end);
        this.numbers = NUMBER.matcher(text);
    }

    /** The tokens of a file; the last is {@link Token.Kind#END}. */
    static List<Token> file(String text) {
        return new Lexer(text, 0, text.length()).file();
    }

    /** The tokens of an expression that may go over several lines. */
    static List<Token> expression(String text, int start, int end) {
        var lexer = new Lexer(text, start, end);
        while (lexer.skipBlanks(true)) {
            lexer.token();
        }
        lexer.add(Token.Kind.END, end);
        return lexer.tokens;
    }

    private List<Token> file() {
        while (at < end) {
            if (startsLine()) {
                line();
            }
        }
        dedent(0);
        add(Token.Kind.END, end);
        return tokens;
    }

    /** Reads the indent of a line; false, and goes to the next, where the line is empty or a comment. */
    private boolean startsLine() {
        var width = 0;
        for (; at < end; at++) {
            var c = text.charAt(at);
            if (c == ' ') {
                width++;
            } else if (c == '\t') {
                width = (width / TAB + 1) * TAB;
            } else if (c == '\f') {
                width = 0; // to Python it starts the line anew
            } else {
                break;
            }
        }
        skipComment();
        if (at == end || text.charAt(at) == '\n') {
            at++;
            return false;
        }
        indent(width);
        return true;
    }

    private void indent(int width) {
        if (width > indents.getLast()) {
            indents.add(width);
            add(indents.size() > MOST_INDENTS ? Token.Kind.ERROR : Token.Kind.INDENT, at);
        } else if (dedent(width) != width) {
            tokens.add(new Token(Token.Kind.ERROR, at, at + 1, ""));
        }
    }

    /** Closes the blocks that are deeper; returns the indent of the one that is left. */
    private int dedent(int width) {
        while (width < indents.getLast()) {
            indents.removeLast();
            add(Token.Kind.DEDENT, at);
        }
        return indents.getLast();
    }

    /** Reads the rest of a logical line. */
    private void line() {
        while (skipBlanks(!brackets.isEmpty())) {
            if (text.charAt(at) == '\n') {
                break;
            }
            token();
        }
        if (!brackets.isEmpty()) {
            tokens.add(new Token(Token.Kind.ERROR, brackets.getLast(), end, ""));
        }
        add(Token.Kind.NEWLINE, Math.min(at, end));
        at++;
    }

    /** Goes to the next token, or the end of the line; false at the end of the text. */
    private boolean skipBlanks(boolean linesToo) {
        while (at < end) {
            var c = text.charAt(at);
            if (c == '\\' && text.startsWith("\n", at + 1)) {
                at += 2;
            } else if (c == '#') {
                skipComment();
            } else if (c == ' ' || c == '\t' || c == '\f' || (linesToo && c == '\n')) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipComment() {
        if (at < end && text.charAt(at) == '#') {
            var newline = text.indexOf('\n', at);
            at = newline < 0 ? end : Math.min(newline, end);
        }
    }

    private void token() {
        var c = text.charAt(at);
        if (isDigit(c) || (c == '.' && at + 1 < end && isDigit(text.charAt(at + 1)))) {
            number();
        } else if (Quotes.isMark(c)) {
            literal(at);
        } else if (isLetter(c)) {
            word();
        } else {
            sign(c);
        }
    }

    private void number() {
        var start = at;
        at = numbers.region(at, end).lookingAt() ? numbers.end() : at + 1;
        tokens.add(new Token(Token.Kind.NUMBER, start, at, ""));
    }

    private void word() {
        var start = at;
        while (at < end && isLetter(text.charAt(at))) {
            at++;
        }
        var word = text.substring(start, at);
        if (at < end && Quotes.isMark(text.charAt(at)) && Quotes.isPrefix(word)) {
            literal(start);
        } else {
            tokens.add(new Token(Signs.WORDS.contains(word) ? Token.Kind.WORD : Token.Kind.NAME, start, at, word));
        }
    }

    /** @param start of the prefix; the quotes are here */
    private void literal(int start) {
        var quotes = Quotes.at(text, start, at);
        var behind = literals.literal(quotes);
        at = behind == LiteralEnds.OPEN ? (quotes.isOneLine() ? lineEnd() : end) : behind;
        tokens.add(new Token(behind == LiteralEnds.OPEN ? Token.Kind.ERROR : Token.Kind.STRING, start, at, ""));
    }

    private int lineEnd() {
        var newline = text.indexOf('\n', at);
        return newline < 0 ? end : Math.min(newline, end);
    }

    private void sign(char c) {
        var sign = Signs.at(text, at);
        if (sign.isEmpty()) {
            tokens.add(new Token(Token.Kind.ERROR, at, ++at, ""));
            return;
        }
        if ("([{".indexOf(c) >= 0) {
            brackets.add(at);
        } else if (")]}".indexOf(c) >= 0 && !brackets.isEmpty()) {
            brackets.removeLast();
        }
        tokens.add(new Token(Token.Kind.SIGN, at, at + sign.length(), sign));
        at += sign.length();
    }

    private void add(Token.Kind kind, int position) {
        tokens.add(new Token(kind, position, position, ""));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it can be part of a name: outside ASCII whatever there is, for Python has it in names alone. */
    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c > 127 || c == 0;
    }
}
