package dev.restamp.shell.script;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of a running script. Those given with {@code --set} cannot be changed by it. */
final class Variables {
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> given;

    Variables(Map<String, ?> given) {
        this.given = Set.copyOf(given.keySet());
        given.forEach((name, value) -> values.put(name, Value.of(value)));
    }

    Optional<Value> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean isGiven(String name) {
        return given.contains(name);
    }

    void set(String name, Value value) {
        values.put(name, value);
    }
}
