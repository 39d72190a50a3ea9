package dev.restamp.tracker.alembic.python;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names of a function or a module, inside those of the module. */
public final class Scope {
    private final Map<String, Value> names;
    private final Optional<Scope> outer;

    private Scope(Map<String, Value> names, Optional<Scope> outer) {
        this.names = names;
        this.outer = outer;
    }

    public static Scope module() {
        return new Scope(new HashMap<>(), Optional.empty());
    }

    Scope inner() {
        return new Scope(new HashMap<>(), Optional.of(this));
    }

    public Optional<Value> find(String name) {
        var here = Optional.ofNullable(names.get(name));
        return here.isPresent() ? here : outer.flatMap(scope -> scope.find(name));
    }

    public void put(String name, Value value) {
        names.put(name, value);
    }

    Map<String, Value> snapshot() {
        return new HashMap<>(names);
    }

    void restore(Map<String, Value> snapshot) {
        names.clear();
        names.putAll(snapshot);
    }

    /** What is known when either these names hold or the others: where they differ, nothing. */
    void merge(Map<String, Value> others, Place at) {
        var all = new HashSet<>(names.keySet());
        all.addAll(others.keySet());
        for (var name : all) {
            if (!Objects.equals(names.get(name), others.get(name))) {
                names.put(name, new Value.Unknown(at));
            }
        }
    }
}
