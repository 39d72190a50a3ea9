package dev.restamp.core.revision;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.restamp.core.revision.MapCase.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code alembic upgrade} runs, in which order, and the rows it leaves. */
class UpgradeConformanceTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void upgrade_runs_what_alembic_runs(MapCase map) {
        assertSoftly(softly -> map.queries("upgrade").forEach(query -> {
            var answer = Answer.of(() -> map.on(query).upgrade(query.argument("revision")));
            if (query.countsDownFromBase(query.argument("revision"))) {
                softly.assertThat(answer).as("%s", query).isEqualTo(new Answer.Refused(Reason.TOO_FAR));
            } else if (map.hasReservedNames() || map.hasPhantoms() || map.failsToLoad() || query.crashed()) {
                checkByDefinition(softly, map, query, answer);
            } else if (query.error().isPresent()) {
                softly.assertThat(answer)
                        .as("%s", query)
                        .isEqualTo(new Answer.Refused(Reason.of(query.error().get())));
            } else if (answer instanceof Answer.Revisions run) {
                checkRun(softly, map, query, run);
            } else {
                softly.fail("%s: %s", query, answer);
            }
        }));
    }

    static Stream<MapCase> upgrade_runs_what_alembic_runs() {
        return MapCase.asking("upgrade");
    }

    private static void checkRun(SoftAssertions softly, MapCase map, Query query, Answer.Revisions run) {
        var expected = query.expected();
        if (expected.has("steps")) {
            var steps = MapCase.strings(expected.get("steps"));
            // For large maps the data has only the ids.
            var brief = steps.stream().noneMatch(step -> step.startsWith("upgrade "));
            softly.assertThat(
                            brief
                                    ? run.ids()
                                    : run.revisions().stream()
                                            .map(UpgradeConformanceTest::step)
                                            .toList())
                    .as("%s", query)
                    .isEqualTo(steps);
        } else {
            // Alembic's order depends on the hash seed. Restamp's is one in which no child precedes its parent.
            softly.assertThat(run.revisions().stream().map(UpgradeConformanceTest::step))
                    .as("%s", query)
                    .containsExactlyInAnyOrderElementsOf(MapCase.strings(expected.get("steps_unordered")));
            Order.checkOldestFirst(softly, map.graph(), run.ids());
        }
        var rows = MapCase.strings(expected.get("rows"));
        if (map.graph().problems().isEmpty()) {
            softly.assertThat(rowsAfter(map, query, run.ids()))
                    .as("%s", query)
                    .containsExactlyInAnyOrderElementsOf(rows);
        } else {
            // In a ring that Alembic does not notice, each revision implies the others.
            softly.assertThat(rowsAfter(map, query, run.ids())).as("%s", query).containsAll(rows);
        }
    }

    /** As Alembic logs it. */
    private static String step(Revision revision) {
        return "upgrade %s -> %s, %s"
                .formatted(String.join(", ", revision.downRevisions()), revision.id(), revision.doc());
    }

    private static List<String> rowsAfter(MapCase map, Query query, List<String> run) {
        var applied = new ArrayList<>(
                map.on(query).show("current").stream().map(Revision::id).toList());
        applied.addAll(run);
        return map.graph().maximal(applied);
    }

    /**
     * Alembic dies of names that it looks up again, of quotes, of ids wider than the column, of a way beyond the last
     * revision. Restamp tells what there would be to run: all that the target builds on and the rows do not.
     */
    private static void checkByDefinition(SoftAssertions softly, MapCase map, Query query, Answer answer) {
        if (answer instanceof Answer.Revisions run) {
            softly.assertThat(Set.copyOf(run.ids())).as("%s", query).isEqualTo(needed(map, query, run));
            Order.checkOldestFirst(softly, map.graph(), run.ids());
        } else {
            softly.assertThat(answer)
                    .as("%s", query)
                    .isIn(
                            new Answer.Refused(Reason.TOO_FAR),
                            new Answer.Refused(Reason.UNKNOWN),
                            new Answer.Refused(Reason.RING));
        }
    }

    private static Set<String> needed(MapCase map, Query query, Answer.Revisions run) {
        var target = query.argument("revision");
        // A target that counts from the rows is where the run ends.
        var wanted = Identifier.Relative.parse(target).isPresent()
                ? run.revisions()
                        .subList(run.revisions().size() - 1, run.revisions().size())
                : map.on(query).resolve(target);
        var needed = map.graph().ancestors(wanted.stream().map(Revision::id).toList());
        needed.removeAll(map.graph()
                .ancestors(
                        map.on(query).show("current").stream().map(Revision::id).toList()));
        return needed;
    }
}
