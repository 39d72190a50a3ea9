package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the statements that fit on a line. */
final class SimpleParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final ImportParser imports;

    SimpleParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.imports = new ImportParser(tokens);
    }

    /** Adds the statements of a line, between which there are semicolons. */
    void line(List<Statement> statements) {
        do {
            statements.add(statement());
        } while (tokens.take(";") && !tokens.is(Token.Kind.NEWLINE));
        tokens.need(Token.Kind.NEWLINE);
    }

    private Statement statement() {
        var first = tokens.peek();
        return switch (first.text()) {
            case "return" -> returned();
            case "import", "from" -> imports.statement();
            case "raise" -> new Statement.Raise(raised(first));
            case "break" -> new Statement.Break(word(first));
            case "continue" -> new Statement.Continue(word(first));
            case "pass" -> new Statement.Pass(word(first));
            case "global", "nonlocal", "assert", "del" -> new Statement.Pass(listed(first));
            case "print" -> isOldStatement() ? new Statement.Pass(listed(first)) : expression(first);
            case "exec" -> isOldStatement() ? new Statement.Opaque(listed(first)) : expression(first);
            case "type" -> isOldStatement() ? new Statement.Pass(alias(first)) : expression(first);
            default -> expression(first);
        };
    }

    /** Whether a name that no Python 3 reserves is used as a word all the same: an operand follows it. */
    private boolean isOldStatement() {
        return ExpressionParser.startsOperand(tokens.peek(1));
    }

    private Place word(Token first) {
        tokens.next();
        return tokens.since(first);
    }

    private Place listed(Token first) {
        tokens.next();
        expressions.list();
        return tokens.since(first);
    }

    private Statement returned() {
        var first = tokens.need("return");
        var value = expressions.startsExpression() ? Optional.of(expressions.list()) : Optional.<Expression>empty();
        return new Statement.Return(value, tokens.since(first));
    }

    private Place raised(Token first) {
        tokens.next();
        if (expressions.startsExpression()) {
            expressions.list();
            if (tokens.take("from")) {
                expressions.one();
            }
        }
        return tokens.since(first);
    }

    private Place alias(Token first) {
        tokens.next();
        tokens.need(Token.Kind.NAME);
        if (tokens.is("[")) {
            expressions.parameters().types();
        }
        tokens.need("=");
        expressions.one();
        return tokens.since(first);
    }

    private Statement expression(Token first) {
        var value = expressions.list();
        if (tokens.is("=")) {
            return assignment(value, first);
        }
        if (tokens.take(":")) {
            return annotated(value, first);
        }
        if (tokens.is(Token.Kind.SIGN) && Signs.isAugmented(tokens.peek().text())) {
            var operator = tokens.next().text();
            var right = expressions.list();
            return new Statement.Augment(
                    value, operator.substring(0, operator.length() - 1), right, tokens.since(first));
        }
        return new Statement.Evaluate(withoutComma(value, first), tokens.since(first));
    }

    /** A stray comma behind a call makes a tuple, which changes nothing of what the call does. */
    private Expression withoutComma(Expression value, Token first) {
        return value instanceof Expression.Display(var _, var items, var _)
                        && items.size() == 1
                        && tokens.since(first).text().endsWith(",")
                ? items.getFirst()
                : value;
    }

    private Statement assignment(Expression target, Token first) {
        var targets = new ArrayList<Expression>();
        var value = target;
        while (tokens.take("=")) {
            targets.add(value);
            value = expressions.list();
        }
        return new Statement.Assign(targets, value, tokens.since(first));
    }

    private Statement annotated(Expression target, Token first) {
        expressions.one();
        if (!tokens.take("=")) {
            return new Statement.Pass(tokens.since(first));
        }
        return new Statement.Assign(List.of(target), expressions.list(), tokens.since(first));
    }
}
