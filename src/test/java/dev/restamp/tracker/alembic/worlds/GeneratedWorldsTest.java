package dev.restamp.tracker.alembic.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Diagnosis;
import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Observation.Seen;
import dev.restamp.core.evidence.Position;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.tracker.alembic.worlds.Step.Sight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random projects, applied to a real PostgreSQL up to a random point: the laws of the whole. {@code -Dworlds=500} draws
 * more of them. What a schema should be is not taken from Restamp's replay: PostgreSQL is asked.
 */
class GeneratedWorldsTest {
    @AutoClose
    private static final Ground GROUND = new Ground();

    @AutoClose
    private static final Ground OTHER = new Ground();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("worlds", 50));
    }

    @ParameterizedTest(name = "world {0}")
    @MethodSource("seeds")
    void what_can_be_read_is_read_and_nothing_else(long seed, @TempDir Path folder) {
        var played = Played.of(seed, folder);
        assertThat(played.project().problems()).isEmpty();
        assertThat(played.graph().problems()).isEmpty();
        for (var draft : played.world().drafts()) {
            assertThat(RevisionEvidence.doubts(played.timeline().effects(draft.id()))
                            .isEmpty())
                    .as(() -> draft.file() + played.timeline().effects(draft.id()))
                    .isEqualTo(!draft.has(Sight.UNREAD));
        }
    }

    @ParameterizedTest(name = "world {0}")
    @MethodSource("seeds")
    void with_right_rows_there_is_no_drift_and_the_upgrade_runs(long seed, @TempDir Path folder) {
        var played = Played.of(seed, folder);
        GROUND.build(played.world(), played.truth());
        GROUND.stamp(played.rightRows());
        var live = GROUND.catalog();
        var diagnosis = played.diagnose(GROUND, live);

        namesTheTruth(played, diagnosis);
        assertThat(diagnosis.findings())
                .as(played::drawn)
                .allMatch(finding ->
                        finding instanceof Finding.SeveralHeads || finding instanceof Finding.SeveralCandidates);
        assertThat(diagnosis.upgrade()).as(played::drawn).isInstanceOf(Upgrade.Runs.class);
        Foretold.holds(played, diagnosis.upgrade(), GROUND);
    }

    @ParameterizedTest(name = "world {0}")
    @MethodSource("seeds")
    void with_wrong_rows_the_place_is_the_same_and_the_upgrade_ends_as_foretold(long seed, @TempDir Path folder) {
        var played = Played.of(seed, folder);
        GROUND.build(played.world(), played.truth());
        if (played.random().nextInt(8) > 0) { // else there is no table at all
            GROUND.stamp(wrongRows(played));
        }
        var live = GROUND.catalog();
        var diagnosis = played.diagnose(GROUND, live);

        namesTheTruth(played, diagnosis);
        Foretold.holds(played, diagnosis.upgrade(), GROUND);
    }

    @ParameterizedTest(name = "world {0}")
    @MethodSource("seeds")
    void a_damaged_schema_is_placed_only_where_nothing_compared_was_touched(long seed, @TempDir Path folder) {
        var played = Played.of(seed, folder);
        GROUND.build(played.world(), played.truth());
        GROUND.stamp(played.rightRows());
        var whole = GROUND.catalog();
        var damages = new Damage(GROUND, played.random()).happen();
        var live = GROUND.catalog();
        var diagnosis = played.diagnose(GROUND, live);

        Played.places(diagnosis.position()).stream()
                .limit(4)
                .forEach(rows -> assertThat(contradictions(played, rows, whole, live))
                        .as(() -> played.drawn() + damages + " at " + rows)
                        .isEmpty());
        if (Compared.touched(whole, live).stream().noneMatch(whole::has)) {
            namesTheTruth(played, diagnosis);
        }
    }

    private static List<String> wrongRows(Played played) {
        var rows = new ArrayList<>(played.rightRows());
        switch (played.random().nextInt(6)) {
            case 0 -> rows.clear();
            case 1 -> rows.add("0123456789ab");
            case 2 ->
                played.truth().stream()
                        .limit(1)
                        .filter(id -> !rows.contains(id))
                        .forEach(rows::add);
            default -> {
                rows.clear();
                rows.addAll(played.graph().maximal(GeneratedWorld.some(played.graph(), played.random())));
            }
        }
        return rows;
    }

    private static void namesTheTruth(Played played, Diagnosis diagnosis) {
        var position = diagnosis.position();
        var differences = Played.places(position).stream()
                .map(rows -> difference(played, rows))
                .toList();
        assertThat(differences)
                .as(() -> played.drawn() + position)
                .anySatisfy(difference -> assertThat(difference).isEmpty());
        var between = position instanceof Position.Candidates(var _, var some) ? some : List.<RevisionEvidence>of();
        assertThat(between.stream().map(one -> one.revision().id()).toList())
                .as(() -> played.drawn() + position)
                .containsAll(differences.stream().flatMap(Set::stream).toList());
        assertThat(between).as(played::drawn).allMatch(GeneratedWorldsTest::leavesNoTrace);
    }

    /** The revisions that make a difference between these rows and the truth. */
    private static Set<String> difference(Played played, List<String> rows) {
        var difference = new LinkedHashSet<>(played.truth());
        var place = played.graph().ancestors(rows);
        place.forEach(id -> {
            if (!difference.remove(id)) {
                difference.add(id);
            }
        });
        difference.removeIf(id -> !played.matters(id, OTHER));
        return difference;
    }

    private static boolean leavesNoTrace(RevisionEvidence evidence) {
        return switch (evidence.status()) {
            case NOTHING_TO_SEE, NOT_READABLE -> true;
            case PRESENT, PARTLY, ABSENT ->
                evidence.observations().stream().anyMatch(one -> one.seen() == Seen.UNDECIDED);
        };
    }

    /** What PostgreSQL makes of these rows and of no others, and is not so in the live schema. */
    private static List<ObjectKey> contradictions(Played played, List<String> rows, Schema whole, Schema live) {
        OTHER.build(played.world(), played.inOrder(played.graph().ancestors(rows)));
        OTHER.stamp(List.of());
        var expected = OTHER.catalog();
        return Compared.different(expected, live).stream()
                .filter(key -> expected.has(key) || whole.has(key)) // else it is a stray
                .filter(key -> !key.name().startsWith("hidden_"))
                .filter(key -> !Compared.isInDoubt(played.timeline(), key, rows))
                .toList();
    }
}
