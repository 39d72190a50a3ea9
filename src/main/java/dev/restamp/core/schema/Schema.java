package dev.restamp.core.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A set of objects at one moment: a live snapshot, or what a project expects. */
public record Schema(SequencedMap<ObjectKey, SchemaObject> objects) {
    public static final Schema EMPTY = new Schema(new LinkedHashMap<>());

    public Schema {
        objects = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(objects));
    }

    /** Of objects in the order given; the later of two with one key stands. */
    public static Schema of(Collection<? extends SchemaObject> objects) {
        var map = new LinkedHashMap<ObjectKey, SchemaObject>();
        objects.forEach(object -> map.put(object.key(), object));
        return new Schema(map);
    }

    public Optional<SchemaObject> get(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    public boolean has(ObjectKey key) {
        return objects.containsKey(key);
    }

    /** The same with other objects. */
    public Schema with(Map<ObjectKey, SchemaObject> more) {
        var map = new LinkedHashMap<>(objects);
        map.putAll(more);
        return new Schema(map);
    }
}
