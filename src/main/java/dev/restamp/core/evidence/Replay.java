package dev.restamp.core.evidence;

import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Rekey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.core.schema.expression.Expressions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A schema to which effects are applied one after the other, with what follows of itself: a dropped table takes its
 * columns, constraints and indexes along, a renamed column is renamed in them, a primary key makes its columns NOT NULL.
 *
 * <p>Started from a live schema it foretells what a script would die of; started from nothing it gives the schema a
 * project expects.
 */
public final class Replay {
    private static final Set<Kind> RELATIONS = Set.of(Kind.TABLE, Kind.INDEX, Kind.VIEW, Kind.SEQUENCE);

    private final Catalog catalog;
    private final Doubts doubts;
    private final Map<ObjectKey, Optional<SchemaObject>> before = new LinkedHashMap<>();
    private final Map<ObjectKey, ObjectKey> moves = new HashMap<>();
    private Optional<Effect.Create> skipped = Optional.empty();

    public Replay(Schema start) {
        catalog = new Catalog(start);
        doubts = new Doubts(catalog);
    }

    /** Applies the effect, or says what PostgreSQL would say and leaves the schema as it was. */
    public Optional<Conflict> apply(Effect effect) {
        return switch (effect) {
            case Effect.Create create -> create(create);
            case Effect.Drop(var key, var ifPresent, var line) -> drop(key, ifPresent, line);
            case Effect.Rename(var key, var to, var line) -> rename(key, to, line);
            case Effect.AlterColumn alter -> change(alter.key(), alter.line(), object -> altered(object, alter));
            case Effect.AddLabel add -> addLabel(add);
            case Effect.RenameLabel relabel -> renameLabel(relabel);
            case Effect.Forget(var key, var line) -> change(key, line, Forgetting::bare);
            case Effect.Guarded guarded -> guarded(guarded);
            case Effect.Opaque(var _, var reach, var _) -> {
                doubts.reached(reach).forEach(this::doubt);
                yield Optional.empty();
            }
            case Effect.Ask(var question, var key) -> {
                doubts.ask(question, key);
                yield Optional.empty();
            }
            case Effect.Invisible _ -> Optional.empty();
        };
    }

    private Optional<Conflict> guarded(Effect.Guarded guarded) {
        var holds = doubts.holds(guarded.condition());
        if (holds.isPresent()) {
            return holds.get() ? apply(guarded.effect()) : Optional.empty();
        }
        doubt(guarded.effect());
        return Optional.empty();
    }

    private void doubt(ObjectKey key, Optional<SchemaObject> possible) {
        touch(key);
        doubts.add(key, possible);
    }

    /**
     * Applies the effect to a schema that must have been ready for it: what it needs and nobody made is taken for given,
     * and what stands in its way must have gone unseen. Of an object made twice only its existence is certain.
     */
    public void insist(Effect effect) {
        var conflict = apply(effect);
        while (conflict.isPresent() && makeWay(effect, conflict.get().key())) {
            conflict = apply(effect);
        }
    }

    /** From here on it is not certain whether the effect has happened. */
    public void doubt(Effect effect) {
        doubts.possible(effect).forEach(this::doubt);
    }

    /** The object as it is now, if it is there and that is certain. */
    public Optional<SchemaObject> get(ObjectKey key) {
        return doubts.has(key) ? Optional.empty() : catalog.get(key);
    }

    /**
     * The columns, constraints and indexes of a table, if all of them are certain.
     *
     * @return empty where the table is not there, or more may be in it than is known
     */
    public Optional<List<SchemaObject>> parts(ObjectKey table) {
        return doubts.isWhole(table) ? Optional.of(catalog.dependants(table)) : Optional.empty();
    }

    /** Everything of a kind, if all there is is certain. */
    public Optional<List<SchemaObject>> all(Kind kind) {
        return doubts.isNothing() ? Optional.of(List.copyOf(catalog.all(kind))) : Optional.empty();
    }

    /** The schema as it is now. */
    public Schema schema() {
        return catalog.schema();
    }

    /** Whether a script that was not understood may have changed it, or made or removed it. */
    boolean isUncertain(ObjectKey key) {
        return doubts.has(key);
    }

    /** Whether the condition holds now; empty where that is not known. */
    public Optional<Boolean> holds(Condition condition) {
        return doubts.holds(condition);
    }

    /** The object as it is now or, where that is not certain, as it may be. */
    Track.State state(ObjectKey key) {
        return doubts.possible(key)
                .map(possible -> new Track.State(possible, false))
                .orElseGet(() -> new Track.State(catalog.get(key), true));
    }

    /**
     * What was touched since the last call, in the order of the first touch. What was made and unmade again is left out;
     * what a script would have made had it not been there is among them, as it was before and after.
     */
    List<Change> takeTouched() {
        var changes = before.entrySet().stream()
                .map(entry -> new Change(
                        entry.getKey(), entry.getValue(), state(entry.getKey()).object()))
                .filter(change -> change.before().isPresent() || change.after().isPresent())
                .toList();
        before.clear();
        return changes;
    }

    /** The keys under which objects are known since the last call, each with the one it was known under before. */
    Map<ObjectKey, ObjectKey> takeMoves() {
        var taken = Map.copyOf(moves);
        moves.clear();
        return taken;
    }

    private boolean makeWay(Effect effect, ObjectKey key) {
        if (!catalog.has(key)) {
            catalog.put(unknown(key));
            doubts.takenForGiven(key);
            return true;
        }
        return switch (effect) {
            case Effect.Guarded(var _, var inner) -> makeWay(inner, key);
            case Effect.Create create -> {
                if (!catalog.get(key).equals(Optional.of(create.object()))) {
                    put(unknown(key));
                }
                yield false;
            }
            case Effect.Rename(var _, var to, var line) -> drop(to, false, line).isEmpty();
            case Effect.Drop _,
                    Effect.AlterColumn _,
                    Effect.AddLabel _,
                    Effect.RenameLabel _,
                    Effect.Forget _,
                    Effect.Ask _,
                    Effect.Invisible _,
                    Effect.Opaque _ -> false;
        };
    }

    /** An object of which only the name is known. */
    private static SchemaObject unknown(ObjectKey key) {
        return key.kind() == Kind.COLUMN ? SchemaObject.Column.of(key) : new SchemaObject.Other(key);
    }

    private Optional<Conflict> create(Effect.Create create) {
        var object = create.object();
        if (isSkipped(create)) {
            touch(object.key());
            return Optional.empty();
        }
        if (doubts.has(object.key())) {
            remove(object.key()); // What may be there cannot have been: the script makes it.
        }
        if (isTaken(object, object.key())) {
            return createAgain(create);
        }
        var missing = needs(object).filter(table -> !isTable(table)).findFirst();
        if (missing.isPresent()) {
            return Optional.of(Conflict.missing(missing.get(), create.line()));
        }
        put(object);
        if (object instanceof SchemaObject.Constraint constraint && constraint.kind() == ConstraintKind.PRIMARY_KEY) {
            var key = constraint.key();
            constraint
                    .columns()
                    .forEach(column -> forbidNull(
                            ObjectKey.of(Kind.COLUMN, key.schema(), key.path().get(1), column)));
        }
        return Optional.empty();
    }

    private Optional<Conflict> createAgain(Effect.Create create) {
        var key = create.object().key();
        if (create.ifAbsent()) {
            touch(key);
            skipped = key.kind() == Kind.TABLE ? Optional.of(create) : skipped;
            return Optional.empty();
        }
        if (isNamed(create.object())) {
            return Optional.of(Conflict.duplicate(create.object(), create.line()));
        }
        var free = UnnamedKeys.free(create.object(), name -> isTaken(create.object(), name));
        return create(new Effect.Create(
                Rekey.keys(create.object(), other -> other.equals(key) ? free : other), false, create.line()));
    }

    /** Whether it is part of a CREATE TABLE IF NOT EXISTS that found its table there: then nothing of it happens. */
    private boolean isSkipped(Effect.Create create) {
        var key = create.object().key();
        return skipped.filter(table -> table.line() == create.line() && create.ifAbsent())
                .map(table -> table.object().key())
                .filter(table -> key.isPartOf(table)
                        || (key.kind() == Kind.SEQUENCE && key.name().startsWith(table.name() + "_")))
                .isPresent();
    }

    private static Stream<ObjectKey> needs(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Constraint constraint ->
                Stream.concat(constraint.key().table().stream(), constraint.referenced().stream());
            case SchemaObject.Index index -> index.table().stream();
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> object.key().table().stream();
        };
    }

    /** A script cannot tell whether it makes an index on a table or on a materialised view. */
    private boolean isTable(ObjectKey key) {
        return catalog.has(key) || catalog.has(new ObjectKey(Kind.VIEW, key.path()));
    }

    private void forbidNull(ObjectKey column) {
        catalog.get(column).ifPresent(object -> put(altered(object, Effect.AlterColumn.nullable(column, false, 0))));
    }

    private Optional<Conflict> drop(ObjectKey named, boolean ifPresent, int line) {
        var key = resolve(named);
        if (key.isEmpty()) {
            return ifPresent ? Optional.empty() : Optional.of(missing(named, Conflict.missingToDrop(named, line)));
        }
        goingWith(key.get()).map(SchemaObject::key).toList().forEach(this::remove);
        mayGoWith(key.get()).toList().forEach(part -> doubt(part.key(), Optional.of(part)));
        remove(key.get());
        return Optional.empty();
    }

    /** What cannot stay without it. A foreign key to a table is in the way of dropping it, or goes by CASCADE. */
    private Stream<SchemaObject> goingWith(ObjectKey key) {
        return switch (key.kind()) {
            case TABLE -> Stream.concat(catalog.dependants(key).stream(), referring(key));
            case VIEW -> catalog.dependants(key).stream();
            case COLUMN -> covering(key);
            case SCHEMA ->
                catalog.all().stream()
                        .filter(object -> object.key().path().size() > 1
                                && object.key().schema().equals(key.name()));
            case EXTENSION, TYPE, SEQUENCE, CONSTRAINT, INDEX, ROUTINE, TRIGGER -> Stream.empty();
        };
    }

    /** Checks and indexes of the table of which nobody knows whether they mention the column. */
    private Stream<SchemaObject> mayGoWith(ObjectKey column) {
        return column.kind() == Kind.COLUMN
                ? column.table().stream()
                        .flatMap(table -> catalog.dependants(table).stream())
                        .filter(part -> Mentions.of(part, column).isEmpty())
                : Stream.empty();
    }

    /** Of a part whose table is missing PostgreSQL names the table. */
    private Conflict missing(ObjectKey key, Conflict conflict) {
        return key.table()
                .filter(table -> !isTable(table))
                .map(table -> Conflict.missing(table, conflict.line()))
                .orElse(conflict);
    }

    private Optional<Conflict> rename(ObjectKey named, ObjectKey to, int line) {
        var key = resolve(named).or(() -> catalog.constraintOf(named));
        if (key.isEmpty()) {
            return Optional.of(missing(named, Conflict.missingToRename(named, line)));
        }
        if (isTaken(to)) {
            return Optional.of(Conflict.duplicate(to, line));
        }
        // The index of a constraint cannot be renamed but with its constraint.
        rename(key.get(), key.get().kind() == to.kind() ? to : renamed(key.get(), to.name()));
        return Optional.empty();
    }

    private void rename(ObjectKey from, ObjectKey to) {
        switch (from.kind()) {
            case COLUMN ->
                Stream.concat(covering(from), computed(from))
                        .toList()
                        .forEach(object -> renameColumn(object, from, to));
            case TABLE -> {
                catalog.dependants(from).forEach(part -> move(part, other -> inRenamedTable(other, from, to)));
                referring(from).toList().forEach(part -> move(part, other -> other.equals(from) ? to : other));
            }
            case TYPE -> typed(from).toList().forEach(column -> put(retyped(column, from, to)));
            case SEQUENCE, ROUTINE -> forget(from.name());
            case SCHEMA, EXTENSION, CONSTRAINT, INDEX, VIEW, TRIGGER -> {}
        }
        catalog.get(from).ifPresent(object -> move(object, other -> other.equals(from) ? to : other));
    }

    private void renameColumn(SchemaObject object, ObjectKey from, ObjectKey to) {
        if (object instanceof SchemaObject.Sequence) {
            catalog.own(object, to);
        } else {
            put(Rekey.column(object, from.name(), to.name()));
        }
    }

    /** The catalog shows it under its new name wherever an expression refers to it. */
    private void forget(String name) {
        List.copyOf(catalog.all()).forEach(object -> {
            var less = Rekey.forget(object, sql -> Expressions.refersTo(sql, name));
            if (!less.equals(object)) {
                put(less);
            }
        });
    }

    private Optional<Conflict> addLabel(Effect.AddLabel add) {
        if (labels(add.key()).contains(add.label())) {
            if (add.ifAbsent()) {
                touch(add.key());
                return Optional.empty();
            }
            return Optional.of(Conflict.duplicateLabel(add.key(), add.label(), add.line()));
        }
        return change(add.key(), add.line(), object -> Labels.with(object, add));
    }

    private Optional<Conflict> renameLabel(Effect.RenameLabel relabel) {
        var labels = labels(relabel.key());
        if (labels.contains(relabel.to())) {
            return Optional.of(Conflict.duplicateLabel(relabel.key(), relabel.to(), relabel.line()));
        }
        if (!labels.isEmpty() && !labels.contains(relabel.from())) {
            return Optional.of(Conflict.missingLabel(relabel.key(), relabel.from(), relabel.line()));
        }
        forget(relabel.from());
        return change(relabel.key(), relabel.line(), object -> Labels.renamed(object, relabel));
    }

    private List<String> labels(ObjectKey type) {
        return catalog.get(type).stream()
                .flatMap(object -> Labels.of(object).stream())
                .toList();
    }

    private static SchemaObject altered(SchemaObject object, Effect.AlterColumn alter) {
        return object instanceof SchemaObject.Column column
                ? new SchemaObject.Column(
                        column.key(),
                        alter.type().or(column::type),
                        alter.nullable().or(column::nullable),
                        alter.preset().orElse(column.preset()),
                        column.position())
                : object;
    }

    private Optional<Conflict> change(ObjectKey key, int line, UnaryOperator<SchemaObject> how) {
        var object = catalog.get(key);
        object.ifPresent(found -> put(how.apply(found)));
        return object.isPresent() ? Optional.empty() : Optional.of(missing(key, Conflict.missing(key, line)));
    }

    /** The key under which a thing is known that a script calls {@code named}. */
    private Optional<ObjectKey> resolve(ObjectKey named) {
        return catalog.has(named) ? Optional.of(named) : Conventions.find(named, catalog);
    }

    /** Tables, indexes, views and sequences of a schema share one name space, the indexes of constraints too. */
    private boolean isTaken(ObjectKey key) {
        return RELATIONS.contains(key.kind())
                ? RELATIONS.stream().anyMatch(kind -> catalog.has(new ObjectKey(kind, key.path())))
                        || catalog.constraintOf(new ObjectKey(Kind.INDEX, key.path()))
                                .isPresent()
                : catalog.has(key);
    }

    /** Whether an object may not be made under this key: one with an index needs the name of a relation too. */
    private boolean isTaken(SchemaObject object, ObjectKey key) {
        var bringsIndex = object instanceof SchemaObject.Constraint constraint
                && constraint.kind().hasIndex();
        return isTaken(key) || (bringsIndex && isTaken(indexOf(key)));
    }

    private static ObjectKey indexOf(ObjectKey constraint) {
        return ObjectKey.of(Kind.INDEX, constraint.schema(), constraint.name());
    }

    private static boolean isNamed(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Constraint constraint -> constraint.named();
            // The name that SQLAlchemy gives an index is as good as one given by the script; PostgreSQL's ends so.
            case SchemaObject.Index index ->
                index.named() || !index.key().name().contains("_idx");
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> true;
        };
    }

    private Stream<SchemaObject> referring(ObjectKey table) {
        return catalog.all(Kind.CONSTRAINT).stream()
                .filter(object -> object instanceof SchemaObject.Constraint constraint
                        && constraint.referenced().filter(table::equals).isPresent());
    }

    private Stream<SchemaObject> covering(ObjectKey column) {
        return column.table().stream()
                .flatMap(table -> catalog.dependants(table).stream())
                .filter(object -> covers(object, column));
    }

    private boolean covers(SchemaObject object, ObjectKey column) {
        return switch (object) {
            case SchemaObject.Constraint constraint ->
                constraint.columns().contains(column.name())
                        || isItsCheck(constraint, column)
                        || Mentions.of(constraint, column).orElse(false);
            case SchemaObject.Index index ->
                index.columns().contains(column.name())
                        || index.details().included().orElse(List.of()).contains(column.name())
                        || Mentions.of(index, column).orElse(false);
            case SchemaObject.Sequence sequence ->
                catalog.columnOf(sequence.key()).filter(column::equals).isPresent();
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Other _ -> false;
        };
    }

    /** The columns that are computed from this one. */
    private Stream<SchemaObject> computed(ObjectKey column) {
        return column.table().stream()
                .flatMap(table -> catalog.dependants(table).stream())
                .filter(object -> object instanceof SchemaObject.Column other
                        && other.preset() instanceof Default.Generated(var sql)
                        && Expressions.mentions(sql, column.name()));
    }

    /** PostgreSQL calls a check on one column table_column_check. */
    private static boolean isItsCheck(SchemaObject.Constraint constraint, ObjectKey column) {
        return constraint.kind() == ConstraintKind.CHECK
                && !constraint.named()
                && constraint.key().name().equals(column.path().get(1) + "_" + column.name() + "_check");
    }

    private Stream<SchemaObject.Column> typed(ObjectKey type) {
        return catalog.all(Kind.COLUMN).stream()
                .filter(SchemaObject.Column.class::isInstance)
                .map(SchemaObject.Column.class::cast)
                .filter(column ->
                        column.type().filter(word -> isTypeOrArray(word, type)).isPresent());
    }

    private static boolean isTypeOrArray(String word, ObjectKey type) {
        return word.equals(typeName(type)) || word.equals(typeName(type) + "[]");
    }

    private static SchemaObject retyped(SchemaObject.Column column, ObjectKey from, ObjectKey to) {
        var type = column.type()
                .map(word -> typeName(to) + word.substring(typeName(from).length()));
        return column.withType(type);
    }

    /** As {@code format_type} writes a type of a plain name. */
    private static String typeName(ObjectKey type) {
        return type.schema().equals("public") ? type.name() : type.schema() + "." + type.name();
    }

    /** A part of the table under its new name. An index and a sequence keep theirs, but follow it to another schema. */
    private static ObjectKey inRenamedTable(ObjectKey key, ObjectKey from, ObjectKey to) {
        if (key.equals(from)) {
            return to;
        }
        if (key.isPartOf(from)) {
            return ObjectKey.of(key.kind(), to.schema(), to.name(), key.name());
        }
        return key.kind() == Kind.TABLE ? key : ObjectKey.of(key.kind(), to.schema(), key.name());
    }

    private static ObjectKey renamed(ObjectKey key, String name) {
        var path = Stream.concat(key.path().subList(0, key.path().size() - 1).stream(), Stream.of(name));
        return new ObjectKey(key.kind(), path.toList());
    }

    private void move(SchemaObject object, UnaryOperator<ObjectKey> rename) {
        var to = rename.apply(object.key());
        touch(object.key());
        touch(to);
        catalog.move(object, rename);
        if (!to.equals(object.key())) {
            moves.put(to, object.key());
            doubts.move(object.key(), to, catalog.get(to));
        }
    }

    /** What was uncertain stays so. */
    private void put(SchemaObject object) {
        touch(object.key());
        doubts.replace(object.key(), object);
        catalog.put(object);
    }

    private void remove(ObjectKey key) {
        touch(key);
        doubts.remove(key);
        catalog.remove(key);
    }

    private void touch(ObjectKey key) {
        before.putIfAbsent(key, catalog.get(key));
    }
}
