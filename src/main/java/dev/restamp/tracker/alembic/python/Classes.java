package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Symbol;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Classes and their objects. An enumeration is a list of constants; of another class what is asked for is looked up. */
final class Classes {
    private final Runner runner;

    Classes(Runner runner) {
        this.runner = runner;
    }

    Value classValue(Statement.DefineClass type, Scope scope) {
        var isEnum = type.bases().stream().anyMatch(base -> base.at().text().endsWith("Enum"));
        return isEnum
                ? new Value.EnumType(type.name(), members(type, scope))
                : new Value.ClassType(type.name(), type.bases(), type.body(), scope);
    }

    private Map<String, Value> members(Statement.DefineClass type, Scope scope) {
        var members = new LinkedHashMap<String, Value>();
        var inner = scope.inner();
        for (var statement : type.body()) {
            if (statement instanceof Statement.Assign(var targets, var value, var _)
                    && targets.getFirst() instanceof Expression.Name(var name, var _)) {
                var known = runner.evaluate(value, inner);
                inner.put(name, known);
                members.put(name, known instanceof Symbol ? new Text(name) : known);
            }
        }
        return members;
    }

    Value ofObject(Value.Instance object, String name, Place at) {
        return Optional.ofNullable(object.fields().get(name))
                .or(() -> attribute(object.type(), name)
                        .map(value -> value instanceof Value.Function method ? new Value.Bound(method, object) : value))
                .orElse(new Unknown(at));
    }

    /** What the body of a class gives the name last; of its bases, those of the same project are looked at too. */
    Optional<Value> attribute(Value.ClassType type, String name) {
        var own = type.body().reversed().stream()
                .flatMap(statement -> binding(statement, name, type.scope()).stream())
                .findFirst();
        return own.or(() -> type.bases().stream()
                .map(base -> runner.evaluate(base, type.scope()))
                .flatMap(base ->
                        base instanceof Value.ClassType parent ? attribute(parent, name).stream() : Stream.empty())
                .findFirst());
    }

    private Optional<Value> binding(Statement statement, String name, Scope scope) {
        return switch (statement) {
            case Statement.Assign(var targets, var value, var _)
            when targets.getFirst() instanceof Expression.Name(var id, var _) && id.equals(name) ->
                Optional.of(runner.evaluate(value, scope));
            case Statement.DefineClass inner when inner.name().equals(name) -> Optional.of(classValue(inner, scope));
            case Statement.Define define when define.name().equals(name) -> Optional.of(runner.function(define, scope));
            default -> Optional.empty();
        };
    }

    List<Value> bases(Value.ClassType type) {
        return type.bases().stream()
                .map(base -> runner.evaluate(base, type.scope()))
                .toList();
    }
}
