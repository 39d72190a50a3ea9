package dev.restamp.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.stamp.Proof;
import dev.restamp.core.stamp.Proof.Outcome;
import dev.restamp.core.stamp.Prover;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of the whole, on {@link RandomProject}s. What a schema should be is taken from a replay of the revisions
 * alone, and compared object by object.
 */
class RandomProjectsTest {
    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_true_place_is_found_and_none_that_the_schema_contradicts(int seed) {
        var random = new Random(seed);
        var world = RandomProject.make(random);
        var truth = someRevisions(world, random);
        var live = world.upgraded(Schema.EMPTY, truth);

        var places = places(world.locate(live));

        assertThat(places.map(rows -> doing(world, world.graph().ancestors(rows))))
                .as(() -> drawn(world, truth))
                .contains(doing(world, truth));
        assertThat(places(world.locate(live)))
                .as(() -> drawn(world, truth))
                .allSatisfy(
                        rows -> assertThat(contradictions(world, rows, live)).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_damaged_schema_fits_nowhere_or_where_it_really_does(int seed) {
        var random = new Random(seed);
        var world = RandomProject.make(random);
        var truth = someRevisions(world, random);
        var damaged = damaged(world, world.upgraded(Schema.EMPTY, truth), random);

        assertThat(places(world.locate(damaged)))
                .as(() -> drawn(world, truth) + damaged)
                .allSatisfy(
                        rows -> assertThat(contradictions(world, rows, damaged)).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_place_is_proved_where_nothing_speaks_against_it_and_refused_where_something_does(int seed) {
        var random = new Random(seed);
        var world = RandomProject.make(random);
        var truth = someRevisions(world, random);
        var whole = world.upgraded(Schema.EMPTY, truth);
        var live = random.nextBoolean() ? whole : damaged(world, whole, random);
        var before = world.graph().maximal(someRevisions(world, random));

        Stream.concat(
                        Stream.of(truth),
                        Stream.generate(() -> someRevisions(world, random)).limit(5))
                .map(place -> world.graph().maximal(place))
                .forEach(rows -> {
                    var proofs = new Prover(world.evidence(live), before, rows).proofs();
                    assertThat(proofs.stream().map(Proof::outcome).anyMatch(Outcome.FAILS::equals))
                            .as(() -> drawn(world, truth) + before + " to " + rows + "\n" + proofs)
                            .isEqualTo(!contradictions(world, rows, live).isEmpty());
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void where_the_rows_tell_the_truth_nothing_is_found_and_the_upgrade_runs(int seed) {
        var random = new Random(seed);
        var world = RandomProject.make(random);
        var truth = someRevisions(world, random);
        var rows = world.graph().maximal(truth).toArray(String[]::new);

        var diagnosis = world.diagnose(world.upgraded(Schema.EMPTY, truth), rows);

        assertThat(diagnosis.findings())
                .as(() -> drawn(world, truth))
                .allMatch(finding ->
                        finding instanceof Finding.SeveralHeads || finding instanceof Finding.SeveralCandidates);
        assertThat(diagnosis.upgrade()).as(() -> drawn(world, truth)).isInstanceOf(Upgrade.Runs.class);
    }

    private static Set<String> someRevisions(World world, Random random) {
        var some = new LinkedHashSet<String>();
        for (var revision : world.graph().oldestFirst()) {
            if (random.nextInt(4) > 0 && some.containsAll(revision.downRevisions())) {
                some.add(revision.id());
            }
        }
        return some;
    }

    private static Stream<List<String>> places(Position position) {
        return switch (position) {
            case Position.Fits(var rows, var equivalent) -> Stream.concat(Stream.of(rows), equivalent.stream());
            case Position.Candidates(var candidates, var _) -> candidates.stream();
            case Position.NoFit _ -> Stream.of();
        };
    }

    /** Those that make a difference, to be seen or not, to what they build on. */
    private static Set<String> doing(World world, Set<String> revisions) {
        return revisions.stream().filter(id -> does(world, id)).collect(Collectors.toSet());
    }

    private static boolean does(World world, String id) {
        var with = world.graph().ancestors(List.of(id));
        var without = new LinkedHashSet<>(with);
        without.remove(id);
        return !world.upgraded(Schema.EMPTY, with).equals(world.upgraded(Schema.EMPTY, without))
                || world.timeline().effects(id).stream()
                        .anyMatch(effect -> effect instanceof Effect.Invisible || effect instanceof Effect.Opaque);
    }

    /** The objects of the project that are not as a replay of the place leaves them. */
    private static Set<ObjectKey> contradictions(World world, List<String> rows, Schema live) {
        var expected = world.upgraded(Schema.EMPTY, world.graph().ancestors(rows));
        return world.timeline().lives().stream()
                .map(Life::key)
                .filter(key -> !inAnyOrder(expected.get(key)).equals(inAnyOrder(live.get(key))))
                .collect(Collectors.toSet());
    }

    /** Parallel revisions leave the labels of an enum in one order or another. */
    private static Optional<Object> inAnyOrder(Optional<SchemaObject> object) {
        return object.map(each -> each instanceof SchemaObject.Type type ? Set.copyOf(type.labels()) : each);
    }

    private static Schema damaged(World world, Schema live, Random random) {
        var known = live.objects().keySet().stream()
                .filter(key -> world.timeline().life(key).isPresent())
                .toList();
        if (known.isEmpty()) {
            return live;
        }
        var key = known.get(random.nextInt(known.size()));
        var replay = new Replay(live);
        replay.apply(new Effect.Drop(key, false, 1));
        var dropped = replay.schema();
        return random.nextBoolean()
                ? dropped
                : altered(live.get(key).orElseThrow())
                        .map(object -> World.with(live, object))
                        .orElse(dropped);
    }

    private static Optional<SchemaObject> altered(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Column column -> Optional.of(column.withType(Optional.of("xml")));
            case SchemaObject.Constraint constraint -> Optional.of(constraint.withColumns(List.of("other")));
            case SchemaObject.Index index -> Optional.of(index.withUnique(true));
            case SchemaObject.Type(var key, var kind, var _) ->
                Optional.of(new SchemaObject.Type(key, kind, List.of("two")));
            case SchemaObject.Table _, SchemaObject.View _, SchemaObject.Sequence _, SchemaObject.Other _ ->
                Optional.empty();
        };
    }

    private static String drawn(World world, Set<String> truth) {
        var lines = new StringBuilder("applied " + truth + " of\n");
        for (Revision revision : world.graph().oldestFirst()) {
            lines.append(revision.id()).append(revision.downRevisions()).append('\n');
            world.timeline()
                    .effects(revision.id())
                    .forEach(effect -> lines.append("    ").append(effect).append('\n'));
        }
        return lines.toString();
    }
}
