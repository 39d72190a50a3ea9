package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Expression.Clause;
import dev.restamp.tracker.alembic.python.Value.Shape;
import java.util.ArrayList;
import java.util.Optional;

/** Parses the clauses of comprehensions and generators. */
final class ComprehensionParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    ComprehensionParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** Whether what was just read is the element of one. */
    boolean follows() {
        return tokens.is("for") || (tokens.is("async") && tokens.peek(1).is("for"));
    }

    /**
     * The rest of it.
     *
     * @param open the bracket with which it starts
     * @param close the bracket that ends it
     */
    Expression of(Shape shape, Optional<Expression> key, Expression element, Token open, String close) {
        var clauses = new ArrayList<Clause>();
        while (follows()) {
            clauses.add(clause());
        }
        tokens.need(close);
        return new Expression.Comprehension(shape, key, element, clauses, tokens.since(open));
    }

    private Clause clause() {
        tokens.take("async");
        tokens.need("for");
        var target = expressions.target();
        tokens.need("in");
        var iterable = expressions.or();
        var conditions = new ArrayList<Expression>();
        while (tokens.take("if")) {
            conditions.add(expressions.or());
        }
        return new Clause(target, iterable, conditions);
    }
}
