package dev.restamp.tracker.alembic.worlds;

import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two catalogs of PostgreSQL held against each other in what a diagnosis certainly compares. */
final class Compared {
    private Compared() {}

    /** What is in one and not in the other, or is something else there. */
    static Set<ObjectKey> different(Schema one, Schema other) {
        return different(one, other, Compared::shown);
    }

    /** The same in everything that a diagnosis may compare, where it can. */
    static Set<ObjectKey> touched(Schema one, Schema other) {
        return different(one, other, object -> object);
    }

    private static Set<ObjectKey> different(Schema one, Schema other, Function<SchemaObject, Object> seen) {
        var keys = new LinkedHashSet<>(one.objects().keySet());
        keys.addAll(other.objects().keySet());
        keys.removeIf(key -> one.get(key).map(seen).equals(other.get(key).map(seen)));
        return keys;
    }

    /** Everything but where in its table a column stands, which depends on the order of parallel revisions. */
    static List<Object> inAnyOrder(Schema schema) {
        return schema.objects().values().stream()
                .map(object -> object instanceof SchemaObject.Column column
                        ? new SchemaObject.Column(column.key(), column.type(), column.nullable(), column.preset(), 0)
                        : object instanceof SchemaObject.Type type ? Set.copyOf(type.labels()) : object)
                .map(Object.class::cast)
                .toList();
    }

    private static Object shown(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Column column -> List.of(column.type(), column.nullable());
            case SchemaObject.Constraint constraint ->
                List.of(
                        constraint.kind(),
                        constraint.kind() == ConstraintKind.CHECK ? List.of() : constraint.columns(),
                        constraint.referenced());
            case SchemaObject.Index index ->
                List.of(
                        index.columns(),
                        index.unique(),
                        index.table(),
                        index.details().predicate() instanceof Clause.None);
            case SchemaObject.Type type -> List.of(type.kind(), Set.copyOf(type.labels()));
            case SchemaObject.View view -> view.materialized();
            case SchemaObject.Table _, SchemaObject.Sequence _, SchemaObject.Other _ -> true;
        };
    }

    /** Whether a script that was not understood may have touched it, so that nothing is claimed. */
    static boolean isInDoubt(Timeline timeline, ObjectKey key, Collection<String> rows) {
        var applied = timeline.graph().ancestors(rows);
        return Stream.concat(Stream.of(key), key.table().stream())
                .flatMap(one -> timeline.life(one).stream())
                .anyMatch(life -> !life.stages().get(life.stageAfter(applied)).known());
    }
}
