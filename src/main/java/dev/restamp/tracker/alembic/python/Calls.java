package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Symbol;
import dev.restamp.tracker.alembic.python.Value.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Follows calls of functions that are known: those of the file, and of the project. */
final class Calls {
    private static final int DEEPEST = 25;

    /** Decorators that leave what a function does as it is. */
    private static final Set<String> TRANSPARENT = Set.of(
            "functools.wraps",
            "functools.lru_cache",
            "functools.cache",
            "builtins.staticmethod",
            "typing.no_type_check",
            "public.public");

    private final World world;
    private final Runner runner;
    private final Classes classes;
    private final Deque<Frame> frames = new ArrayDeque<>(List.of(new Frame()));

    Calls(World world, Runner runner, Classes classes) {
        this.world = world;
        this.runner = runner;
        this.classes = classes;
    }

    /** The call that runs now; outside of all, that of the module. */
    Frame frame() {
        return frames.element();
    }

    Value call(Value.Function function, Arguments arguments, Place at) {
        return call(function, arguments, at, new Frame());
    }

    private Value call(Value.Function function, Arguments arguments, Place at, Frame frame) {
        world.follows(at);
        if (frames.size() > DEEPEST) {
            world.notUnderstood(function.name() + " calls itself", at);
            return new Unknown(at);
        }
        var scope = function.scope().inner();
        Parameters.bind(function, arguments, at, scope, preset -> runner.evaluate(preset, function.scope()));
        return switch (function.body()) {
            case Value.Body.Result(var expression) -> runner.evaluate(expression, scope);
            case Value.Body.Block(var statements) -> result(statements, scope, at, frame);
        };
    }

    private Value result(List<Statement> statements, Scope scope, Place at, Frame frame) {
        var depth = world.depth();
        frames.push(frame);
        var flow = runner.block(statements, scope);
        frames.pop();
        world.leave(depth);
        if (flow == Flow.RAISE) {
            world.notUnderstood("always raises", at);
        }
        return frame.result(at, world::expects);
    }

    /** Runs the function, and where it yields, for the first time, what stands inside the {@code with}. */
    Flow managed(Value.Function function, Arguments arguments, Place at, Function<Value, Flow> inside) {
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
        return switch (runner.evaluate(named, scope)) {
            case Symbol(var path)
            when path.equals("contextlib.contextmanager") && function instanceof Value.Function plain ->
                new Value.Manager(plain);
            case Symbol(var path) when TRANSPARENT.contains(path) -> function;
            case Value.Function wrapper
            when named.equals(decorator) -> call(wrapper, new Arguments(List.of(function), Map.of(), true), at);
            default -> new Unknown(at);
        };
    }

    /** Makes an object of a class: what {@code __init__} gives its fields. */
    Value instantiate(Value.ClassType type, Arguments arguments, Place at) {
        var object = new Value.Instance(type, new HashMap<>());
        if (classes.attribute(type, "__init__").orElse(Constants.NONE) instanceof Value.Function init) {
            call(init, arguments.after(object), at);
        }
        return object;
    }
}
