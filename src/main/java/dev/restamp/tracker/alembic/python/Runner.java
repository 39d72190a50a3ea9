package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Follows statements. Where a condition cannot be told, both ways are followed and the {@link World} is told so; what a
 * name holds afterwards is known only where both ways agree.
 */
public final class Runner {
    private static final int DEEPEST = 25;
    private static final int LONGEST = 100_000;

    /** Decorators that leave what a function does as it is. */
    private static final Set<String> TRANSPARENT = Set.of(
            "functools.wraps",
            "functools.lru_cache",
            "functools.cache",
            "builtins.staticmethod",
            "typing.no_type_check",
            "public.public");

    private final World world;
    private final Evaluator evaluator;
    private final Deque<Frame> frames = new ArrayDeque<>(List.of(new Frame()));
    private int steps;

    public Runner(World world) {
        this.world = world;
        this.evaluator = new Evaluator(world, this);
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

    /** Makes an object of a class: what {@code __init__} gives its fields. */
    public Value instantiate(Value.ClassType type, Arguments arguments, Place at) {
        var object = new Value.Instance(type, new HashMap<>());
        if (attribute(type, "__init__").orElse(Constants.NONE) instanceof Value.Function init) {
            call(init, arguments.after(object), at);
        }
        return object;
    }

    /** What the body of a class gives the name last. */
    public Optional<Value> attribute(Value.ClassType type, String name) {
        return evaluator.classAttribute(type, name);
    }

    public List<Value> bases(Value.ClassType type) {
        return type.bases().stream()
                .map(base -> evaluator.evaluate(base, type.scope()))
                .toList();
    }

    /** Calls a function of the module. */
    public Value call(Value.Function function, Arguments arguments, Place at) {
        return call(function, arguments, at, new Frame());
    }

    private Value call(Value.Function function, Arguments arguments, Place at, Frame frame) {
        world.follows(at);
        if (frames.size() > DEEPEST) {
            world.notUnderstood(function.name() + " calls itself", at);
            return new Unknown(at);
        }
        var scope = function.scope().inner();
        Parameters.bind(function, arguments, at, scope, preset -> evaluator.evaluate(preset, function.scope()));
        return switch (function.body()) {
            case Value.Body.Result(var expression) -> evaluator.evaluate(expression, scope);
            case Value.Body.Block(var statements) -> result(statements, scope, at, frame);
        };
    }

    private Value result(List<Statement> statements, Scope scope, Place at, Frame frame) {
        var depth = world.depth();
        frames.push(frame);
        var flow = block(statements, scope);
        frames.pop();
        world.leave(depth);
        if (flow == Flow.RAISE) {
            world.notUnderstood("always raises", at);
        }
        return frame.result(at, world::expects);
    }

    private Flow block(List<Statement> statements, Scope scope) {
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
            case Statement.Evaluate(var value, var _) -> evaluate(value, scope);
            case Statement.If branch -> branch(branch, scope);
            case Statement.For loop -> loop(loop, scope);
            case Statement.While(var _, var body, var at) -> maybe(body, scope, at);
            case Statement.With(var items, var body, var _) -> with(items, body, scope);
            case Statement.Try attempt -> attempt(attempt, scope);
            case Statement.Define define -> define(define, scope);
            case Statement.DefineClass type -> defineClass(type, scope);
            case Statement.Return(var value, var _) -> {
                frame().returns(value.map(result -> evaluator.evaluate(result, scope))
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

    private Frame frame() {
        return frames.element();
    }

    private Flow evaluate(Expression value, Scope scope) {
        switch (value) {
            case Expression.Call call -> evaluator.call(call, scope, true);
            case Expression.Yield(var yielded, var _) ->
                frame().yields(yielded.map(given -> evaluator.evaluate(given, scope))
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

    private Flow branch(Statement.If branch, Scope scope) {
        var test = evaluator.evaluate(branch.test(), scope);
        return Conditions.truth(test)
                .map(truth -> block(truth ? branch.body() : branch.orElse(), scope))
                .orElseGet(() -> bothWays(test, branch, scope));
    }

    private Flow bothWays(Value test, Statement.If branch, Scope scope) {
        var contrary = Conditions.not(test);
        var before = scope.snapshot();
        var mark = frame().mark();
        var then = underneath(test, branch.body(), scope, branch.at());
        var after = scope.snapshot();
        if (then != Flow.NEXT && then != Flow.RAISE) {
            frame().leftUnder(test, then);
        }
        scope.restore(before);
        var otherwise = underneath(contrary, branch.orElse(), scope, branch.at());
        var flow = joined(then, otherwise, contrary);
        if (then == Flow.NEXT && otherwise == Flow.NEXT) {
            join(test, after, scope, branch.at());
        } else if (then == Flow.NEXT) {
            scope.restore(after);
        }
        goOn(mark, branch.at());
        return flow;
    }

    /** The names are those of the way that is expected, else what both ways agree on. */
    private void join(Value test, Map<String, Value> then, Scope scope, Place at) {
        var expected = world.expects(test);
        if (expected.isEmpty()) {
            scope.merge(then, at);
        } else if (expected.get()) {
            scope.restore(then);
        }
    }

    /** How an {@code if} ends as a whole; a branch that raises is none, since the revision then never was applied. */
    private Flow joined(Flow then, Flow otherwise, Value contrary) {
        if (otherwise == Flow.RAISE) {
            return then == Flow.NEXT || then == Flow.RAISE ? then : Flow.NEXT;
        }
        if (otherwise == Flow.NEXT || then != Flow.NEXT) {
            return otherwise;
        }
        frame().leftUnder(contrary, otherwise);
        return Flow.NEXT;
    }

    /** What follows happens only where none of the exits since the mark was taken. */
    private void goOn(int mark, Place at) {
        frame().since(mark).forEach(exit -> world.enter(Conditions.not(exit.condition()), at));
    }

    /** Follows a block under a condition; a block that raises leaves no trace. */
    private Flow underneath(Value condition, List<Statement> body, Scope scope, Place at) {
        var depth = world.depth();
        var mark = world.mark();
        var exits = frame().mark();
        world.enter(condition, at);
        var flow = block(body, scope);
        world.leave(depth);
        if (flow == Flow.RAISE) {
            world.undo(mark);
        }
        frame().nest(exits, condition);
        return flow;
    }

    private Flow loop(Statement.For loop, Scope scope) {
        var collection = evaluator.evaluate(loop.iterable(), scope);
        var elements = Builtins.elements(collection).or(() -> expected(collection, loop));
        if (elements.isEmpty()) {
            var one = world.element(collection);
            bind(loop.target(), one.orElse(new Unknown(loop.iterable().at())), scope);
            return one.isPresent() ? forOne(loop, scope) : maybe(loop.body(), scope, loop.at());
        }
        var depth = world.depth();
        var mark = frame().mark();
        for (var element : elements.get()) {
            bind(loop.target(), element, scope);
            var flow = block(loop.body(), scope);
            world.leave(depth);
            frame().forget(mark, Flow.CONTINUE);
            goOn(mark, loop.at());
            if (flow == Flow.BREAK || flow == Flow.RETURN || flow == Flow.RAISE) {
                return leave(flow == Flow.BREAK ? Flow.NEXT : flow, mark, depth, loop.at());
            }
        }
        leave(Flow.NEXT, mark, depth, loop.at());
        return block(loop.orElse(), scope);
    }

    /** A loop that only looks at its elements is followed with one that stands for all: its questions stay questions. */
    private Optional<List<Value>> expected(Value collection, Statement.For loop) {
        var onlyLooks = world.element(collection).isPresent() && !acts(loop.body());
        return onlyLooks ? Optional.empty() : world.elements(collection);
    }

    private static boolean acts(List<Statement> body) {
        return body.stream().anyMatch(statement -> switch (statement) {
            case Statement.Evaluate(Expression.Call _, var _) -> true;
            case Statement.Assign _, Statement.Augment _ -> true;
            case Statement.If(var _, var then, var orElse, var _) -> acts(then) || acts(orElse);
            case Statement.For(var _, var _, var inner, var orElse, var _) -> acts(inner) || acts(orElse);
            case Statement.With _, Statement.Try _, Statement.While _ -> true;
            default -> false;
        });
    }

    /** After a loop a {@code break} in it is no condition any more. */
    private Flow leave(Flow flow, int mark, int depth, Place at) {
        world.leave(depth);
        frame().forget(mark, Flow.BREAK);
        goOn(mark, at);
        return flow;
    }

    /**
     * Follows a loop with one element that stands for all: what it asks of the element, it asks of each. What it does
     * to the schema is not known to be done.
     */
    private Flow forOne(Statement.For loop, Scope scope) {
        var depth = world.depth();
        var before = scope.snapshot();
        var mark = frame().mark();
        world.enter(new Unknown(loop.at()), loop.at());
        var flow = block(loop.body(), scope);
        if (flow == Flow.RETURN) {
            frame().leftUnder(new Unknown(loop.at()), flow);
        }
        scope.merge(before, loop.at());
        frame().forget(mark, Flow.CONTINUE);
        return leave(Flow.NEXT, mark, depth, loop.at());
    }

    /** Follows a block that may run never, once or often. */
    private Flow maybe(List<Statement> body, Scope scope, Place at) {
        var before = scope.snapshot();
        var mark = frame().mark();
        var unknown = new Unknown(at);
        var flow = underneath(unknown, body, scope, at);
        scope.merge(before, at);
        if (flow == Flow.RETURN) {
            frame().leftUnder(unknown, flow);
        }
        frame().forget(mark, Flow.CONTINUE);
        return leave(Flow.NEXT, mark, world.depth(), at);
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
                return tolerant(() -> with(rest, body, scope));
            }
            if (manager instanceof Value.Manager(var function)) {
                return managed(function, evaluator.arguments(call.arguments(), scope), call.at(), yielded -> {
                    item.target().ifPresent(target -> bind(target, yielded, scope));
                    return with(rest, body, scope);
                });
            }
        }
        var value = evaluator.evaluate(item.value(), scope);
        item.target().ifPresent(target -> bind(target, value, scope));
        return with(rest, body, scope);
    }

    /** Runs the function, and where it yields, for the first time, what stands inside the {@code with}. */
    private Flow managed(Value.Function function, Arguments arguments, Place at, Function<Value, Flow> inside) {
        var flows = new ArrayList<Flow>();
        call(function, arguments, at, new Frame(yielded -> {
            if (flows.isEmpty()) {
                flows.add(Flow.NEXT);
                var own = frames.pop();
                flows.set(0, inside.apply(yielded));
                frames.push(own);
            }
        }));
        return flows.isEmpty() ? inside.apply(new Unknown(at)) : flows.getFirst();
    }

    private Flow tolerant(Supplier<Flow> body) {
        world.tolerate(true);
        var flow = body.get();
        world.tolerate(false);
        return flow;
    }

    /**
     * A statement that fails ends its transaction: where the body sends any, and the revision was applied, none failed
     * but inside a savepoint, and then because what it makes is there already. So the handlers count only for a body
     * that does nothing to the database.
     */
    private Flow attempt(Statement.Try attempt, Scope scope) {
        var passesOver = attempt.handlers().stream().anyMatch(handler -> !endsInRaise(handler));
        if (!passesOver) {
            var flow = block(attempt.body(), scope);
            var then = flow == Flow.NEXT ? block(attempt.orElse(), scope) : flow;
            var last = block(attempt.last(), scope);
            return last == Flow.NEXT ? then : last;
        }
        var before = scope.snapshot();
        var mark = world.mark();
        var flow = tolerant(() -> block(attempt.body(), scope));
        if (flow == Flow.NEXT) {
            flow = tolerant(() -> block(attempt.orElse(), scope));
        }
        if (world.mark() == mark || flow == Flow.RAISE) {
            flow = handled(attempt, flow, before, scope);
        }
        var last = block(attempt.last(), scope);
        return last == Flow.NEXT ? flow : last;
    }

    /** Either the body, which has been followed, or a part of it and a handler. */
    private Flow handled(Statement.Try attempt, Flow body, Map<String, Value> before, Scope scope) {
        var unknown = new Unknown(attempt.at());
        var mark = frame().mark();
        if (body == Flow.RETURN) {
            frame().leftUnder(unknown, body);
        }
        for (var handler : attempt.handlers()) {
            var after = scope.snapshot();
            scope.restore(before);
            var flow = underneath(unknown, handler, scope, attempt.at());
            if (flow != Flow.NEXT && flow != Flow.RAISE) {
                frame().leftUnder(unknown, flow);
            }
            scope.merge(after, attempt.at());
        }
        goOn(mark, attempt.at());
        return Flow.NEXT;
    }

    private static boolean endsInRaise(List<Statement> handler) {
        return !handler.isEmpty() && handler.getLast() instanceof Statement.Raise;
    }

    private Flow define(Statement.Define define, Scope scope) {
        scope.put(define.name(), function(define, scope));
        return Flow.NEXT;
    }

    /** The function as its decorators leave it. */
    Value function(Statement.Define define, Scope scope) {
        Value function =
                new Value.Function(define.name(), define.parameters(), new Value.Body.Block(define.body()), scope);
        for (var decorator : define.decorators().reversed()) {
            function = decorated(function, decorator, scope, define.at());
        }
        return function;
    }

    private Value decorated(Value function, Expression decorator, Scope scope, Place at) {
        var named = decorator instanceof Expression.Call(var called, var _, var _) ? called : decorator;
        return switch (evaluator.evaluate(named, scope)) {
            case Symbol(var path)
            when path.equals("contextlib.contextmanager") && function instanceof Value.Function plain ->
                new Value.Manager(plain);
            case Symbol(var path) when TRANSPARENT.contains(path) -> function;
            case Value.Function wrapper
            when named.equals(decorator) -> call(wrapper, new Arguments(List.of(function), Map.of(), true), at);
            default -> new Unknown(at);
        };
    }

    /** An enumeration is a list of constants; of another class what is asked for is looked up when it is. */
    private Flow defineClass(Statement.DefineClass type, Scope scope) {
        scope.put(type.name(), classValue(type, scope));
        return Flow.NEXT;
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
                var known = evaluator.evaluate(value, inner);
                inner.put(name, known);
                members.put(name, known instanceof Symbol ? new Text(name) : known);
            }
        }
        return members;
    }
}
