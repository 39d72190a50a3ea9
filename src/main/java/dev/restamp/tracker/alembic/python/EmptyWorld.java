package dev.restamp.tracker.alembic.python;

import java.util.List;
import java.util.Optional;

/** A world without libraries: enough for the constants of a module. */
public class EmptyWorld implements World {
    private int depth;

    @Override
    public Value attribute(Value target, String name, Place at) {
        return new Value.Unknown(at);
    }

    @Override
    public Value call(Value function, Arguments arguments, Place at, boolean alone) {
        return new Value.Unknown(at);
    }

    @Override
    public Optional<Value> compare(Value left, String operator, Value right) {
        return Optional.empty();
    }

    @Override
    public Optional<Value> item(Value.Thing target, Value index) {
        return Optional.empty();
    }

    @Override
    public Value imported(Value.Symbol symbol) {
        return symbol;
    }

    @Override
    public Optional<List<Value>> elements(Value collection) {
        return Optional.empty();
    }

    @Override
    public Optional<Value> element(Value collection) {
        return Optional.empty();
    }

    @Override
    public Optional<Value> collected(Value collection, Value element) {
        return Optional.empty();
    }

    @Override
    public void enter(Value condition, Place at) {
        depth++;
    }

    @Override
    public Optional<Boolean> expects(Value condition) {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> isHappening() {
        return depth == 0 ? Optional.of(true) : Optional.empty();
    }

    @Override
    public void tolerate(boolean failures) {}

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public void leave(int depth) {
        this.depth = depth;
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void undo(int mark) {}

    @Override
    public void follows(Place call) {}

    @Override
    public void notUnderstood(String why, Place at) {}
}
