package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Runner;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.ClassType;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Classes of the project that are column types: decorators of SQLAlchemy's types, and types of their own. */
final class ClassTypes {
    private final Runner runner;

    ClassTypes(Runner runner) {
        this.runner = runner;
    }

    /** The arguments with the type in the place of its class. */
    Arguments instances(Arguments arguments, Place at) {
        var named = new HashMap<String, Value>();
        arguments.named().forEach((name, value) -> named.put(name, instance(value, at)));
        return new Arguments(
                arguments.positional().stream()
                        .map(value -> instance(value, at))
                        .toList(),
                named,
                arguments.complete());
    }

    private Value instance(Value value, Place at) {
        return value instanceof ClassType type
                ? columnType(type, Arguments.NONE, at).orElse(value)
                : value;
    }

    private Optional<Value> columnType(ClassType type, Arguments arguments, Place at) {
        return onPostgres(type, at)
                .or(() -> decorated(type, arguments, at))
                .or(() -> specified(type, at))
                .or(() -> derived(type, arguments, at));
    }

    /** What a column of such a type has on PostgreSQL; of another class an object. */
    Value instance(ClassType type, Arguments arguments, Place at) {
        return columnType(type, arguments, at).orElseGet(() -> runner.instantiate(type, arguments, at));
    }

    /** {@code load_dialect_impl(self, dialect)} chooses. */
    private Optional<Value> onPostgres(ClassType type, Place at) {
        return call(type, "load_dialect_impl", List.of(new Value.Unknown(at), Handle.DIALECT), at)
                .filter(ClassTypes::isType);
    }

    /** {@code impl = sa.String}: it is made with the arguments. */
    private Optional<Value> decorated(ClassType type, Arguments arguments, Place at) {
        return runner.attribute(type, "impl")
                .map(impl -> made(impl, arguments, at))
                .filter(ClassTypes::isType);
    }

    private Value made(Value type, Arguments arguments, Place at) {
        return switch (type) {
            case ClassType inner -> instance(inner, arguments, at);
            case Symbol(var path) -> new Made(path, arguments, at);
            default -> type;
        };
    }

    /** {@code get_col_spec(self)} writes the type in SQL. */
    private Optional<Value> specified(ClassType type, Place at) {
        return call(type, "get_col_spec", List.of(new Value.Unknown(at)), at)
                .flatMap(
                        sql -> sql instanceof Value.Text(var text) ? Optional.of(new SqlType(text)) : Optional.empty());
    }

    /** {@code class AutoString(sa.String)}. */
    private Optional<Value> derived(ClassType type, Arguments arguments, Place at) {
        return runner.bases(type).stream()
                .map(base -> made(base, arguments, at))
                .filter(ClassTypes::isType)
                .findFirst();
    }

    private Optional<Value> call(ClassType type, String method, List<Value> arguments, Place at) {
        return runner.attribute(type, method)
                .flatMap(found -> found instanceof Value.Function function
                        ? Optional.of(runner.call(function, new Arguments(arguments, Map.of(), true), at))
                        : Optional.empty());
    }

    private static boolean isType(Value value) {
        return value instanceof SqlType
                || (value instanceof Made made
                        && made.isFromSqlAlchemy()
                        && !made.name().endsWith("TypeDecorator")
                        && !made.name().endsWith("UserDefinedType")
                        && !made.name().endsWith("TypeEngine"));
    }
}
