package dev.restamp.core.evidence;

import dev.restamp.core.evidence.Effect.Reach;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is not certain of a schema that is replayed, because a script was not understood or asked what nobody knows. */
final class Doubts {
    private final Catalog catalog;
    private final Map<ObjectKey, Optional<SchemaObject>> possible = new HashMap<>();
    private final List<Reach> reaches = new ArrayList<>();
    private final Set<ObjectKey> takenForGiven = new HashSet<>();
    private final Map<Integer, Optional<Boolean>> answers = new HashMap<>();

    Doubts(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The object may be there as the catalog has it, or as this. */
    void add(ObjectKey key, Optional<SchemaObject> state) {
        possible.put(key, state);
    }

    /** The object has changed, and is as uncertain as before. */
    void replace(ObjectKey key, SchemaObject changed) {
        possible.computeIfPresent(key, (_, _) -> Optional.of(changed));
    }

    /** The object has another key, and is as uncertain as before. */
    void move(ObjectKey from, ObjectKey to, Optional<SchemaObject> moved) {
        if (possible.remove(from) != null) {
            possible.put(to, moved);
        }
    }

    void remove(ObjectKey key) {
        possible.remove(key);
    }

    /** The object was there before any script. */
    void takenForGiven(ObjectKey key) {
        takenForGiven.add(key);
    }

    boolean has(ObjectKey key) {
        return possible.containsKey(key) || (!catalog.has(key) && isInReach(key));
    }

    /** Whether the table is there, made by a script, and none of its parts uncertain. */
    boolean isWhole(ObjectKey table) {
        return catalog.has(table)
                && !takenForGiven.contains(table)
                && possible.keySet().stream().noneMatch(key -> key.equals(table) || key.isPartOf(table));
    }

    /** Whether everything is certain: what is there, and that there is nothing else. */
    boolean isNothing() {
        return possible.isEmpty() && takenForGiven.isEmpty();
    }

    /** What the object may be; empty where it is certain. */
    Optional<Optional<SchemaObject>> possible(ObjectKey key) {
        return Optional.ofNullable(possible.get(key));
    }

    private boolean isInReach(ObjectKey key) {
        return reaches.stream().anyMatch(reach -> reach.includes(key, key.table()));
    }

    /** Notes the reach of a script that was not understood; gives what is there and in it. */
    Map<ObjectKey, Optional<SchemaObject>> reached(Reach reach) {
        reaches.add(reach);
        var reached = new LinkedHashMap<ObjectKey, Optional<SchemaObject>>();
        for (var object : catalog.all()) {
            if (reach.includes(object.key(), catalog.tableOf(object))) {
                reached.put(object.key(), Optional.of(object));
            }
        }
        return reached;
    }

    /** What an effect would touch, each as it would leave it, or as it is where only a replay could tell. */
    Map<ObjectKey, Optional<SchemaObject>> possible(Effect effect) {
        var touched = new LinkedHashMap<ObjectKey, Optional<SchemaObject>>();
        switch (effect) {
            case Effect.Create create -> touched.put(create.object().key(), Optional.of(create.object()));
            case Effect.Drop(var key, var _, var _) -> withParts(key, touched);
            case Effect.Rename(var key, var to, var _) -> {
                withParts(key, touched);
                touched.put(to, catalog.get(key));
            }
            case Effect.AlterColumn alter -> touched.put(alter.key(), catalog.get(alter.key()));
            case Effect.AddLabel add -> touched.put(add.key(), catalog.get(add.key()));
            case Effect.RenameLabel relabel -> touched.put(relabel.key(), catalog.get(relabel.key()));
            case Effect.Forget(var key, var _) -> touched.put(key, catalog.get(key));
            case Effect.Guarded(var _, var inner) -> touched.putAll(possible(inner));
            case Effect.Opaque(var _, var reach, var _) -> touched.putAll(reached(reach));
            case Effect.Ask _, Effect.Invisible _ -> {}
        }
        return touched;
    }

    private void withParts(ObjectKey key, Map<ObjectKey, Optional<SchemaObject>> touched) {
        touched.put(key, catalog.get(key));
        if (key.kind() == Kind.TABLE || key.kind() == Kind.VIEW) {
            catalog.dependants(key).forEach(part -> touched.put(part.key(), Optional.of(part)));
        }
    }

    /** Keeps the answer as of now. A number that another script has used means its own question from here on. */
    void ask(int question, ObjectKey key) {
        answers.put(question, exists(key));
    }

    /** Whether the condition holds; empty where that is not known. */
    Optional<Boolean> holds(Condition condition) {
        return switch (condition) {
            case Condition.Exists(var question, var key) -> answers.getOrDefault(question, exists(key));
            case Condition.Not(var contrary) -> holds(contrary).map(holds -> !holds);
            case Condition.All(var conditions) -> all(conditions);
            case Condition.Untold _ -> Optional.empty();
        };
    }

    private Optional<Boolean> all(List<Condition> conditions) {
        var answers = conditions.stream().map(this::holds).toList();
        if (answers.contains(Optional.of(false))) {
            return Optional.of(false);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
    }

    private Optional<Boolean> exists(ObjectKey key) {
        if (has(key)) {
            return Optional.empty();
        }
        return catalog.has(key) || isAbsenceCertain(key) ? Optional.of(catalog.has(key)) : Optional.empty();
    }

    /** Where something was there before any script, more may have been. */
    private boolean isAbsenceCertain(ObjectKey key) {
        return key.table()
                .filter(catalog::has)
                .map(table -> !takenForGiven.contains(table))
                .orElse(takenForGiven.isEmpty());
    }
}
