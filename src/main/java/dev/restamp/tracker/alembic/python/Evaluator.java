package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Expression.Clause;
import dev.restamp.tracker.alembic.python.Expression.Passing;
import dev.restamp.tracker.alembic.python.Value.Dict;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Shape;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates expressions as far as they can be known. */
final class Evaluator {
    private final World world;
    private final Runner runner;

    Evaluator(World world, Runner runner) {
        this.world = world;
        this.runner = runner;
    }

    Value evaluate(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Constant(var value, var _) -> value;
            case Expression.Name(var id, var at) -> name(id, scope, at);
            case Expression.Attribute(var target, var name, var at) -> attribute(evaluate(target, scope), name, at);
            case Expression.Call call -> call(call, scope, false);
            case Expression.Subscript subscript -> subscript(subscript, scope);
            case Expression.Interpolated(var parts, var _) ->
                Formats.joined(parts.stream().map(part -> evaluate(part, scope)).toList());
            case Expression.Field(var value, var format, var conversion, var _) ->
                Formats.string(evaluate(value, scope), format, conversion);
            case Expression.Binary(var operator, var left, var right, var at) ->
                binary(operator, evaluate(left, scope), evaluate(right, scope), at);
            case Expression.Unary(var operator, var operand, var at) -> unary(operator, evaluate(operand, scope), at);
            case Expression.Logic logic -> logic(logic, scope);
            case Expression.Comparison comparison -> comparison(comparison, scope);
            case Expression.Conditional(var test, var then, var orElse, var at) ->
                conditional(evaluate(test, scope), then, orElse, scope, at);
            case Expression.Display(var shape, var items, var _) -> display(shape, items, scope);
            case Expression.Mapping(var entries, var at) -> mapping(entries, scope, at);
            case Expression.Comprehension comprehension -> comprehension(comprehension, scope);
            case Expression.Star(var _, var at) -> new Unknown(at);
            case Expression.Slice(var _, var _, var at) -> new Unknown(at);
            case Expression.Lambda(var parameters, var body, var _) ->
                new Value.Function("lambda", parameters, new Value.Body.Result(body), scope);
            case Expression.Walrus(var name, var value, var _) -> {
                var known = evaluate(value, scope);
                scope.put(name, known);
                yield known;
            }
            case Expression.Yield(var _, var at) -> new Unknown(at);
            case Expression.Opaque(var at) -> new Unknown(at);
        };
    }

    private Value name(String id, Scope scope, Place at) {
        return scope.find(id)
                .map(value -> value instanceof Symbol symbol ? world.imported(symbol) : value)
                .orElseGet(() -> Builtins.NAMES.contains(id) ? new Symbol("builtins." + id) : new Unknown(at));
    }

    private Value attribute(Value target, String name, Place at) {
        return switch (target) {
            case Value.EnumType type
            when type.members().containsKey(name) ->
                new Value.EnumMember(type.name(), name, type.members().getOrDefault(name, Constants.NONE));
            case Value.EnumMember(var _, var label, var value) ->
                switch (name) {
                    case "value" -> value;
                    case "name" -> new Text(label);
                    default -> new Unknown(at);
                };
            case Value.ClassType type -> runner.classes().attribute(type, name).orElse(new Unknown(at));
            case Value.Instance object -> runner.classes().ofObject(object, name, at);
            case Symbol _, Value.Thing _, Unknown _, Value.Method _ -> world.attribute(target, name, at);
            default -> new Value.Method(target, name);
        };
    }

    /** @param alone whether the call is a statement */
    Value call(Expression.Call call, Scope scope, boolean alone) {
        var function = evaluate(call.function(), scope);
        var arguments = arguments(call.arguments(), scope);
        var at = call.at();
        return switch (function) {
            case Value.Function defined -> runner.call(defined, arguments, at);
            case Value.Bound(var method, var self) -> runner.call(method, arguments.after(self), at);
            case Value.Method(Text(var text), var method) ->
                Texts.call(text, method, arguments).orElse(new Unknown(at));
            case Value.Method(Value.Blurred text, var method) ->
                Texts.call(text, method).orElse(new Unknown(at));
            case Value.Method(Items items, var method) -> onItems(items, method, arguments, at);
            case Value.Method(Dict dict, var method) ->
                Containers.call(dict, method, arguments).orElse(new Unknown(at));
            case Value.EnumType(var type, var members) -> member(type, members, arguments, at);
            case Symbol(var path) ->
                Builtins.call(path, arguments).orElseGet(() -> world.call(function, arguments, at, alone));
            default -> world.call(function, arguments, at, alone);
        };
    }

    private Value onItems(Items items, String method, Arguments arguments, Place at) {
        var happens = world.isHappening();
        return happens.equals(Optional.of(false))
                ? new Unknown(at)
                : Containers.call(items, method, arguments, happens.isPresent(), at)
                        .orElse(new Unknown(at));
    }

    /** {@code Status("open")}: the member with that value. */
    private static Value member(String type, Map<String, Value> members, Arguments arguments, Place at) {
        return members.entrySet().stream()
                .filter(member -> arguments.first().equals(Optional.of(member.getValue())))
                .<Value>map(member -> new Value.EnumMember(type, member.getKey(), member.getValue()))
                .findFirst()
                .orElse(new Unknown(at));
    }

    Arguments arguments(List<Expression.Argument> list, Scope scope) {
        var positional = new ArrayList<Value>();
        var named = new HashMap<String, Value>();
        var complete = true;
        for (var argument : list) {
            var value = evaluate(argument.value(), scope);
            switch (argument.passing()) {
                case Passing.POSITION -> positional.add(value);
                case Passing.KEYWORD -> named.put(argument.name(), value);
                case Passing.STAR -> {
                    var elements = Builtins.elements(value);
                    positional.addAll(elements.orElse(List.of()));
                    complete &= elements.isPresent();
                }
                case Passing.DOUBLE_STAR -> complete &= spread(value, named);
            }
        }
        return new Arguments(positional, named, complete);
    }

    private static boolean spread(Value value, Map<String, Value> named) {
        if (!(value instanceof Dict(var entries))) {
            return false;
        }
        entries.forEach((key, entry) -> named.put(key instanceof Text(var name) ? name : "", entry));
        return !named.containsKey("");
    }

    private Value subscript(Expression.Subscript subscript, Scope scope) {
        var target = evaluate(subscript.target(), scope);
        var at = subscript.at();
        if (subscript.index() instanceof Expression.Slice(var from, var to, var _)) {
            return Containers.slice(
                            target, from.map(bound -> evaluate(bound, scope)), to.map(bound -> evaluate(bound, scope)))
                    .orElse(new Unknown(at));
        }
        var index = evaluate(subscript.index(), scope);
        var item = target instanceof Value.Thing thing ? world.item(thing, index) : Containers.item(target, index);
        return item.orElse(new Unknown(at));
    }

    private Value binary(String operator, Value left, Value right, Place at) {
        return Operators.binary(operator, left, right)
                .or(() -> Operators.binary(operator, listed(left), listed(right)))
                .orElse(new Unknown(at));
    }

    /** A collection of the outside as a list, where its elements are known. */
    private Value listed(Value value) {
        return world.elements(value)
                .<Value>map(items -> Items.of(Shape.LIST, items))
                .orElse(value);
    }

    private static Value unary(String operator, Value operand, Place at) {
        return switch (operator) {
            case "not" -> Conditions.not(operand);
            case "-" -> Operators.negative(operand).orElse(new Unknown(at));
            case "+" -> operand;
            default -> new Unknown(at);
        };
    }

    private Value logic(Expression.Logic logic, Scope scope) {
        var left = evaluate(logic.left(), scope);
        var decided = Conditions.truth(left);
        if (decided.isPresent() && decided.get() != logic.and()) {
            return left;
        }
        var right = evaluate(logic.right(), scope);
        if (decided.isEmpty() && right.isPlain() && !(right instanceof Value.Truth)) {
            return new Unknown(logic.at()); // it is one of two values, not a condition
        }
        return logic.and() ? Conditions.and(left, right) : Conditions.or(left, right);
    }

    private Value comparison(Expression.Comparison comparison, Scope scope) {
        var left = evaluate(comparison.first(), scope);
        var result = Constants.TRUE;
        for (var test : comparison.tests()) {
            var right = evaluate(test.right(), scope);
            result = Conditions.and(result, compared(left, test.operator(), right, comparison.at()));
            left = right;
        }
        return result;
    }

    private Value compared(Value left, String operator, Value right, Place at) {
        return Operators.compare(left, operator, right)
                .map(Value::of)
                .or(() -> world.compare(left, operator, right))
                .orElse(new Unknown(at));
    }

    private Value conditional(Value test, Expression then, Expression orElse, Scope scope, Place at) {
        var truth = Conditions.truth(test);
        if (truth.isPresent()) {
            return evaluate(truth.get() ? then : orElse, scope);
        }
        var first = evaluate(then, scope);
        return first.equals(evaluate(orElse, scope)) ? first : new Unknown(at);
    }

    private Value display(Shape shape, List<Expression> items, Scope scope) {
        var values = new ArrayList<Value>();
        for (var item : items) {
            if (item instanceof Expression.Star(var list, var at)) {
                values.addAll(Builtins.elements(evaluate(list, scope)).orElse(List.of(new Unknown(at))));
            } else {
                values.add(evaluate(item, scope));
            }
        }
        return Items.of(shape, shape == Shape.SET ? List.copyOf(new LinkedHashSet<>(values)) : values);
    }

    private Value mapping(List<Expression.Entry> entries, Scope scope, Place at) {
        var values = new LinkedHashMap<Value, Value>();
        for (var entry : entries) {
            var value = evaluate(entry.value(), scope);
            if (entry.key().isPresent()) {
                values.put(evaluate(entry.key().get(), scope), value);
            } else if (value instanceof Dict(var more)) {
                values.putAll(more);
            } else {
                return new Unknown(at);
            }
        }
        return Dict.of(values);
    }

    private Value comprehension(Expression.Comprehension comprehension, Scope scope) {
        var first = comprehension.clauses().getFirst();
        var collection = evaluate(first.iterable(), scope);
        if (Builtins.elements(collection).isEmpty()) {
            var symbolic = overUnknown(comprehension, first, collection, scope);
            if (!(symbolic instanceof Unknown) || world.elements(collection).isEmpty()) {
                return symbolic;
            }
        }
        var inner = scope.inner();
        var values = new ArrayList<Value>();
        var entries = new LinkedHashMap<Value, Value>();
        var known = walk(comprehension.clauses(), inner, () -> {
            var element = evaluate(comprehension.element(), inner);
            values.add(element);
            comprehension.key().ifPresent(key -> entries.put(evaluate(key, inner), element));
        });
        if (!known) {
            return new Unknown(comprehension.at());
        }
        return comprehension.key().isPresent()
                ? Dict.of(entries)
                : Items.of(
                        comprehension.shape(),
                        comprehension.shape() == Shape.SET ? List.copyOf(new LinkedHashSet<>(values)) : values);
    }

    /** Something may still be known of every element: that it is a column of a certain table, say. */
    private Value overUnknown(Expression.Comprehension comprehension, Clause clause, Value collection, Scope scope) {
        var element = world.element(collection);
        if (element.isEmpty()
                || comprehension.clauses().size() > 1
                || !clause.conditions().isEmpty()) {
            return new Unknown(comprehension.at());
        }
        var inner = scope.inner();
        runner.bind(clause.target(), element.get(), inner);
        var yielded = evaluate(comprehension.key().orElse(comprehension.element()), inner);
        return world.collected(collection, yielded).orElse(new Unknown(comprehension.at()));
    }

    /** Runs the body for every element that passes; false where it cannot be known which do. */
    private boolean walk(List<Clause> clauses, Scope scope, Runnable body) {
        if (clauses.isEmpty()) {
            body.run();
            return true;
        }
        var clause = clauses.getFirst();
        var collection = evaluate(clause.iterable(), scope);
        var elements = Builtins.elements(collection).or(() -> world.elements(collection));
        if (elements.isEmpty()) {
            return false;
        }
        for (var element : elements.get()) {
            runner.bind(clause.target(), element, scope);
            var passes = clause.conditions().stream()
                    .map(condition -> evaluate(condition, scope))
                    .reduce(Constants.TRUE, Conditions::and);
            var truth = Conditions.truth(passes);
            if (truth.isEmpty() || (truth.get() && !walk(clauses.subList(1, clauses.size()), scope, body))) {
                return false;
            }
        }
        return true;
    }
}
