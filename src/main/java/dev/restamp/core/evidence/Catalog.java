package dev.restamp.core.evidence;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Rekey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The objects of a schema while they change, found by name, by table, and by the index that a constraint brings. */
final class Catalog {
    private final Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
    private final Map<Kind, Map<ObjectKey, SchemaObject>> byKind = new EnumMap<>(Kind.class);
    private final Map<ObjectKey, Set<ObjectKey>> byTable = new HashMap<>();
    private final Map<ObjectKey, ObjectKey> constraintByIndex = new HashMap<>();
    private final Map<ObjectKey, ObjectKey> columnBySequence = new HashMap<>();

    Catalog(Schema start) {
        start.objects().values().stream().filter(object -> !isSequence(object)).forEach(this::put);
        start.objects().values().stream().filter(Catalog::isSequence).forEach(this::put);
    }

    Schema schema() {
        return new Schema(new LinkedHashMap<>(objects));
    }

    boolean has(ObjectKey key) {
        return objects.containsKey(key);
    }

    Optional<SchemaObject> get(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    Collection<SchemaObject> all() {
        return objects.values();
    }

    Collection<SchemaObject> all(Kind kind) {
        return ofKind(kind).values();
    }

    private Map<ObjectKey, SchemaObject> ofKind(Kind kind) {
        return byKind.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    }

    /** What goes and moves with a table or a view: its parts, its indexes, and the sequences of its columns. */
    List<SchemaObject> dependants(ObjectKey relation) {
        var table = new ObjectKey(Kind.TABLE, relation.path());
        return byTable.getOrDefault(table, Set.of()).stream()
                .flatMap(key -> get(key).stream())
                .toList();
    }

    /** The constraint whose index has this name. */
    Optional<ObjectKey> constraintOf(ObjectKey index) {
        return Optional.ofNullable(constraintByIndex.get(index));
    }

    /** The column that a sequence counts up; empty for one that stands alone. */
    Optional<ObjectKey> columnOf(ObjectKey sequence) {
        return Optional.ofNullable(columnBySequence.get(sequence));
    }

    void put(SchemaObject object) {
        remove(object.key());
        objects.put(object.key(), object);
        if (isSequence(object)) {
            serialColumn(object.key()).ifPresent(column -> columnBySequence.put(object.key(), column));
        }
        link(object);
    }

    void remove(ObjectKey key) {
        var object = objects.remove(key);
        if (object != null) {
            unlink(object);
            columnBySequence.remove(key);
        }
    }

    /** Gives the object other names, its own and those it refers to; a sequence stays with its column. */
    void move(SchemaObject object, UnaryOperator<ObjectKey> rename) {
        var column = columnOf(object.key());
        remove(object.key());
        var moved = Rekey.keys(object, rename);
        put(moved);
        column.ifPresent(owner -> own(moved, rename.apply(owner)));
    }

    /** Says whose sequence this is: renaming a column or a table leaves the name of its sequence as it was. */
    void own(SchemaObject sequence, ObjectKey column) {
        unlink(sequence);
        columnBySequence.put(sequence.key(), column);
        link(sequence);
    }

    private void link(SchemaObject object) {
        ofKind(object.key().kind()).put(object.key(), object);
        tableOf(object)
                .ifPresent(table -> byTable.computeIfAbsent(table, _ -> new LinkedHashSet<>())
                        .add(object.key()));
        indexOf(object).ifPresent(index -> constraintByIndex.put(index, object.key()));
    }

    private void unlink(SchemaObject object) {
        ofKind(object.key().kind()).remove(object.key());
        tableOf(object)
                .ifPresent(table ->
                        byTable.getOrDefault(table, new LinkedHashSet<>()).remove(object.key()));
        indexOf(object).ifPresent(constraintByIndex::remove);
    }

    /** The table it is part of or on. */
    Optional<ObjectKey> tableOf(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Index index -> index.table();
            case SchemaObject.Sequence sequence -> columnOf(sequence.key()).flatMap(ObjectKey::table);
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Constraint _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Other _ -> object.key().table();
        };
    }

    private static Optional<ObjectKey> indexOf(SchemaObject object) {
        return object instanceof SchemaObject.Constraint constraint
                        && constraint.kind().hasIndex()
                ? Optional.of(ObjectKey.of(
                        Kind.INDEX, object.key().schema(), object.key().name()))
                : Optional.empty();
    }

    private static boolean isSequence(SchemaObject object) {
        return object instanceof SchemaObject.Sequence;
    }

    /** A serial column's sequence is called table_column_seq, and both names may hold a {@code _}. */
    private Optional<ObjectKey> serialColumn(ObjectKey sequence) {
        var name = sequence.name();
        if (!name.endsWith("_seq")) {
            return Optional.empty();
        }
        var stem = name.substring(0, name.length() - "_seq".length());
        return Stream.iterate(stem.indexOf('_', 1), at -> at > 0, at -> stem.indexOf('_', at + 1))
                .map(at -> ObjectKey.of(Kind.COLUMN, sequence.schema(), stem.substring(0, at), stem.substring(at + 1)))
                .filter(this::has)
                .findFirst();
    }
}
