package dev.restamp.core.schema.expression;

import dev.restamp.core.schema.expression.Token.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Cuts an expression into tokens as PostgreSQL does, the last one {@link Form#END}. */
final class Lexer {
    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";
    private static final String MAY_END_IN_SIGN = "~!@#%^&|`?";
    private static final Pattern DOLLAR = Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String sql) {
        this.sql = sql;
    }

    /** @throws Unparsable where something does not end or is written in a way that is not read */
    static List<Token> tokens(String sql) {
        var lexer = new Lexer(sql);
        while (lexer.position < sql.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Form.END, "", sql.length(), sql.length()));
        return lexer.tokens;
    }

    private void next() {
        var c = sql.charAt(position);
        if (Character.isWhitespace(c)) {
            position++;
        } else if (sql.startsWith("--", position) || sql.startsWith("/*", position)) {
            throw new Unparsable("a comment");
        } else if (c == '\'') {
            string(position, false);
        } else if (c == '"') {
            quoted();
        } else if (c == '$') {
            dollar();
        } else if (isWordStart(c)) {
            word();
        } else if (Character.isDigit(c) || (c == '.' && Character.isDigit(at(position + 1)))) {
            number();
        } else if (OPERATOR.indexOf(c) >= 0) {
            operator();
        } else {
            symbol(position + (sql.startsWith("::", position) ? 2 : 1));
        }
    }

    private char at(int index) {
        return index < sql.length() ? sql.charAt(index) : ' ';
    }

    private int end(int from, IntPredicate continues) {
        var end = from;
        while (end < sql.length() && continues.test(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private void symbol(int end) {
        tokens.add(new Token(Form.SYMBOL, sql.substring(position, end), position, end));
        position = end;
    }

    private static boolean isWordStart(int c) {
        return Character.isLetter(c) || c == '_' || c > 127;
    }

    private void word() {
        var end = end(position, c -> isWordStart(c) || Character.isDigit(c) || c == '$');
        if (at(end) == '\'' || (at(end) == '&' && at(end + 1) == '\'')) {
            if (!sql.substring(position, end).equalsIgnoreCase("e")) {
                throw new Unparsable("a string with a prefix");
            }
            var start = position;
            position = end;
            string(start, true);
            return;
        }
        tokens.add(Token.word(sql, position, end));
        position = end;
    }

    private void number() {
        var end = end(position, c -> Character.isLetterOrDigit(c) || c == '.' || c == '_');
        if ((at(end) == '-' || at(end) == '+') && "eE".indexOf(sql.charAt(end - 1)) >= 0) {
            end = end(end + 1, Character::isDigit);
        }
        tokens.add(new Token(Form.NUMBER, sql.substring(position, end), position, end));
        position = end;
    }

    /** The longest, but a sign at its end is one of its own unless an unusual character comes before. */
    private void operator() {
        var end = end(position, c -> OPERATOR.indexOf(c) >= 0);
        var usual = sql.substring(position, end).chars().noneMatch(c -> MAY_END_IN_SIGN.indexOf(c) >= 0);
        while (usual && end - position > 1 && "+-".indexOf(sql.charAt(end - 1)) >= 0) {
            end--;
        }
        symbol(end);
    }

    private void string(int start, boolean escapes) {
        var text = new StringBuilder();
        for (position++; position < sql.length(); position++) {
            var c = sql.charAt(position);
            if (c == '\'' && at(position + 1) == '\'') {
                position++;
            } else if (c == '\'') {
                position++;
                tokens.add(new Token(Form.STRING, text.toString(), start, position));
                return;
            } else if (c == '\\' && escapes) {
                position++;
                c = escaped(at(position));
            }
            text.append(c);
        }
        throw new Unparsable("a string that does not end");
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '\\', '\'' -> c;
            default -> throw new Unparsable("an escape");
        };
    }

    private void quoted() {
        var end = position;
        do {
            end = sql.indexOf('"', end + 1);
            if (end < 0) {
                throw new Unparsable("a name that does not end");
            }
            if (at(end + 1) != '"') {
                break;
            }
            end++;
        } while (true);
        var name = sql.substring(position + 1, end).replace("\"\"", "\"");
        tokens.add(new Token(Form.QUOTED, name, position, end + 1));
        position = end + 1;
    }

    private void dollar() {
        var tag = DOLLAR.matcher(sql).region(position, sql.length());
        if (!tag.lookingAt()) {
            throw new Unparsable("a parameter");
        }
        var end = sql.indexOf(tag.group(), tag.end());
        if (end < 0) {
            throw new Unparsable("a string that does not end");
        }
        var after = end + tag.group().length();
        tokens.add(new Token(Form.STRING, sql.substring(tag.end(), end), position, after));
        position = after;
    }
}
