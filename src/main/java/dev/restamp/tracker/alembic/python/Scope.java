package dev.restamp.tracker.alembic.python;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names of a function or a module, inside those of the module. */
public final class Scope {
    private final String folder;
    private final Map<String, Value> names = new HashMap<>();
    private final Optional<Scope> outer;

    private Scope(String folder, Optional<Scope> outer) {
        this.folder = folder;
        this.outer = outer;
    }

    /** @param folder the package that the module lies in, {@code app.db}; empty for none */
    public static Scope module(String folder) {
        return new Scope(folder, Optional.empty());
    }

    Scope inner() {
        return new Scope(folder, Optional.of(this));
    }

    /** The path of an import without leading dots: one for this package, one more for each further out. */
    String absolute(String path) {
        if (!path.startsWith(".")) {
            return path;
        }
        var dots = path.length() - path.replaceFirst("^\\.+", "").length();
        var base = List.of(folder.split("\\."));
        var kept = base.subList(0, Math.max(0, base.size() - dots + 1));
        return String.join(".", kept) + "." + path.substring(dots);
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
