package dev.restamp.tracker.alembic.python;

import java.util.List;
import java.util.Optional;

/** A Python expression. What has no record here is {@link Opaque}: it is kept as text and never evaluated. */
public sealed interface Expression {
    Place at();

    /** A literal. */
    record Constant(Value value, Place at) implements Expression {}

    record Name(String id, Place at) implements Expression {}

    record Attribute(Expression target, String name, Place at) implements Expression {}

    record Call(Expression function, List<Argument> arguments, Place at) implements Expression {}

    /** One argument of a call: {@code x}, {@code name=x}, {@code *x} or {@code **x}. */
    record Argument(Passing passing, String name, Expression value) {}

    /** How an {@link Argument} is given. */
    enum Passing {
        POSITION,
        KEYWORD,
        STAR,
        DOUBLE_STAR
    }

    record Subscript(Expression target, Expression index, Place at) implements Expression {}

    /** {@code from:to} inside a subscript; a step makes it opaque. */
    record Slice(Optional<Expression> from, Optional<Expression> to, Place at) implements Expression {}

    /** An f-string, or a concatenation with one; its parts are texts and {@link Field}s. */
    record Interpolated(List<Expression> parts, Place at) implements Expression {}

    /**
     * A replacement field of an f-string.
     *
     * @param format what follows the colon; empty where there is none
     * @param conversion {@code r}, {@code s}, {@code a}, or empty
     */
    record Field(Expression value, String format, String conversion, Place at) implements Expression {}

    record Binary(String operator, Expression left, Expression right, Place at) implements Expression {}

    /** {@code -x}, {@code +x}, {@code ~x}, {@code not x}. */
    record Unary(String operator, Expression operand, Place at) implements Expression {}

    /** {@code left and right}, or {@code or}. */
    record Logic(boolean and, Expression left, Expression right, Place at) implements Expression {}

    /** {@code first < a <= b}: each test against what stands left of it. */
    record Comparison(Expression first, List<Test> tests, Place at) implements Expression {}

    /** One link of a {@link Comparison}; the operator with single blanks: {@code not in}. */
    record Test(String operator, Expression right) {}

    record Conditional(Expression test, Expression then, Expression orElse, Place at) implements Expression {}

    /** A list, tuple or set written out. */
    record Display(Value.Shape shape, List<Expression> items, Place at) implements Expression {}

    record Mapping(List<Entry> entries, Place at) implements Expression {}

    /** A pair of a {@link Mapping}; without a key it is {@code **value}. */
    record Entry(Optional<Expression> key, Expression value) {}

    /**
     * A comprehension or a generator.
     *
     * @param key of a dictionary comprehension only
     */
    record Comprehension(
            Value.Shape shape, Optional<Expression> key, Expression element, List<Clause> clauses, Place at)
            implements Expression {}

    /** {@code for target in iterable if … if …}. */
    record Clause(Expression target, Expression iterable, List<Expression> conditions) {}

    record Star(Expression value, Place at) implements Expression {}

    record Lambda(List<Parameter> parameters, Expression body, Place at) implements Expression {}

    /** {@code (name := value)}. */
    record Walrus(String name, Expression value, Place at) implements Expression {}

    /** {@code yield value}. */
    record Yield(Optional<Expression> value, Place at) implements Expression {}

    /** Not understood. */
    record Opaque(Place at) implements Expression {}
}
