package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One call of a function, as it runs: its result, and the ways by which it may have left a block before. */
final class Frame {
    /**
     * A way out that is taken where a condition holds that cannot be told.
     *
     * @param result of a {@code return}
     */
    record Exit(Value condition, Flow flow, Value result) {}

    private final List<Exit> exits = new ArrayList<>();
    private final Consumer<Value> onYield;
    private Value result = Constants.NONE;

    Frame() {
        this(_ -> {});
    }

    /** @param onYield what happens where the call yields */
    Frame(Consumer<Value> onYield) {
        this.onYield = onYield;
    }

    void yields(Value value) {
        onYield.accept(value);
    }

    void returns(Value value) {
        result = value;
    }

    int mark() {
        return exits.size();
    }

    /** The block was left just now, but only under this condition. */
    void leftUnder(Value condition, Flow flow) {
        exits.add(new Exit(condition, flow, result));
        result = Constants.NONE;
    }

    /** The exits since the mark lie inside another condition. */
    void nest(int mark, Value condition) {
        for (var i = mark; i < exits.size(); i++) {
            var inner = exits.get(i);
            exits.set(i, new Exit(Conditions.and(condition, inner.condition()), inner.flow(), inner.result()));
        }
    }

    /** The exits since the mark are over where what they left is over. */
    void forget(int mark, Flow flow) {
        exits.subList(mark, exits.size()).removeIf(exit -> exit.flow() == flow);
    }

    List<Exit> since(int mark) {
        return List.copyOf(exits.subList(mark, exits.size()));
    }

    /**
     * The result of the call, with what is known of early ones.
     *
     * @param expects whether a condition is expected to hold
     */
    Value result(Place at, Function<Value, Optional<Boolean>> expects) {
        var known = Optional.of(result);
        for (var exit : exits.reversed()) {
            known = known.flatMap(otherwise -> choice(exit, otherwise)
                    .or(() -> expects.apply(exit.condition()).map(holds -> holds ? exit.result() : otherwise)));
        }
        return known.orElse(new Value.Unknown(at));
    }

    private static Optional<Value> choice(Exit exit, Value otherwise) {
        if (exit.result().equals(otherwise)) {
            return Optional.of(otherwise);
        }
        if (exit.result().equals(Constants.FALSE)) {
            return Optional.of(Conditions.and(Conditions.not(exit.condition()), otherwise));
        }
        return exit.result().equals(Constants.TRUE)
                ? Optional.of(Conditions.or(exit.condition(), otherwise))
                : Optional.empty();
    }
}
