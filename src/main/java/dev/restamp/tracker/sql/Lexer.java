package dev.restamp.tracker.sql;

import dev.restamp.tracker.sql.Token.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Cuts SQL into tokens as PostgreSQL does; comments are dropped. */
final class Lexer {
    private static final Pattern DOLLAR = Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String sql) {
        this.sql = sql;
    }

    /** @throws NotUnderstood if a quote or a comment does not end */
    static List<Token> tokens(String sql) {
        var lexer = new Lexer(sql);
        while (lexer.position < sql.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        var c = sql.charAt(position);
        if (Character.isWhitespace(c)) {
            position++;
        } else if (sql.startsWith("--", position)) {
            var end = sql.indexOf('\n', position);
            position = end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", position)) {
            comment();
        } else if (c == '\'') {
            string(position, false);
        } else if (c == '"') {
            quoted();
        } else if (c == '$' && dollar()) {
            // the dollar-quoted string is already taken
        } else if (isWordStart(c)) {
            word();
        } else if (Character.isDigit(c)) {
            token(Form.NUMBER, end(position, d -> Character.isLetterOrDigit(d) || d == '.'));
        } else {
            token(Form.SYMBOL, position + (sql.startsWith("::", position) ? 2 : 1));
        }
    }

    private void token(Form type, int end) {
        tokens.add(new Token(type, sql.substring(position, end), position, end));
        position = end;
    }

    /** They nest, unlike in the standard. */
    private void comment() {
        var depth = 0;
        do {
            var open = sql.startsWith("/*", position);
            var close = sql.startsWith("*/", position);
            depth += open ? 1 : close ? -1 : 0;
            position += open || close ? 2 : 1;
            if (position > sql.length()) {
                throw new NotUnderstood("a comment that does not end");
            }
        } while (depth > 0);
    }

    private void word() {
        var end = end(position, d -> isWordStart((char) d) || Character.isDigit(d) || d == '$');
        var prefix = sql.substring(position, end);
        if (end < sql.length() && sql.charAt(end) == '\'' && prefix.length() == 1 && "eEbBxXnN".contains(prefix)) {
            var start = position;
            position = end;
            string(start, prefix.equalsIgnoreCase("e"));
            return;
        }
        token(Form.WORD, end);
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c > 127 || c == SqlReader.HOLE;
    }

    private int end(int from, IntPredicate continues) {
        var end = from;
        while (end < sql.length() && continues.test(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private void string(int start, boolean escapes) {
        var text = new StringBuilder();
        for (position++; position < sql.length(); position++) {
            var c = sql.charAt(position);
            if (c == '\'' && sql.startsWith("''", position)) {
                position++;
            } else if (c == '\'') {
                position++;
                tokens.add(new Token(Form.STRING, text.toString(), start, position));
                return;
            } else if (c == '\\' && escapes) {
                position++;
            }
            if (position < sql.length()) {
                text.append(sql.charAt(position));
            }
        }
        throw new NotUnderstood("a string that does not end");
    }

    private void quoted() {
        var start = position;
        var end = position + 1;
        while (true) {
            end = sql.indexOf('"', end);
            if (end < 0) {
                throw new NotUnderstood("a quoted name that does not end");
            }
            if (!sql.startsWith("\"\"", end)) {
                break;
            }
            end += 2;
        }
        var name = sql.substring(start + 1, end).replace("\"\"", "\"");
        tokens.add(new Token(Form.QUOTED, name, start, end + 1));
        position = end + 1;
    }

    private boolean dollar() {
        var tag = DOLLAR.matcher(sql).region(position, sql.length());
        if (!tag.lookingAt()) {
            return false;
        }
        var end = sql.indexOf(tag.group(), tag.end());
        if (end < 0) {
            throw new NotUnderstood("a dollar-quoted string that does not end");
        }
        tokens.add(new Token(
                Form.STRING,
                sql.substring(tag.end(), end),
                position,
                end + tag.group().length()));
        position = end + tag.group().length();
        return true;
    }
}
