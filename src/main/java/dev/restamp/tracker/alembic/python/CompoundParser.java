package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Expression.Passing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the statements that have blocks. */
final class CompoundParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final WithParser with;

    CompoundParser(Tokens tokens, ExpressionParser expressions, StatementParser statements) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.statements = statements;
        this.with = new WithParser(tokens, expressions, statements);
    }

    /** The next statement, if it is one with a block. */
    Optional<Statement> statement() {
        var first = tokens.peek();
        return switch (first.text()) {
            case "if" -> Optional.of(branch());
            case "for" -> Optional.of(loop(first));
            case "while" -> Optional.of(repetition());
            case "with" -> Optional.of(with.statement(first));
            case "try" -> Optional.of(attempt());
            case "def" -> Optional.of(function(first, List.of()));
            case "class" -> Optional.of(type());
            case "@" -> Optional.of(decorated());
            case "async" -> asynchronous(first);
            case "match" -> isMatch() ? Optional.of(match(first)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** {@code elif} is an {@code if} in the {@code else} of what stands before it. */
    private Statement branch() {
        var first = tokens.next();
        var test = expressions.named();
        var body = statements.block();
        var orElse = tokens.is("elif") ? List.of(branch()) : orElse();
        return new Statement.If(test, body, orElse, tokens.since(first));
    }

    private List<Statement> orElse() {
        return tokens.take("else") ? statements.block() : List.of();
    }

    private Statement loop(Token first) {
        tokens.need("for");
        var target = expressions.target();
        tokens.need("in");
        var iterable = expressions.list();
        var body = statements.block();
        return new Statement.For(target, iterable, body, orElse(), tokens.since(first));
    }

    private Statement repetition() {
        var first = tokens.need("while");
        var test = expressions.named();
        var body = statements.block();
        orElse();
        return new Statement.While(test, body, tokens.since(first));
    }

    private Statement attempt() {
        var first = tokens.need("try");
        var body = statements.block();
        var handlers = new ArrayList<List<Statement>>();
        while (tokens.take("except")) {
            handlers.add(handler());
        }
        var orElse = orElse();
        var closed = tokens.take("finally");
        if (!closed && handlers.isEmpty()) {
            throw tokens.unexpected();
        }
        var last = closed ? statements.block() : List.<Statement>of();
        return new Statement.Try(body, handlers, orElse, last, tokens.since(first));
    }

    private List<Statement> handler() {
        tokens.take("*");
        if (!tokens.is(":")) {
            expressions.list();
            if (tokens.take("as")) {
                tokens.need(Token.Kind.NAME);
            }
        }
        return statements.block();
    }

    private Statement decorated() {
        var decorators = new ArrayList<Expression>();
        while (tokens.take("@")) {
            decorators.add(expressions.named());
            tokens.need(Token.Kind.NEWLINE);
        }
        var first = tokens.peek();
        if (tokens.is("class")) {
            return type();
        }
        tokens.take("async");
        return function(first, decorators);
    }

    private Optional<Statement> asynchronous(Token first) {
        return switch (tokens.peek(1).text()) {
            case "def" -> {
                tokens.next();
                yield Optional.of(function(first, List.of()));
            }
            case "for" -> {
                tokens.next();
                yield Optional.of(loop(first));
            }
            case "with" -> {
                tokens.next();
                yield Optional.of(with.statement(first));
            }
            default -> Optional.empty();
        };
    }

    private Statement function(Token first, List<Expression> decorators) {
        tokens.need("def");
        var name = tokens.need(Token.Kind.NAME).text();
        types();
        var parameters = expressions.parameters().inParentheses();
        if (tokens.take("->")) {
            expressions.list();
        }
        return new Statement.Define(name, parameters, statements.block(), decorators, tokens.since(first));
    }

    private Statement type() {
        var first = tokens.need("class");
        var name = tokens.need(Token.Kind.NAME).text();
        types();
        var bases = tokens.is("(") ? bases() : List.<Expression>of();
        return new Statement.DefineClass(name, bases, statements.block(), tokens.since(first));
    }

    private List<Expression> bases() {
        return expressions.arguments().stream()
                .filter(argument -> argument.passing() == Passing.POSITION)
                .map(Expression.Argument::value)
                .toList();
    }

    private void types() {
        if (tokens.is("[")) {
            expressions.parameters().types();
        }
    }

    /** {@code match} is a name elsewhere; but only here is its line followed by a block. */
    private boolean isMatch() {
        var ahead = 1;
        while (!tokens.peek(ahead).is(Token.Kind.NEWLINE) && !tokens.peek(ahead).is(Token.Kind.END)) {
            ahead++;
        }
        return tokens.peek(ahead - 1).is(":") && tokens.peek(ahead + 1).is(Token.Kind.INDENT);
    }

    private Statement match(Token first) {
        tokens.skipStatement();
        return new Statement.Opaque(tokens.since(first));
    }
}
