package dev.restamp.tracker.alembic.python;

import java.util.List;
import java.util.Optional;

/** A Python statement. */
public sealed interface Statement {
    Place at();

    /** {@code a = b = value}; an annotation is dropped, and without a value binds nothing. */
    record Assign(List<Expression> targets, Expression value, Place at) implements Statement {}

    /** {@code target += value}: the operator without its equals sign. */
    record Augment(Expression target, String operator, Expression value, Place at) implements Statement {}

    record Evaluate(Expression value, Place at) implements Statement {}

    record If(Expression test, List<Statement> body, List<Statement> orElse, Place at) implements Statement {}

    record For(Expression target, Expression iterable, List<Statement> body, List<Statement> orElse, Place at)
            implements Statement {}

    record While(Expression test, List<Statement> body, Place at) implements Statement {}

    record With(List<Item> items, List<Statement> body, Place at) implements Statement {}

    /** {@code value as target}. */
    record Item(Expression value, Optional<Expression> target) {}

    record Try(
            List<Statement> body,
            List<List<Statement>> handlers,
            List<Statement> orElse,
            List<Statement> last,
            Place at)
            implements Statement {}

    /** A function; its body is empty where only the head of the module was read. */
    record Define(String name, List<Parameter> parameters, List<Statement> body, List<Expression> decorators, Place at)
            implements Statement {}

    /** A class; its body is empty where only the head of the module was read. */
    record DefineClass(String name, List<Expression> bases, List<Statement> body, Place at) implements Statement {}

    record Return(Optional<Expression> value, Place at) implements Statement {}

    record Raise(Place at) implements Statement {}

    record Break(Place at) implements Statement {}

    record Continue(Place at) implements Statement {}

    /** {@code import} and {@code from … import}. */
    record Import(List<Binding> bindings, Place at) implements Statement {}

    /** A name, and the dotted path it stands for; a relative path starts with dots. */
    record Binding(String name, String path) {}

    /** {@code pass}, {@code global}, {@code assert}, {@code del}: nothing that a value depends on. */
    record Pass(Place at) implements Statement {}

    /** Not understood, or not Python. */
    record Opaque(Place at) implements Statement {}
}
