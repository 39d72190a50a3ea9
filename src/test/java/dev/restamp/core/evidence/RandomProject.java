package dev.restamp.core.evidence;

import static dev.restamp.core.evidence.Sketch.key;

import dev.restamp.core.evidence.World.Script;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A project of 1 to 12 revisions with branches and merges, its scripts sane: a revision changes only what its ancestors
 * have made, and parallel revisions do not touch the same things, but for what may be done in any order: adding labels to
 * one enum, and making a table where it is absent.
 */
final class RandomProject {
    /** A revision counts on a thing, or changes it. */
    private record Lock(String revision, ObjectKey key, boolean exclusive) {
        boolean forbids(Lock other, Set<String> ancestors) {
            return key.equals(other.key)
                    && (exclusive || other.exclusive)
                    && !revision.equals(other.revision)
                    && !ancestors.contains(revision);
        }
    }

    private final Random random;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Lock> locks = new ArrayList<>();
    private int names;

    private RandomProject(Random random) {
        this.random = random;
    }

    static World make(Random random) {
        var project = new RandomProject(random);
        var size = 1 + random.nextInt(12);
        for (var number = 0; number < size; number++) {
            project.add("r" + number);
        }
        return World.of(project.scripts);
    }

    private void add(String id) {
        var parents = parents();
        var ancestors = graph().ancestors(parents);
        var script = new Script(Revision.of(id, parents.toArray(String[]::new)), List.of());
        var wanted = parents.size() > 1 && random.nextBoolean() ? 0 : random.nextInt(4);
        for (var number = 0; number < wanted; number++) {
            var now = schema(script, ancestors);
            var more = effects(now);
            if (mayRun(id, more, now, ancestors)) {
                script = script.does(more);
            }
        }
        scripts.add(script);
    }

    private List<String> parents() {
        var heads = graph().heads();
        if (heads.isEmpty() || random.nextInt(20) == 0) {
            return List.of();
        }
        if (heads.size() > 1 && random.nextInt(3) == 0) {
            return List.of(heads.get(0), heads.get(1));
        }
        var all = graph().revisions();
        return random.nextInt(3) == 0
                ? List.of(all.get(random.nextInt(all.size())).id())
                : List.of(heads.get(random.nextInt(heads.size())));
    }

    private RevisionGraph graph() {
        return RevisionGraph.of(scripts.stream().map(Script::revision).toList());
    }

    private Schema schema(Script last, Set<String> ancestors) {
        var before = World.of(scripts).upgraded(Schema.EMPTY, ancestors);
        var replay = new Replay(before);
        last.effects().forEach(replay::apply);
        return replay.schema();
    }

    private List<Effect> effects(Schema now) {
        var tables = keys(now, Kind.TABLE);
        var table = tables.isEmpty()
                ? ""
                : tables.get(random.nextInt(tables.size())).name();
        return switch (random.nextInt(table.isEmpty() ? 5 : 18)) {
            case 0 -> Sketch.table(fresh("t"), fresh("c") + " bigint", fresh("c") + " text?");
            case 1 -> List.of(Sketch.make(Sketch.enumType(fresh("e"), "one", "two")));
            case 2 -> List.of(Sketch.data());
            case 3 -> List.of(Sketch.opaque());
            case 4 ->
                List.of(
                        Sketch.makeIfAbsent(new SchemaObject.Table(key("table shared"))),
                        Sketch.makeIfAbsent(Sketch.column("shared", "id bigint")));
            case 5 -> List.of(Sketch.addColumn(table, fresh("c") + " integer?"));
            case 6 -> List.of(Sketch.make(Sketch.index(fresh("ix"), table, column(now, table))));
            case 7 ->
                List.of(Sketch.make(
                        Sketch.constraint(ConstraintKind.UNIQUE, table + "." + fresh("uq"), column(now, table))));
            case 8 ->
                List.of(Sketch.make(Sketch.foreignKey(
                        table + "." + fresh("fk"),
                        column(now, table),
                        tables.getFirst().name())));
            case 9 -> List.of(Sketch.type(table + "." + column(now, table), "numeric(" + ++names + ",0)"));
            case 10 -> List.of(Sketch.notNull(table + "." + column(now, table)));
            case 11 -> List.of(Sketch.rename("table " + table, "table " + fresh("t")));
            case 13 -> List.of(Sketch.setDefault(table + "." + column(now, table), String.valueOf(++names)));
            case 14 ->
                List.of(Sketch.make(Sketch.partial(
                        Sketch.index(fresh("ix"), table, column(now, table)), column(now, table) + " > " + ++names)));
            case 12 -> {
                var column = "column " + table + ".";
                yield List.of(Sketch.rename(column + column(now, table), column + fresh("c")));
            }
            default -> changeAny(now);
        };
    }

    private List<Effect> changeAny(Schema now) {
        var keys = now.objects().keySet().stream()
                .filter(key -> !key.path().contains("shared"))
                .toList();
        var chosen = keys.get(random.nextInt(keys.size()));
        return List.of(
                chosen.kind() == Kind.TYPE && random.nextInt(4) > 0
                        ? Sketch.addLabel(chosen.name(), fresh("label"))
                        : new Effect.Drop(chosen, false, 1));
    }

    private String column(Schema now, String table) {
        var columns = keys(now, Kind.COLUMN).stream()
                .filter(column -> column.isPartOf(key("table " + table)))
                .toList();
        return columns.isEmpty()
                ? "nothing"
                : columns.get(random.nextInt(columns.size())).name();
    }

    private static List<ObjectKey> keys(Schema schema, Kind kind) {
        return schema.objects().keySet().stream()
                .filter(key -> key.kind() == kind && !key.path().contains("shared"))
                .toList();
    }

    private String fresh(String stem) {
        return stem + ++names;
    }

    /** Whether it works after the ancestors, and in whatever order parallel revisions have run. */
    private boolean mayRun(String id, List<Effect> effects, Schema now, Set<String> ancestors) {
        var replay = new Replay(now);
        if (effects.stream().anyMatch(effect -> replay.apply(effect).isPresent())) {
            return false;
        }
        var inAnyOrder = effects.stream().allMatch(RandomProject::mayRunInAnyOrder);
        var needed = replay.takeTouched().stream()
                .flatMap(change -> locks(id, change, !inAnyOrder))
                .toList();
        if (needed.stream().anyMatch(lock -> locks.stream().anyMatch(held -> held.forbids(lock, ancestors)))) {
            return false;
        }
        locks.addAll(needed);
        return true;
    }

    private static boolean mayRunInAnyOrder(Effect effect) {
        return switch (effect) {
            case Effect.Create create -> create.ifAbsent();
            case Effect.AddLabel _ -> true;
            case Effect.Drop _,
                    Effect.Rename _,
                    Effect.AlterColumn _,
                    Effect.RenameLabel _,
                    Effect.Forget _,
                    Effect.Ask _,
                    Effect.Guarded _,
                    Effect.Invisible _,
                    Effect.Opaque _ -> false;
        };
    }

    private static Stream<Lock> locks(String id, Change change, boolean exclusive) {
        var object = change.after().or(change::before).orElseThrow();
        var used = new ArrayList<ObjectKey>(change.key().table().stream().toList());
        switch (object) {
            case SchemaObject.Constraint constraint -> {
                constraint.referenced().ifPresent(used::add);
                used.addAll(columns(change.key().table().orElseThrow(), constraint.columns()));
            }
            case SchemaObject.Index index -> {
                used.addAll(index.table().stream().toList());
                used.addAll(columns(index.table().orElseThrow(), index.columns()));
            }
            case SchemaObject.Table _,
                    SchemaObject.Column _,
                    SchemaObject.Type _,
                    SchemaObject.View _,
                    SchemaObject.Sequence _,
                    SchemaObject.Other _ -> {}
        }
        return Stream.concat(
                Stream.of(new Lock(id, change.key(), exclusive)), used.stream().map(key -> new Lock(id, key, false)));
    }

    private static List<ObjectKey> columns(ObjectKey table, List<String> names) {
        return names.stream()
                .map(name -> ObjectKey.of(Kind.COLUMN, table.schema(), table.name(), name))
                .toList();
    }
}
