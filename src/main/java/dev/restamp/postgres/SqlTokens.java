package dev.restamp.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.postgresql.core.Parser;

/** The words and signs of a statement as PostgreSQL reads it; strings and comments are told apart by the driver. */
final class SqlTokens {
    private final char[] sql;
    private final boolean psql;
    private final List<Token> tokens = new ArrayList<>();
    private OptionalInt unclosed = OptionalInt.empty();

    private SqlTokens(String sql, boolean psql) {
        this.sql = sql.toCharArray();
        this.psql = psql;
    }

    /**
     * A part of a statement.
     *
     * @param text of a word in lower case, of a quoted name what it stands for, of a string nothing
     * @param start the place of its first character
     * @param end the place behind its last one
     */
    record Token(Form form, String text, int start, int end) {
        boolean is(String word) {
            return form != Form.NAME && form != Form.STRING && text.equals(word);
        }

        /** Whether it may name something: a word, quoted or not. */
        boolean isName() {
            return form == Form.WORD || form == Form.NAME;
        }
    }

    enum Form {
        WORD,
        /** In double quotes. */
        NAME,
        /** In double quotes, with a prefix that lets it be spelt in numbers. */
        SPELT_NAME,
        STRING,
        SIGN,
        /** Of psql, up to the end of its line; only in files for it. */
        COMMAND
    }

    static List<Token> of(String sql) {
        return new SqlTokens(sql, false).cut().tokens();
    }

    /** The same of a file for psql, where a backslash outside of quotes begins a command. */
    static SqlTokens ofFile(String sql) {
        return new SqlTokens(sql, true).cut();
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Where a string, a name or a comment begins that never ends. */
    OptionalInt unclosed() {
        return unclosed;
    }

    private SqlTokens cut() {
        for (var i = 0; i < sql.length; i++) {
            var start = i;
            i = next(start);
            if (i >= sql.length) {
                unclosed = OptionalInt.of(start);
            }
        }
        return this;
    }

    /** Takes what begins there; gives the place of its last character. */
    private int next(int at) {
        var c = sql[at];
        if (Character.isWhitespace(c)) {
            return at;
        }
        return switch (c) {
            case '\'' -> take(Form.STRING, "", at, Parser.parseSingleQuotes(sql, at, true));
            case '"' -> quoted(at);
            case '-' -> comment(at, Parser.parseLineComment(sql, at));
            case '/' -> comment(at, Parser.parseBlockComment(sql, at));
            case '$' -> dollar(at);
            case '\\' -> psql ? command(at) : sign(at);
            default -> Parser.isIdentifierStartChar(c) ? word(at) : sign(at);
        };
    }

    private int quoted(int at) {
        var end = Parser.parseDoubleQuotes(sql, at);
        var name = text(at + 1, end).replace("\"\"", "\"");
        var spelt = at > 1 && sql[at - 1] == '&' && Character.toLowerCase(sql[at - 2]) == 'u';
        return take(spelt ? Form.SPELT_NAME : Form.NAME, name, at, end);
    }

    private int comment(int at, int end) {
        return end > at ? end : sign(at);
    }

    private int dollar(int at) {
        var end = Parser.parseDollarQuotes(sql, at);
        return end > at ? take(Form.STRING, "", at, end) : sign(at);
    }

    private int command(int at) {
        var end = at;
        while (end + 1 < sql.length && sql[end + 1] != '\n') {
            end++;
        }
        return take(Form.COMMAND, text(at, end + 1).strip(), at, end);
    }

    private int word(int at) {
        var end = at;
        while (end + 1 < sql.length && Parser.isIdentifierContChar(sql[end + 1])) {
            end++;
        }
        return take(Form.WORD, text(at, end + 1).toLowerCase(Locale.ROOT), at, end);
    }

    private int sign(int at) {
        return take(Form.SIGN, String.valueOf(sql[at]), at, at);
    }

    private int take(Form form, String text, int start, int end) {
        tokens.add(new Token(form, text, start, Math.min(end + 1, sql.length)));
        return end;
    }

    private String text(int from, int to) {
        return new String(sql, from, Math.max(0, Math.min(to, sql.length) - from));
    }
}
