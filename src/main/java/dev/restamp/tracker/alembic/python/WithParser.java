package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.Optional;

/** Parses {@code with}, whose parentheses may be its own or belong to an expression. */
final class WithParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final StatementParser statements;

    WithParser(Tokens tokens, ExpressionParser expressions, StatementParser statements) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.statements = statements;
    }

    Statement statement(Token first) {
        tokens.need("with");
        var own = tokens.is("(") && tokens.closes(":");
        if (own) {
            tokens.next();
        }
        var items = new ArrayList<Statement.Item>();
        do {
            if (own && tokens.is(")")) {
                break;
            }
            items.add(item());
        } while (tokens.take(","));
        if (own) {
            tokens.need(")");
        }
        return new Statement.With(items, statements.block(), tokens.since(first));
    }

    private Statement.Item item() {
        var value = expressions.named();
        return new Statement.Item(value, tokens.take("as") ? Optional.of(expressions.one()) : Optional.empty());
    }
}
