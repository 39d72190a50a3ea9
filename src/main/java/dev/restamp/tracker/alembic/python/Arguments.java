package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a call.
 *
 * @param complete false where {@code *} or {@code **} gave some that are not known
 */
public record Arguments(List<Value> positional, Map<String, Value> named, boolean complete) {
    public static final Arguments NONE = new Arguments(List.of(), Map.of(), true);

    public Arguments {
        positional = List.copyOf(positional);
        named = Map.copyOf(named);
    }

    /** The same with one before them: the object whose method is called. */
    Arguments after(Value first) {
        var all = new ArrayList<Value>();
        all.add(first);
        all.addAll(positional);
        return new Arguments(all, named, complete);
    }

    /** The argument at this position, 0 for the first, or of this name. */
    public Optional<Value> get(int position, String name) {
        return position < positional.size() ? Optional.of(positional.get(position)) : get(name);
    }

    public Optional<Value> get(String name) {
        return Optional.ofNullable(named.get(name));
    }

    public Optional<Value> first() {
        return positional.stream().findFirst();
    }

    public boolean arePlain() {
        return complete
                && positional.stream().allMatch(Value::isPlain)
                && named.values().stream().allMatch(Value::isPlain);
    }
}
