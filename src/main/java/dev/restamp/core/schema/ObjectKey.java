package dev.restamp.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * What names an object inside one database.
 *
 * @param path case-exact names from the outside in, schema first: {@code [public, orders]} for a table, {@code [public,
 *     orders, status]} for a column or a constraint, {@code [public, ix_orders]} for an index, {@code [postgis]} for an
 *     extension
 */
public record ObjectKey(Kind kind, List<String> path) implements Comparable<ObjectKey> {
    public ObjectKey {
        path = List.copyOf(path);
    }

    public static ObjectKey of(Kind kind, String... path) {
        return new ObjectKey(kind, List.of(path));
    }

    /** The last name: of a column {@code status}, of a table {@code orders}. */
    public String name() {
        return path.getLast();
    }

    /** The schema; for a schema itself or an extension its own name. */
    public String schema() {
        return path.getFirst();
    }

    /** The table this lies inside: of a column, a constraint, a trigger. */
    public Optional<ObjectKey> table() {
        return path.size() == 3 ? Optional.of(new ObjectKey(Kind.TABLE, path.subList(0, 2))) : Optional.empty();
    }

    /** Whether this lies inside {@code relation}: a column or a constraint of that table. */
    public boolean isPartOf(ObjectKey relation) {
        return path.size() == 3 && path.subList(0, 2).equals(relation.path());
    }

    /** As people write it: {@code column orders.status}, {@code index billing.ix_total}; {@code public} is left out. */
    @Override
    public String toString() {
        var names = path.size() > 1 && path.getFirst().equals("public") ? path.subList(1, path.size()) : path;
        return kind.word() + " " + String.join(".", names);
    }

    @Override
    public int compareTo(ObjectKey other) {
        var byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : String.join("\0", path).compareTo(String.join("\0", other.path));
    }
}
