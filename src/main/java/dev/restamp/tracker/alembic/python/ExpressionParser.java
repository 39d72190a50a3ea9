package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses expressions, by recursive descent after the grammar in Python's reference. */
final class ExpressionParser {
    /** How deep brackets may be nested; Python has the same limit. */
    private static final int DEEPEST = 200;

    private final Tokens tokens;
    private final AtomParser atoms;
    private final ParameterParser parameters;
    private int depth;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
        this.atoms = new AtomParser(tokens, this);
        this.parameters = new ParameterParser(tokens, this);
    }

    ParameterParser parameters() {
        return parameters;
    }

    List<Expression.Argument> arguments() {
        return atoms.arguments();
    }

    /** One expression, or several with commas between, which are a tuple; or a {@code yield}. */
    Expression list() {
        if (tokens.is("yield")) {
            return yielded();
        }
        var first = tokens.peek();
        var item = element();
        return tokens.is(",") ? tuple(first, item) : item;
    }

    private Expression tuple(Token first, Expression item) {
        var items = new ArrayList<>(List.of(item));
        while (tokens.take(",") && startsExpression()) {
            items.add(element());
        }
        return new Expression.Display(Shape.TUPLE, items, tokens.since(first));
    }

    /** What {@code for} assigns to: it ends before {@code in}, which elsewhere is an operator. */
    Expression target() {
        var first = tokens.peek();
        var item = targetItem();
        if (!tokens.is(",")) {
            return item;
        }
        var items = new ArrayList<>(List.of(item));
        while (tokens.take(",") && startsExpression()) {
            items.add(targetItem());
        }
        return new Expression.Display(Shape.TUPLE, items, tokens.since(first));
    }

    private Expression targetItem() {
        return tokens.is("*") ? star() : binary(1);
    }

    private Expression yielded() {
        var first = tokens.need("yield");
        if (tokens.take("from")) {
            one();
            return new Expression.Opaque(tokens.since(first));
        }
        var value = startsExpression() ? Optional.of(list()) : Optional.<Expression>empty();
        return new Expression.Yield(value, tokens.since(first));
    }

    /** An item of a list: {@code *x} or {@code name := x} too. */
    Expression element() {
        return tokens.is("*") ? star() : named();
    }

    private Expression star() {
        var first = tokens.need("*");
        return new Expression.Star(binary(1), tokens.since(first));
    }

    Expression named() {
        if (!tokens.is(Token.Kind.NAME) || !tokens.peek(1).is(":=")) {
            return one();
        }
        var name = tokens.next();
        tokens.need(":=");
        return new Expression.Walrus(name.text(), one(), tokens.since(name));
    }

    /** A single expression: no tuple without parentheses. */
    Expression one() {
        if (depth == DEEPEST) {
            throw tokens.unexpected();
        }
        depth++;
        try {
            return tokens.is("lambda") ? lambda() : conditional();
        } finally {
            depth--;
        }
    }

    private Expression lambda() {
        var first = tokens.need("lambda");
        var taken = parameters.upTo(":");
        tokens.need(":");
        return new Expression.Lambda(taken, one(), tokens.since(first));
    }

    private Expression conditional() {
        var first = tokens.peek();
        var then = or();
        if (!tokens.take("if")) {
            return then;
        }
        var test = or();
        tokens.need("else");
        return new Expression.Conditional(test, then, one(), tokens.since(first));
    }

    /** An expression that no {@code if} can follow: what {@code in} of a comprehension goes over, say. */
    Expression or() {
        var first = tokens.peek();
        var left = and();
        while (tokens.take("or")) {
            left = new Expression.Logic(false, left, and(), tokens.since(first));
        }
        return left;
    }

    private Expression and() {
        var first = tokens.peek();
        var left = not();
        while (tokens.take("and")) {
            left = new Expression.Logic(true, left, not(), tokens.since(first));
        }
        return left;
    }

    private Expression not() {
        var first = tokens.peek();
        return tokens.take("not") ? new Expression.Unary("not", not(), tokens.since(first)) : comparison();
    }

    private Expression comparison() {
        var first = tokens.peek();
        var left = binary(1);
        var operator = comparisonOperator();
        if (operator.isEmpty()) {
            return left;
        }
        var tests = new ArrayList<Expression.Test>();
        for (; operator.isPresent(); operator = comparisonOperator()) {
            tests.add(new Expression.Test(operator.get(), binary(1)));
        }
        return new Expression.Comparison(left, tests, tokens.since(first));
    }

    private Optional<String> comparisonOperator() {
        var token = tokens.peek();
        if (token.is(Token.Kind.SIGN)) {
            return Signs.isComparison(token.text()) ? Optional.of(tokens.next().text()) : Optional.empty();
        }
        if (tokens.take("in")) {
            return Optional.of("in");
        }
        if (tokens.take("is")) {
            return Optional.of(tokens.take("not") ? "is not" : "is");
        }
        if (token.is("not") && tokens.peek(1).is("in")) {
            tokens.next();
            tokens.next();
            return Optional.of("not in");
        }
        return Optional.empty();
    }

    /** @param weakest the operators that bind less are left for the caller */
    Expression binary(int weakest) {
        var first = tokens.peek();
        var left = unary();
        while (tokens.is(Token.Kind.SIGN)) {
            var precedence = Signs.precedence(tokens.peek().text());
            if (precedence < weakest) {
                break;
            }
            var operator = tokens.next().text();
            left = new Expression.Binary(operator, left, binary(precedence + 1), tokens.since(first));
        }
        return left;
    }

    private Expression unary() {
        var first = tokens.peek();
        if (first.is("-") || first.is("+") || first.is("~")) {
            tokens.next();
            return new Expression.Unary(first.text(), unary(), tokens.since(first));
        }
        var base = awaited();
        return tokens.take("**") ? new Expression.Binary("**", base, unary(), tokens.since(first)) : base;
    }

    /** What {@code await} waits for is its value, as far as this program cares. */
    private Expression awaited() {
        var next = tokens.peek(1);
        if (tokens.is("await") && (startsOperand(next) || next.is("(") || next.is("[") || next.is("{"))) {
            tokens.next();
        }
        return atoms.primary();
    }

    /** Whether this is a name or a literal: behind another name it makes that a word. */
    static boolean startsOperand(Token token) {
        return switch (token.kind()) {
            case NAME, NUMBER, STRING -> true;
            case WORD, SIGN, NEWLINE, INDENT, DEDENT, ERROR, END -> false;
        };
    }

    /** Whether the next token can start an expression; if not, the comma before it was the last. */
    boolean startsExpression() {
        var token = tokens.peek();
        return switch (token.kind()) {
            case NAME, NUMBER, STRING -> true;
            case WORD ->
                switch (token.text()) {
                    case "None", "True", "False", "not", "lambda", "yield" -> true;
                    default -> false;
                };
            case SIGN ->
                switch (token.text()) {
                    case "(", "[", "{", "-", "+", "~", "*", "..." -> true;
                    default -> false;
                };
            case NEWLINE, INDENT, DEDENT, ERROR, END -> false;
        };
    }
}
