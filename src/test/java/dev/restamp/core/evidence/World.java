package dev.restamp.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A project whose scripts are read, and the databases that come of it. */
public record World(Timeline timeline) {

    /** A revision and what its script does. */
    public record Script(Revision revision, List<Effect> effects) {
        public Script does(Effect... more) {
            return does(List.of(more));
        }

        @SafeVarargs
        public final Script does(List<Effect>... more) {
            var all = new ArrayList<>(effects);
            for (var some : more) {
                all.addAll(some);
            }
            return new Script(revision, all);
        }
    }

    public static Script revision(String id, String... parents) {
        return new Script(Revision.of(id, parents), List.of());
    }

    public static World of(Script... scripts) {
        return of(List.of(scripts));
    }

    public static World of(List<Script> scripts) {
        var graph = RevisionGraph.of(scripts.stream().map(Script::revision).toList());
        var effects = scripts.stream()
                .collect(Collectors.toMap(script -> script.revision().id(), Script::effects));
        return new World(Timeline.of(graph, effects));
    }

    public RevisionGraph graph() {
        return timeline.graph();
    }

    /** The schema of a database where an upgrade led to these revisions. */
    public Schema at(String... rows) {
        return upgraded(Schema.EMPTY, graph().ancestors(List.of(rows)));
    }

    /** The schema that comes of running these revisions on another. */
    public Schema upgraded(Schema schema, Set<String> revisions) {
        var replay = new Replay(schema);
        graph().oldestFirst().stream()
                .filter(revision -> revisions.contains(revision.id()))
                .flatMap(revision -> timeline.effects(revision.id()).stream())
                .forEach(effect ->
                        assertThat(replay.apply(effect)).as("%s", effect).isEmpty());
        return replay.schema();
    }

    public static Schema with(Schema schema, SchemaObject... objects) {
        return schema.with(Arrays.stream(objects).collect(Collectors.toMap(SchemaObject::key, Function.identity())));
    }

    public static Schema without(Schema schema, String... keys) {
        var gone = Arrays.stream(keys).map(Sketch::key).toList();
        var rest = new LinkedHashMap<ObjectKey, SchemaObject>(schema.objects());
        gone.forEach(rest::remove);
        return new Schema(rest);
    }

    public Evidence evidence(Schema live) {
        return Evidence.of(timeline, live);
    }

    public Position locate(Schema live) {
        return diagnose(live).position();
    }

    public RevisionEvidence.Status status(String revision, Schema live) {
        return evidence(live).of(graph().get(revision).orElseThrow()).status();
    }

    public List<Finding> findings(Schema live, String... rows) {
        return diagnose(live, rows).findings();
    }

    public Diagnosis diagnose(Schema live, String... rows) {
        return diagnose(live, VersionRows.read("public.alembic_version", List.of(rows)));
    }

    public Diagnosis diagnose(Schema live, VersionRows rows) {
        return Diagnosis.of(timeline, rows, List.of("public.alembic_version"), live);
    }
}
