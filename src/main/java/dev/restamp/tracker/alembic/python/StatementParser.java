package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses statements. One that is no Python becomes {@link Statement.Opaque} with its block, or {@link Statement.Pass}
 * where it would have been a function or a class, and the parser goes on behind it.
 */
final class StatementParser {
    private final Tokens tokens;
    private final SimpleParser simple;
    private final CompoundParser compound;
    private Optional<Place> broken = Optional.empty();

    StatementParser(Tokens tokens) {
        this.tokens = tokens;
        var expressions = new ExpressionParser(tokens);
        this.simple = new SimpleParser(tokens, expressions);
        this.compound = new CompoundParser(tokens, expressions, this);
    }

    /** The first stretch that is no Python. */
    Optional<Place> broken() {
        return broken;
    }

    List<Statement> file() {
        var statements = new ArrayList<Statement>();
        while (!tokens.is(Token.Kind.END)) {
            if (!tokens.take(Token.Kind.DEDENT)) { // of a block that is none, where it stands
                statement(statements);
            }
        }
        return statements;
    }

    /** What stands behind the colon of a compound statement: on the same line, or indented below. */
    List<Statement> block() {
        tokens.need(":");
        var statements = new ArrayList<Statement>();
        if (!tokens.take(Token.Kind.NEWLINE)) {
            simple.line(statements);
            return statements;
        }
        tokens.need(Token.Kind.INDENT);
        while (!tokens.is(Token.Kind.END) && !tokens.take(Token.Kind.DEDENT)) {
            statement(statements);
        }
        return statements;
    }

    private void statement(List<Statement> statements) {
        var first = tokens.peek();
        try {
            var known = compound.statement();
            if (known.isPresent()) {
                statements.add(known.get());
            } else {
                simple.line(statements);
            }
        } catch (NotPython unexpected) {
            statements.add(skip(first, unexpected.token()));
        }
    }

    private Statement skip(Token first, Token unexpected) {
        if (tokens.peek().start() == first.start() || !tokens.isAtStatement()) {
            tokens.skipStatement();
        }
        if (broken.isEmpty()) {
            broken = Optional.of(tokens.source().restOfLine(unexpected.start()));
        }
        return defines(first) ? new Statement.Pass(tokens.since(first)) : new Statement.Opaque(tokens.since(first));
    }

    /** Whether a statement gives no variable a value, so that a file without it still tells what its variables are. */
    private static boolean defines(Token first) {
        return switch (first.text()) {
            case "def", "class", "@", "async" -> true;
            default -> false;
        };
    }
}
