package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Unknown;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Follows {@code if} and {@code try}: where it cannot be told which way is taken, all of them. */
final class Branches {
    private final World world;
    private final Runner runner;
    private final Calls calls;

    Branches(World world, Runner runner, Calls calls) {
        this.world = world;
        this.runner = runner;
        this.calls = calls;
    }

    Flow branch(Statement.If branch, Scope scope) {
        var test = runner.evaluate(branch.test(), scope);
        return Conditions.truth(test)
                .map(truth -> runner.block(truth ? branch.body() : branch.orElse(), scope))
                .orElseGet(() -> bothWays(test, branch, scope));
    }

    private Flow bothWays(Value test, Statement.If branch, Scope scope) {
        var contrary = Conditions.not(test);
        var before = scope.snapshot();
        var mark = calls.frame().mark();
        var then = underneath(test, branch.body(), scope, branch.at());
        var after = scope.snapshot();
        if (then != Flow.NEXT && then != Flow.RAISE) {
            calls.frame().leftUnder(test, then);
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
        calls.frame().leftUnder(contrary, otherwise);
        return Flow.NEXT;
    }

    /** What follows happens only where none of the exits since the mark was taken. */
    void goOn(int mark, Place at) {
        calls.frame().since(mark).forEach(exit -> world.enter(Conditions.not(exit.condition()), at));
    }

    /** Follows a block under a condition; a block that raises leaves no trace. */
    Flow underneath(Value condition, List<Statement> body, Scope scope, Place at) {
        var depth = world.depth();
        var mark = world.mark();
        var exits = calls.frame().mark();
        world.enter(condition, at);
        var flow = runner.block(body, scope);
        world.leave(depth);
        if (flow == Flow.RAISE) {
            world.undo(mark);
        }
        calls.frame().nest(exits, condition);
        return flow;
    }

    Flow tolerant(Supplier<Flow> body) {
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
    Flow attempt(Statement.Try attempt, Scope scope) {
        var passesOver = attempt.handlers().stream().anyMatch(handler -> !endsInRaise(handler));
        if (!passesOver) {
            var flow = runner.block(attempt.body(), scope);
            var then = flow == Flow.NEXT ? runner.block(attempt.orElse(), scope) : flow;
            var last = runner.block(attempt.last(), scope);
            return last == Flow.NEXT ? then : last;
        }
        var before = scope.snapshot();
        var mark = world.mark();
        var flow = tolerant(() -> runner.block(attempt.body(), scope));
        if (flow == Flow.NEXT) {
            flow = tolerant(() -> runner.block(attempt.orElse(), scope));
        }
        if (world.mark() == mark || flow == Flow.RAISE) {
            flow = handled(attempt, flow, before, scope);
        }
        var last = runner.block(attempt.last(), scope);
        return last == Flow.NEXT ? flow : last;
    }

    /** Either the body, which has been followed, or a part of it and a handler. */
    private Flow handled(Statement.Try attempt, Flow body, Map<String, Value> before, Scope scope) {
        var unknown = new Unknown(attempt.at());
        var mark = calls.frame().mark();
        if (body == Flow.RETURN) {
            calls.frame().leftUnder(unknown, body);
        }
        for (var handler : attempt.handlers()) {
            var after = scope.snapshot();
            scope.restore(before);
            var flow = underneath(unknown, handler, scope, attempt.at());
            if (flow != Flow.NEXT && flow != Flow.RAISE) {
                calls.frame().leftUnder(unknown, flow);
            }
            scope.merge(after, attempt.at());
        }
        goOn(mark, attempt.at());
        return Flow.NEXT;
    }

    private static boolean endsInRaise(List<Statement> handler) {
        return !handler.isEmpty() && handler.getLast() instanceof Statement.Raise;
    }
}
