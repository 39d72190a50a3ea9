package dev.restamp.tracker.sql;

import java.util.ArrayList;
import java.util.List;

/** One statement: its tokens without the semicolon, its text, and the script in which the tokens have their places. */
record SqlStatement(List<Token> tokens, String text, String source) {
    private static final int LONGEST_QUOTE = 60;

    /**
     * Splits a script at its semicolons, but for those inside a function body that is written as statements.
     *
     * @throws NotUnderstood if a quote does not end
     */
    static List<SqlStatement> split(String sql) {
        var statements = new ArrayList<SqlStatement>();
        var current = new ArrayList<Token>();
        var depth = 0;
        for (var token : Lexer.tokens(sql)) {
            depth += nesting(token, current);
            if (token.is(";") && depth <= 0) {
                add(current, sql, statements);
                depth = 0;
            } else {
                current.add(token);
            }
        }
        add(current, sql, statements);
        return statements;
    }

    /** {@code BEGIN ATOMIC … END}, with {@code CASE … END} inside. */
    private static int nesting(Token token, List<Token> before) {
        if (token.is("atomic") && !before.isEmpty() && before.getLast().is("begin")) {
            return 1;
        }
        var inside = before.stream().anyMatch(earlier -> earlier.is("atomic"));
        return !inside ? 0 : token.is("case") ? 1 : token.is("end") ? -1 : 0;
    }

    private static void add(List<Token> tokens, String sql, List<SqlStatement> statements) {
        if (!tokens.isEmpty()) {
            var text = sql.substring(tokens.getFirst().start(), tokens.getLast().end());
            statements.add(new SqlStatement(List.copyOf(tokens), text, sql));
            tokens.clear();
        }
    }

    /** Where it begins in the script, from 0. */
    int start() {
        return tokens.getFirst().start();
    }

    /** On one line, cut after 60 characters; a part that is not known as an ellipsis. */
    String quote() {
        var line = text.replaceAll("\\s+", " ").replaceAll("\\x00+", "…");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1) + "…";
    }
}
