package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the parameters of functions; annotations are dropped. */
final class ParameterParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    ParameterParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** In the parentheses of a {@code def}. */
    List<Parameter> inParentheses() {
        tokens.need("(");
        var parameters = upTo(")");
        tokens.need(")");
        return parameters;
    }

    /** Stops before the sign; where that is the colon of a lambda, there are no annotations. */
    List<Parameter> upTo(String close) {
        var parameters = new ArrayList<Parameter>();
        var kind = Parameter.Kind.PLAIN;
        while (!tokens.is(close)) {
            if (tokens.is("*") && tokens.peek(1).is(",")) {
                tokens.next();
                kind = Parameter.Kind.KEYWORD_ONLY;
            } else if (!tokens.take("/")) {
                var parameter = parameter(kind, close.equals(")"));
                parameters.add(parameter);
                kind = parameter.kind() == Parameter.Kind.REST ? Parameter.Kind.KEYWORD_ONLY : kind;
            }
            if (!tokens.is(close)) {
                tokens.need(",");
            }
        }
        return parameters;
    }

    /** Skips the type parameters of PEP 695, with their brackets. */
    void types() {
        tokens.need("[");
        while (!tokens.take("]")) {
            if (!tokens.take("*")) {
                tokens.take("**");
            }
            tokens.need(Token.Kind.NAME);
            if (tokens.take(":")) {
                expressions.one();
            }
            if (tokens.take("=")) {
                expressions.element();
            }
            if (!tokens.is("]")) {
                tokens.need(",");
            }
        }
    }

    private Parameter parameter(Parameter.Kind plain, boolean annotated) {
        var kind = tokens.take("*") ? Parameter.Kind.REST : tokens.take("**") ? Parameter.Kind.REST_BY_NAME : plain;
        var name = tokens.need(Token.Kind.NAME).text();
        if (annotated && tokens.take(":")) {
            expressions.element();
        }
        return new Parameter(name, kind, tokens.take("=") ? Optional.of(expressions.one()) : Optional.empty());
    }
}
