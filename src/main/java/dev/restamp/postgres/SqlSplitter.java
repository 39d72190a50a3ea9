package dev.restamp.postgres;

import dev.restamp.postgres.SqlScript.Command;
import dev.restamp.postgres.SqlScript.Statement;
import dev.restamp.postgres.SqlTokens.Form;
import dev.restamp.postgres.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Cuts a file of SQL into statements. */
final class SqlSplitter {
    /** A line that is a comment, and behind it the line that a statement begins. */
    private static final Pattern COMMENT_ABOVE = Pattern.compile("\\n[ \\t]*+--++([^\\n]*+)\\n[ \\t]*+\\z");

    private final String sql;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<Token> begun = new ArrayList<>();

    /** Where the last statement or command ended; between it and the next one are comments. */
    private int gap;

    private int counted;
    private int line = 1;
    private int firstLine;

    SqlSplitter(String sql) {
        this.sql = sql;
    }

    SqlScript split() {
        var tokens = SqlTokens.ofFile(sql);
        tokens.tokens().forEach(this::take);
        end();
        var unclosed = tokens.unclosed();
        return new SqlScript(
                statements,
                commands,
                unclosed.isPresent() ? OptionalInt.of(lineOf(unclosed.getAsInt())) : OptionalInt.empty());
    }

    private void take(Token token) {
        if (token.form() == Form.COMMAND) {
            commands.add(new Command(token.text(), lineOf(token.start())));
        } else if (token.is(";")) {
            end();
        } else {
            add(token);
        }
        if (begun.isEmpty()) {
            gap = token.end();
        }
    }

    private void add(Token token) {
        if (begun.isEmpty()) {
            firstLine = lineOf(token.start());
        }
        begun.add(token);
    }

    private void end() {
        if (!begun.isEmpty()) {
            var start = begun.getFirst().start();
            statements.add(
                    new Statement(sql.substring(start, begun.getLast().end()), firstLine, verb(), comment(start)));
            begun.clear();
        }
    }

    private String verb() {
        return begun.stream()
                .dropWhile(token -> token.is("("))
                .findFirst()
                .filter(token -> token.form() == Form.WORD)
                .map(Token::text)
                .orElse("");
    }

    private Optional<String> comment(int start) {
        var before = (gap == 0 ? "\n" : "") + sql.substring(gap, start);
        return COMMENT_ABOVE
                .matcher(before)
                .results()
                .map(above -> above.group(1).strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Must be asked for places in their order: lines are counted only once. */
    private int lineOf(int place) {
        for (; counted < place; counted++) {
            if (sql.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }
}
