package dev.restamp.core.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * One object of a database.
 *
 * @param path what tells it from others of its kind, from the outside in: {@code [public, orders, status]}; of a function
 *     its arguments come last
 * @param properties by name, in the order in which they are shown; one that has its usual value is not there. They are
 *     not copied: ten thousand columns share one map
 */
public record CatalogObject(CatalogKind kind, List<String> path, SequencedMap<String, String> properties) {
    public CatalogObject {
        path = List.copyOf(path);
        properties = Collections.unmodifiableSequencedMap(properties);
    }

    /** One of which nothing is known but that it is there. */
    static CatalogObject of(CatalogKind kind, List<String> path) {
        return new CatalogObject(kind, path, new LinkedHashMap<>());
    }

    /** What it is found by. */
    public record Key(CatalogKind kind, List<String> path) {}

    public Key key() {
        return new Key(kind, path);
    }

    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** Schema and name of the table or view that it comes and goes with; empty for what stands alone. */
    public Optional<List<String>> relation() {
        return kind.isOnTable() ? Optional.of(path.subList(0, 2)) : Optional.empty();
    }

    /** Whether others come and go with it: columns, indexes, triggers. */
    public boolean isRelation() {
        return kind == CatalogKind.TABLE || kind == CatalogKind.VIEW;
    }

    /** All of it but owner, rights and position, in a line that two have in common exactly if they are alike. */
    public String line() {
        return kind + "\0" + String.join("\0", path) + "\0"
                + without(Scope.USUAL.unasked()).properties();
    }

    CatalogObject without(Set<String> names) {
        var less = new LinkedHashMap<>(properties);
        less.keySet().removeAll(names);
        return new CatalogObject(kind, path, less);
    }

    /** As people write it: {@code orders.status}, {@code billing.total(integer)}; {@code public} is left out. */
    public String name() {
        var names = path.size() > 1 && path.getFirst().equals("public") ? path.subList(1, path.size()) : path;
        return kind.isOverloaded()
                ? String.join(".", names.subList(0, names.size() - 1)) + "(" + names.getLast() + ")"
                : String.join(".", names);
    }
}
