package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import dev.restamp.tracker.alembic.python.Value.Unknown;
import java.util.List;
import java.util.Optional;

/**
 * Follows statements. Where a condition cannot be told, both ways are followed and the {@link World} is told so; what a
 * name holds afterwards is known only where both ways agree.
 */
public final class Runner {
    private static final int LONGEST = 100_000;

    private final World world;
    private final Evaluator evaluator;
    private final Classes classes;
    private final Calls calls;
    private final Branches branches;
    private final Loops loops;
    private int steps;

    public Runner(World world) {
        this.world = world;
        this.evaluator = new Evaluator(world, this);
        this.classes = new Classes(this);
        this.calls = new Calls(world, this, classes);
        this.branches = new Branches(world, this, calls);
        this.loops = new Loops(world, this, calls, branches);
    }

    /** Runs a module's own statements: what its names hold then. */
    public Scope run(Module module) {
        return run(module, "");
    }

    /** @param folder the package that the module lies in; empty for none */
    public Scope run(Module module, String folder) {
        var scope = Scope.module(folder);
        block(module.body(), scope);
        return scope;
    }

    /** What an expression is, given the names of a module. */
    public Value evaluate(Expression expression, Module module) {
        return evaluator.evaluate(expression, run(module));
    }

    /** What the body of a class gives the name last. */
    public Optional<Value> attribute(Value.ClassType type, String name) {
        return classes.attribute(type, name);
    }

    public List<Value> bases(Value.ClassType type) {
        return classes.bases(type);
    }

    /** Calls a function of the module. */
    public Value call(Value.Function function, Arguments arguments, Place at) {
        return calls.call(function, arguments, at);
    }

    /** Makes an object of a class: what {@code __init__} gives its fields. */
    public Value instantiate(Value.ClassType type, Arguments arguments, Place at) {
        return calls.instantiate(type, arguments, at);
    }

    Value evaluate(Expression expression, Scope scope) {
        return evaluator.evaluate(expression, scope);
    }

    Value function(Statement.Define define, Scope scope) {
        return calls.function(define, scope);
    }

    Classes classes() {
        return classes;
    }

    Flow block(List<Statement> statements, Scope scope) {
        for (var statement : statements) {
            var flow = statement(statement, scope);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    private Flow statement(Statement statement, Scope scope) {
        if (++steps == LONGEST) {
            world.notUnderstood("too long to follow", statement.at());
        }
        if (steps >= LONGEST) {
            return Flow.RETURN;
        }
        return switch (statement) {
            case Statement.Assign(var targets, var value, var _) -> {
                var known = evaluator.evaluate(value, scope);
                targets.forEach(target -> bind(target, known, scope));
                yield Flow.NEXT;
            }
            case Statement.Augment augment -> augment(augment, scope);
            case Statement.Evaluate(var value, var _) -> alone(value, scope);
            case Statement.If branch -> branches.branch(branch, scope);
            case Statement.For loop -> loops.loop(loop, scope);
            case Statement.While(var _, var body, var at) -> loops.maybe(body, scope, at);
            case Statement.With(var items, var body, var _) -> with(items, body, scope);
            case Statement.Try attempt -> branches.attempt(attempt, scope);
            case Statement.Define define -> {
                scope.put(define.name(), calls.function(define, scope));
                yield Flow.NEXT;
            }
            case Statement.DefineClass type -> {
                scope.put(type.name(), classes.classValue(type, scope));
                yield Flow.NEXT;
            }
            case Statement.Return(var value, var _) -> {
                calls.frame()
                        .returns(value.map(result -> evaluator.evaluate(result, scope))
                                .orElse(Constants.NONE));
                yield Flow.RETURN;
            }
            case Statement.Raise _ -> Flow.RAISE;
            case Statement.Break _ -> Flow.BREAK;
            case Statement.Continue _ -> Flow.CONTINUE;
            case Statement.Import(var bindings, var _) -> {
                bindings.forEach(binding -> scope.put(binding.name(), new Symbol(scope.absolute(binding.path()))));
                yield Flow.NEXT;
            }
            case Statement.Pass _ -> Flow.NEXT;
            case Statement.Opaque(var at) -> {
                world.notUnderstood("not understood: " + at.quote(), at);
                yield Flow.NEXT;
            }
        };
    }

    private Flow alone(Expression value, Scope scope) {
        switch (value) {
            case Expression.Call call -> evaluator.call(call, scope, true);
            case Expression.Yield(var yielded, var _) ->
                calls.frame()
                        .yields(yielded.map(given -> evaluator.evaluate(given, scope))
                                .orElse(Constants.NONE));
            case Expression.Opaque(var at) -> world.notUnderstood("not understood: " + at.quote(), at);
            default -> evaluator.evaluate(value, scope);
        }
        return Flow.NEXT;
    }

    private Flow augment(Statement.Augment augment, Scope scope) {
        var left = evaluator.evaluate(augment.target(), scope);
        var right = evaluator.evaluate(augment.value(), scope);
        var result = Operators.binary(augment.operator(), left, right);
        bind(augment.target(), result.orElse(new Unknown(augment.at())), scope);
        return Flow.NEXT;
    }

    /** Gives a target, a name or several, its value. */
    void bind(Expression target, Value value, Scope scope) {
        switch (target) {
            case Expression.Name(var id, var _) -> scope.put(id, value);
            case Expression.Display(var _, var targets, var at) -> unpack(targets, value, scope, at);
            case Expression.Attribute(var object, var name, var at) -> {
                if (evaluator.evaluate(object, scope) instanceof Value.Instance(var _, var fields)) {
                    fields.put(name, world.isHappening().equals(Optional.of(true)) ? value : new Unknown(at));
                }
            }
            case Expression.Subscript(var container, var index, var at) -> {
                if (evaluator.evaluate(container, scope) instanceof Value.Dict(var entries)) {
                    var happens = world.isHappening();
                    if (!happens.equals(Optional.of(false))) {
                        entries.put(evaluator.evaluate(index, scope), happens.isPresent() ? value : new Unknown(at));
                    }
                }
            }
            default -> {}
        }
    }

    private void unpack(List<Expression> targets, Value value, Scope scope, Place at) {
        var matches = value instanceof Items(var _, var items)
                && items.size() == targets.size()
                && targets.stream().noneMatch(Expression.Star.class::isInstance);
        for (var i = 0; i < targets.size(); i++) {
            var target = targets.get(i) instanceof Expression.Star(var name, var _) ? name : targets.get(i);
            bind(target, matches && value instanceof Items(var _, var items) ? items.get(i) : new Unknown(at), scope);
        }
    }

    private Flow with(List<Statement.Item> items, List<Statement> body, Scope scope) {
        if (items.isEmpty()) {
            return block(body, scope);
        }
        var item = items.getFirst();
        var rest = items.subList(1, items.size());
        if (item.value() instanceof Expression.Call call) {
            var manager = evaluator.evaluate(call.function(), scope);
            if (manager.equals(new Symbol("contextlib.suppress"))) {
                return branches.tolerant(() -> with(rest, body, scope));
            }
            if (manager instanceof Value.Manager(var function)) {
                return calls.managed(function, evaluator.arguments(call.arguments(), scope), call.at(), yielded -> {
                    item.target().ifPresent(target -> bind(target, yielded, scope));
                    return with(rest, body, scope);
                });
            }
        }
        var value = evaluator.evaluate(item.value(), scope);
        item.target().ifPresent(target -> bind(target, value, scope));
        return with(rest, body, scope);
    }
}
