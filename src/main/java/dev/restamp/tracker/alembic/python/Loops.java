package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Unknown;
import java.util.List;
import java.util.Optional;

/** Follows loops: over what is known round by round, else once for all rounds, or as what may happen. */
final class Loops {
    private final World world;
    private final Runner runner;
    private final Calls calls;
    private final Branches branches;

    Loops(World world, Runner runner, Calls calls, Branches branches) {
        this.world = world;
        this.runner = runner;
        this.calls = calls;
        this.branches = branches;
    }

    Flow loop(Statement.For loop, Scope scope) {
        var collection = runner.evaluate(loop.iterable(), scope);
        var elements = Builtins.elements(collection).or(() -> expected(collection, loop));
        if (elements.isEmpty()) {
            var one = world.element(collection);
            runner.bind(loop.target(), one.orElse(new Unknown(loop.iterable().at())), scope);
            return one.isPresent() ? forOne(loop, scope) : maybe(loop.body(), scope, loop.at());
        }
        var depth = world.depth();
        var mark = calls.frame().mark();
        for (var element : elements.get()) {
            runner.bind(loop.target(), element, scope);
            var flow = runner.block(loop.body(), scope);
            world.leave(depth);
            calls.frame().forget(mark, Flow.CONTINUE);
            branches.goOn(mark, loop.at());
            if (flow == Flow.BREAK || flow == Flow.RETURN || flow == Flow.RAISE) {
                return leave(flow == Flow.BREAK ? Flow.NEXT : flow, mark, depth, loop.at());
            }
        }
        leave(Flow.NEXT, mark, depth, loop.at());
        return runner.block(loop.orElse(), scope);
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
        calls.frame().forget(mark, Flow.BREAK);
        branches.goOn(mark, at);
        return flow;
    }

    /**
     * Follows a loop with one element that stands for all: what it asks of the element, it asks of each. What it does
     * to the schema is not known to be done.
     */
    private Flow forOne(Statement.For loop, Scope scope) {
        var depth = world.depth();
        var before = scope.snapshot();
        var mark = calls.frame().mark();
        world.enter(new Unknown(loop.at()), loop.at());
        var flow = runner.block(loop.body(), scope);
        if (flow == Flow.RETURN) {
            calls.frame().leftUnder(new Unknown(loop.at()), flow);
        }
        scope.merge(before, loop.at());
        calls.frame().forget(mark, Flow.CONTINUE);
        return leave(Flow.NEXT, mark, depth, loop.at());
    }

    /** Follows a block that may run never, once or often. */
    Flow maybe(List<Statement> body, Scope scope, Place at) {
        var before = scope.snapshot();
        var mark = calls.frame().mark();
        var unknown = new Unknown(at);
        var flow = branches.underneath(unknown, body, scope, at);
        scope.merge(before, at);
        if (flow == Flow.RETURN) {
            calls.frame().leftUnder(unknown, flow);
        }
        calls.frame().forget(mark, Flow.CONTINUE);
        return leave(Flow.NEXT, mark, world.depth(), at);
    }
}
