package dev.restamp.shell.script;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an assertion or a condition asks. Every part knows where in the line it stands.
 */
sealed interface Expression {
    int index();

    record Literal(int index, Value value) implements Expression {}

    /** A text in quotes, maybe with variables inside. */
    record Template(Word word) implements Expression {
        @Override
        public int index() {
            return word.index();
        }
    }

    record Variable(int index, String name) implements Expression {}

    record ListOf(int index, List<Expression> elements) implements Expression {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    record Not(int index, Expression operand) implements Expression {}

    /** @param and whether both must hold; else one is enough */
    record Both(int index, boolean and, Expression left, Expression right) implements Expression {}

    /** @param index that of the operator */
    record Compared(int index, Operator operator, Expression left, Expression right) implements Expression {}

    /** How two values are compared. */
    enum Operator {
        EQUAL("=="),
        DIFFERENT("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        LESS("<"),
        MORE(">"),
        CONTAINS("contains");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** Every variable in it, in the order of the text. */
    static Stream<Variable> variables(Expression expression) {
        return switch (expression) {
            case Literal _ -> Stream.empty();
            case Template(var word) -> word.variables().stream().map(part -> new Variable(part.index(), part.name()));
            case Variable variable -> Stream.of(variable);
            case ListOf(var _, var elements) -> elements.stream().flatMap(Expression::variables);
            case Not(var _, var operand) -> variables(operand);
            case Both(var _, var _, var left, var right) -> Stream.concat(variables(left), variables(right));
            case Compared(var _, var _, var left, var right) -> Stream.concat(variables(left), variables(right));
        };
    }
}
