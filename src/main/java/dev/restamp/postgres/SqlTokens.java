package dev.restamp.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.core.Parser;

/** The words and signs of a statement as PostgreSQL reads it; strings and comments are told apart by the driver. */
final class SqlTokens {
    private final char[] sql;
    private final List<Token> tokens = new ArrayList<>();

    private SqlTokens(String sql) {
        this.sql = sql.toCharArray();
    }

    /**
     * A part of a statement.
     *
     * @param text of a word in lower case, of a quoted name what it stands for, of a string nothing
     */
    record Token(Form form, String text) {
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
        SIGN
    }

    static List<Token> of(String sql) {
        var cut = new SqlTokens(sql);
        for (var i = 0; i < cut.sql.length; i++) {
            i = cut.next(i);
        }
        return cut.tokens;
    }

    /** Takes what begins there; gives the place of its last character. */
    private int next(int at) {
        var c = sql[at];
        if (Character.isWhitespace(c)) {
            return at;
        }
        return switch (c) {
            case '\'' -> take(Form.STRING, "", Parser.parseSingleQuotes(sql, at, true));
            case '"' -> quoted(at);
            case '-' -> comment(at, Parser.parseLineComment(sql, at));
            case '/' -> comment(at, Parser.parseBlockComment(sql, at));
            case '$' -> dollar(at);
            default -> Parser.isIdentifierStartChar(c) ? word(at) : take(Form.SIGN, String.valueOf(c), at);
        };
    }

    private int quoted(int at) {
        var end = Parser.parseDoubleQuotes(sql, at);
        var name = text(at + 1, end).replace("\"\"", "\"");
        var spelt = at > 1 && sql[at - 1] == '&' && Character.toLowerCase(sql[at - 2]) == 'u';
        return take(spelt ? Form.SPELT_NAME : Form.NAME, name, end);
    }

    private int comment(int at, int end) {
        return end > at ? end : take(Form.SIGN, String.valueOf(sql[at]), at);
    }

    private int dollar(int at) {
        var end = Parser.parseDollarQuotes(sql, at);
        return end > at ? take(Form.STRING, "", end) : take(Form.SIGN, "$", at);
    }

    private int word(int at) {
        var end = at;
        while (end + 1 < sql.length && Parser.isIdentifierContChar(sql[end + 1])) {
            end++;
        }
        return take(Form.WORD, text(at, end + 1).toLowerCase(Locale.ROOT), end);
    }

    private int take(Form form, String text, int end) {
        tokens.add(new Token(form, text));
        return end;
    }

    private String text(int from, int to) {
        return new String(sql, from, Math.max(0, Math.min(to, sql.length) - from));
    }
}
