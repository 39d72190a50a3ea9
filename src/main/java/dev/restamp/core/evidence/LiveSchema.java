package dev.restamp.core.evidence;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A live schema, asked for what a project expects.
 *
 * <p>Things are found by name. A constraint or an index whose name the script leaves to PostgreSQL is found by what it is:
 * its table, kind and columns. One that has a name may have got a prefix by a naming convention. Who asks first gets what
 * is found so; nothing stands for two expected things.
 */
final class LiveSchema {
    private final Schema live;
    private final Predicate<ObjectKey> known;
    private final Predicate<SchemaObject> contested;
    private final Map<ObjectKey, List<SchemaObject>> byTable = new HashMap<>();
    private final Map<ObjectKey, ObjectKey> standsFor = new HashMap<>();

    /**
     * @param known whether a key is one that the project names itself; such a thing is nothing else under a new name
     * @param contested whether several things of the project, at different times, look the same but for their names
     */
    LiveSchema(Schema live, Predicate<ObjectKey> known, Predicate<SchemaObject> contested) {
        this.live = live;
        this.known = known;
        this.contested = contested;
        live.objects()
                .values()
                .forEach(object -> tableOf(object)
                        .ifPresent(table -> byTable.computeIfAbsent(table, _ -> new ArrayList<>())
                                .add(object)));
    }

    /** The live object that an expected one stands for. */
    Optional<SchemaObject> find(SchemaObject expected) {
        return live.get(expected.key()).or(() -> byShape(expected));
    }

    /** Whether it is there and nothing else: a thing found by its looks that others claim too may be one of those. */
    boolean hasForSure(SchemaObject expected) {
        return live.has(expected.key()) || (!contested.test(expected) && find(expected).isPresent());
    }

    /** Whether the object is there at all, under exactly this name. */
    boolean has(ObjectKey key) {
        return live.has(key);
    }

    /**
     * What is different, as {@code X is A, the script makes B}; empty where nothing that is known of both differs.
     *
     * @param anyOrder whether the labels of an enum may stand in any order, as parallel revisions leave them
     */
    static List<String> differences(SchemaObject expected, SchemaObject live, boolean anyOrder) {
        return switch (expected) {
            case SchemaObject.Column column when live instanceof SchemaObject.Column other -> columns(column, other);
            case SchemaObject.Constraint constraint
            when live instanceof SchemaObject.Constraint other -> constraints(constraint, other);
            case SchemaObject.Index index when live instanceof SchemaObject.Index other -> indexes(index, other);
            case SchemaObject.Type type when live instanceof SchemaObject.Type other -> types(type, other, anyOrder);
            case SchemaObject.View view
            when live instanceof SchemaObject.View other ->
                unequal("materialized", view.materialized(), other.materialized()).stream()
                        .toList();
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Constraint _,
                    SchemaObject.Index _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> List.of();
        };
    }

    private Optional<SchemaObject> byShape(SchemaObject expected) {
        var found = tableOf(expected).stream()
                .flatMap(table -> byTable.getOrDefault(table, List.of()).stream())
                .filter(object -> !known.test(object.key()))
                .filter(object -> contested.test(expected)
                        || standsFor.getOrDefault(object.key(), expected.key()).equals(expected.key()))
                .filter(object -> sameShape(expected, object))
                .findFirst();
        found.ifPresent(object -> standsFor.put(object.key(), expected.key()));
        return found;
    }

    private static boolean sameShape(SchemaObject expected, SchemaObject live) {
        return switch (expected) {
            case SchemaObject.Constraint constraint ->
                live instanceof SchemaObject.Constraint other
                        && mayBeCalled(constraint.named(), constraint.key(), other.key())
                        && isDetermined(constraint)
                        && constraints(constraint, other).isEmpty();
            case SchemaObject.Index index ->
                live instanceof SchemaObject.Index other
                        && mayBeCalled(index.named(), index.key(), other.key())
                        && !index.columns().isEmpty()
                        && indexes(index, other).isEmpty();
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> false;
        };
    }

    private static boolean mayBeCalled(boolean named, ObjectKey expected, ObjectKey live) {
        return !named || live.name().endsWith("_" + expected.name());
    }

    /** Whether enough is known of it to find it by. Of a check a script tells the name at best; a table has one primary key. */
    private static boolean isDetermined(SchemaObject.Constraint expected) {
        return switch (expected.kind()) {
            case PRIMARY_KEY, CHECK -> true;
            case UNIQUE, FOREIGN_KEY, EXCLUSION -> !expected.columns().isEmpty();
        };
    }

    private static Optional<ObjectKey> tableOf(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Constraint constraint -> constraint.key().table();
            case SchemaObject.Index index -> index.table();
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> Optional.empty();
        };
    }

    private static List<String> columns(SchemaObject.Column expected, SchemaObject.Column live) {
        var differences = new ArrayList<String>();
        bothKnown("type", expected.type(), live.type()).ifPresent(differences::add);
        bothKnown("nullable", expected.nullable(), live.nullable()).ifPresent(differences::add);
        return differences;
    }

    /** Which columns a check mentions is not compared: a script gives it in words of its own. */
    private static List<String> constraints(SchemaObject.Constraint expected, SchemaObject.Constraint live) {
        var differences = new ArrayList<String>();
        unequal("kind", expected.kind().word(), live.kind().word()).ifPresent(differences::add);
        if (expected.kind() != ConstraintKind.CHECK) {
            knownNames("columns", expected.columns(), live.columns()).ifPresent(differences::add);
        }
        bothKnown("referenced table", expected.referenced(), live.referenced()).ifPresent(differences::add);
        return differences;
    }

    private static List<String> indexes(SchemaObject.Index expected, SchemaObject.Index live) {
        var differences = new ArrayList<String>();
        knownNames("columns", expected.columns(), live.columns()).ifPresent(differences::add);
        bothKnown("unique", expected.unique(), live.unique()).ifPresent(differences::add);
        bothKnown("partial", partial(expected), partial(live)).ifPresent(differences::add);
        bothKnown("indexed table", expected.table(), live.table()).ifPresent(differences::add);
        return differences;
    }

    private static Optional<Boolean> partial(SchemaObject.Index index) {
        return switch (index.details().predicate()) {
            case Clause.Unknown _ -> Optional.empty();
            case Clause.None _ -> Optional.of(false);
            case Clause.Sql _ -> Optional.of(true);
        };
    }

    private static List<String> types(SchemaObject.Type expected, SchemaObject.Type live, boolean anyOrder) {
        var differences = new ArrayList<String>();
        unequal("kind", expected.kind(), live.kind()).ifPresent(differences::add);
        if (!anyOrder || !new HashSet<>(expected.labels()).equals(new HashSet<>(live.labels()))) {
            knownNames("labels", expected.labels(), live.labels()).ifPresent(differences::add);
        }
        return differences;
    }

    private static Optional<String> knownNames(String what, List<String> expected, List<String> live) {
        return expected.isEmpty() ? Optional.empty() : unequal(what, expected, live);
    }

    private static <T> Optional<String> bothKnown(String what, Optional<T> expected, Optional<T> live) {
        return expected.isEmpty() || live.isEmpty() ? Optional.empty() : unequal(what, expected.get(), live.get());
    }

    private static Optional<String> unequal(String what, Object expected, Object live) {
        return expected.equals(live)
                ? Optional.empty()
                : Optional.of("%s is %s, the script makes %s".formatted(what, live, expected));
    }
}
