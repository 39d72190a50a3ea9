package dev.restamp.core.evidence;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
        return sameCheck(expected).or(() -> live.get(expected.key())).or(() -> byShape(expected));
    }

    /** Checks without names are numbered as they come; which is which, their conditions tell. */
    private Optional<SchemaObject> sameCheck(SchemaObject expected) {
        return expected instanceof SchemaObject.Constraint check
                        && check.kind() == ConstraintKind.CHECK
                        && !check.named()
                        && check.condition() instanceof Clause.Sql
                ? live.get(check.key())
                        .filter(named ->
                                !Differences.between(check, named, false).isEmpty())
                        .flatMap(_ -> otherCheck(check))
                : Optional.empty();
    }

    private Optional<SchemaObject> otherCheck(SchemaObject.Constraint expected) {
        return expected.key().table().stream()
                .flatMap(table -> byTable.getOrDefault(table, List.of()).stream())
                .filter(object -> Differences.between(expected, object, false).isEmpty())
                .filter(object ->
                        object instanceof SchemaObject.Constraint other && other.kind() == ConstraintKind.CHECK)
                .findFirst();
    }

    /** Whether it is there and nothing else: a thing found by its looks that others claim too may be one of those. */
    boolean hasForSure(SchemaObject expected) {
        return live.has(expected.key())
                || (!contested.test(expected) && find(expected).isPresent());
    }

    /** Whether the object is there at all, under exactly this name. */
    boolean has(ObjectKey key) {
        return live.has(key);
    }

    private Optional<SchemaObject> byShape(SchemaObject expected) {
        var found = tableOf(expected).stream()
                .flatMap(table -> byTable.getOrDefault(table, List.of()).stream())
                .filter(object -> !known.test(object.key()))
                .filter(object -> contested.test(expected)
                        || standsFor.getOrDefault(object.key(), expected.key()).equals(expected.key()))
                .filter(object -> sameShape(expected, object))
                .min(Comparator.comparingInt(
                        object -> Differences.between(expected, object, false).size()));
        found.ifPresent(object -> standsFor.put(object.key(), expected.key()));
        return found;
    }

    private static boolean sameShape(SchemaObject expected, SchemaObject live) {
        return switch (expected) {
            case SchemaObject.Constraint constraint ->
                live instanceof SchemaObject.Constraint other
                        && mayBeCalled(constraint.named(), constraint.key(), other.key())
                        && isDetermined(constraint)
                        && isSameKey(constraint, other);
            case SchemaObject.Index index ->
                live instanceof SchemaObject.Index other
                        && mayBeCalled(index.named(), index.key(), other.key())
                        && !index.columns().isEmpty()
                        && Differences.between(index, other, false).isEmpty();
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> false;
        };
    }

    /** What else it demands may differ; but a check without a name is its condition. */
    private static boolean isSameKey(SchemaObject.Constraint expected, SchemaObject.Constraint live) {
        if (expected.kind() == ConstraintKind.CHECK) {
            return live.kind() == ConstraintKind.CHECK
                    && (expected.named()
                            || Differences.between(expected, live, false).isEmpty());
        }
        var key = SchemaObject.Constraint.of(expected.key(), expected.kind(), expected.columns())
                .withReferences(expected.referenced().map(Reference::to));
        return Differences.between(key, live, false).isEmpty();
    }

    private static boolean mayBeCalled(boolean named, ObjectKey expected, ObjectKey live) {
        return !named || live.name().endsWith("_" + expected.name());
    }

    /** Whether enough is known of it to find it by. A table has one primary key, and seldom two exclusions. */
    private static boolean isDetermined(SchemaObject.Constraint expected) {
        return switch (expected.kind()) {
            case PRIMARY_KEY, CHECK -> true;
            case UNIQUE, FOREIGN_KEY -> !expected.columns().isEmpty();
            case EXCLUSION -> !expected.columns().isEmpty() || !expected.named();
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
}
