package dev.restamp.core.revision;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.restamp.core.revision.MapCase.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code alembic history} and {@code alembic current}, line by line. */
class HistoryConformanceTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void history_lists_what_alembic_lists(MapCase map) {
        assertSoftly(softly -> map.queries("history").forEach(query -> {
            var answer = Answer.of(() -> history(map, query));
            if (map.failsToLoad() || map.hasPhantoms()) {
                checkWhole(softly, map, query, answer);
            } else if (startsAtBaseByCounting(map, query) || endsBelowBase(query)) {
                softly.assertThat(answer).as("%s", query).isEqualTo(new Answer.Refused(Reason.TOO_FAR));
            } else if (query.crashed() || (map.hasReservedNames() && query.hasRows())) {
                checkByDefinition(softly, map, query, answer);
            } else if (query.error().isPresent()) {
                softly.assertThat(answer)
                        .as("%s", query)
                        .isEqualTo(new Answer.Refused(Reason.of(query.error().get())));
            } else {
                checkListed(softly, map, query, answer);
            }
        }));
    }

    static Stream<MapCase> history_lists_what_alembic_lists() {
        return MapCase.asking("history");
    }

    private static List<Revision> history(MapCase map, Query query) {
        return map.on(query).history(range(query));
    }

    private static String range(Query query) {
        var range = query.argument("range");
        return query.json().path("args").has("range") ? range : ":";
    }

    /**
     * {@code -9:} where the project has fewer revisions. Alembic finds that base is no ancestor, or cannot locate the
     * word "heads", or lists everything, one of them by chance. Restamp says that this leads below base.
     */
    private static boolean startsAtBaseByCounting(MapCase map, Query query) {
        var start = range(query).strip().split(":", -1)[0];
        return start.matches("-\\d+")
                && map.graph().realHeads().stream()
                        .anyMatch(head -> map.graph().ancestors(List.of(head)).size() <= -Integer.parseInt(start));
    }

    /** {@code :base-1}: Alembic counts down from the heads. */
    private static boolean endsBelowBase(Query query) {
        var sides = range(query).strip().split(":", -1);
        return sides.length == 2 && query.countsDownFromBase(sides[1]);
    }

    /** {@code rev@…:}: Alembic dies unless the revision carries exactly one label. */
    private static boolean startsOnABranchById(MapCase map, Query query) {
        var start = range(query).split(":", -1)[0];
        return start.indexOf('@') > 0
                && map.graph().get(start.substring(0, start.indexOf('@'))).isPresent();
    }

    private static void checkListed(SoftAssertions softly, MapCase map, Query query, Answer answer) {
        if (!(answer instanceof Answer.Revisions listed)) {
            softly.fail("%s: %s", query, answer);
            return;
        }
        var text = RevisionText.of(map.graph());
        var lines = listed.revisions().stream()
                .map(revision -> text.history(
                        revision, query.flag("indicate_current") && query.rows().contains(revision.id())))
                .toList();
        var expected = query.expected();
        if (expected.has("revisions")) {
            softly.assertThat(listed.ids()).as("%s", query).isEqualTo(MapCase.strings(expected.get("revisions")));
            // For large maps the data has only the ids.
            if (expected.has("lines")) {
                softly.assertThat(String.join("\n", lines))
                        .as("%s", query)
                        .isEqualTo(String.join("\n", MapCase.strings(expected.get("lines"))));
            }
        } else {
            // Alembic's order depends on the hash seed. Restamp's is one in which no parent precedes its child.
            softly.assertThat(listed.ids())
                    .as("%s", query)
                    .containsExactlyInAnyOrderElementsOf(MapCase.strings(expected.get("revisions_unordered")));
            if (expected.has("lines_unordered")) {
                softly.assertThat(lines)
                        .as("%s", query)
                        .containsExactlyInAnyOrderElementsOf(MapCase.strings(expected.get("lines_unordered")));
            }
            Order.checkNewestFirst(softly, map.graph(), listed.ids());
        }
    }

    /**
     * Alembic dies where an end of the range lies below base, where the way down leaves the range and comes back, and
     * of revisions called like a word: it looks them up by that name.
     */
    private static void checkByDefinition(SoftAssertions softly, MapCase map, Query query, Answer answer) {
        switch (answer) {
            case Answer.Refused(var reason) -> {
                if (!startsOnABranchById(map, query)) {
                    var own = overlap(map, query) ? Reason.OVERLAP : Reason.TOO_FAR;
                    softly.assertThat(reason).as("%s", query).isIn(own, Reason.NO_RANGE, Reason.UNKNOWN);
                }
            }
            case Answer.Revisions listed -> {
                if (Stream.of(range(query).split(":", -1))
                        .allMatch(side -> Identifier.Relative.parse(side).isEmpty())) {
                    softly.assertThat(Set.copyOf(listed.ids())).as("%s", query).isEqualTo(between(map, query));
                }
                Order.checkNewestFirst(softly, map.graph(), listed.ids());
            }
        }
    }

    private static boolean overlap(MapCase map, Query query) {
        return map.graph().maximal(query.rows()).size() < query.rows().size();
    }

    /** What lies in a range by definition: under its end, dependencies included, and over its start by down_revision. */
    private static Set<String> between(MapCase map, Query query) {
        var sides = range(query).split(":", -1);
        var end = new ArrayList<>(side(map, query, sides[1], "heads"));
        if (sides[0].indexOf('@') > 0) {
            end.removeIf(id -> !isOnBranch(map, query, sides[0].substring(0, sides[0].indexOf('@')), id));
        }
        var start = side(map, query, sides[0], "base");
        var between = new HashSet<>(map.graph().ancestors(end));
        if (!start.isEmpty()) {
            between.retainAll(above(map.graph(), start));
        }
        return between;
    }

    /** Carries the label; or, where an id stands for a label, is related to it. */
    private static boolean isOnBranch(MapCase map, Query query, String label, String id) {
        return startsOnABranchById(map, query)
                ? above(map.graph(), List.of(label)).contains(id)
                        || above(map.graph(), List.of(id)).contains(label)
                : map.graph().labels(id).contains(label);
    }

    private static List<String> side(MapCase map, Query query, String side, String otherwise) {
        var named = side.isEmpty() || (side.equals("current") && query.rows().isEmpty()) ? otherwise : side;
        return map.on(query).show(named).stream().map(Revision::id).toList();
    }

    private static Set<String> above(RevisionGraph graph, List<String> start) {
        var above = new LinkedHashSet<>(start);
        for (var revision : graph.oldestFirst()) {
            if (graph.parents(revision.id()).stream().anyMatch(above::contains)) {
                above.add(revision.id());
            }
        }
        return above;
    }

    /** Alembic lists nothing of revisions it cannot load, or with a duplicate id. Restamp lists each of them once. */
    private static void checkWhole(SoftAssertions softly, MapCase map, Query query, Answer answer) {
        softly.assertThat(map.graph().newestFirst())
                .as("%s", query)
                .containsExactlyInAnyOrderElementsOf(map.graph().revisions());
        if (answer instanceof Answer.Revisions(var listed)) {
            softly.assertThat(map.graph().newestFirst()).as("%s", query).containsSubsequence(listed);
        } else {
            softly.assertThat(answer).as("%s", query).isEqualTo(new Answer.Refused(Reason.RING));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void current_lists_what_alembic_lists(MapCase map) {
        assertSoftly(softly -> map.queries("current").forEach(query -> {
            var answer = Answer.of(() -> map.on(query).current());
            if (query.flag("check_heads")) {
                checkHeads(softly, map, query);
            }
            if (map.failsToLoad() || map.hasReservedNames()) {
                checkRowsThemselves(softly, map, query, answer);
            } else if (query.error().isEmpty()) {
                var text = RevisionText.of(map.graph());
                softly.assertThat(answer)
                        .as("%s", query)
                        .isInstanceOfSatisfying(
                                Answer.Revisions.class,
                                listed -> softly.assertThat(
                                                listed.revisions().stream().map(text::current))
                                        .as("%s", query)
                                        .containsExactlyInAnyOrderElementsOf(
                                                MapCase.strings(query.expected().get("lines_unordered"))));
            } else if (!query.flag("check_heads")) {
                softly.assertThat(answer)
                        .as("%s", query)
                        .isEqualTo(new Answer.Refused(Reason.of(query.error().get())));
            }
        }));
    }

    static Stream<MapCase> current_lists_what_alembic_lists() {
        return MapCase.asking("current");
    }

    /**
     * {@code --check-heads} passes where Alembic's does. Alembic compares the rows with the heads one by one; so it never
     * passes where a row implies a head that has none of its own, nor where a row too many is there, which Restamp
     * calls by its own name.
     */
    private static void checkHeads(SoftAssertions softly, MapCase map, Query query) {
        var missing = map.on(query).missingHeads();
        if (query.error().isEmpty() || map.failsToLoad()) {
            softly.assertThat(missing)
                    .as("%s", query)
                    .isSubsetOf(without(map.graph().heads(), query.rows()));
        }
        if (query.error().isEmpty()) {
            softly.assertThat(missing).as("%s", query).isEmpty();
        } else if (missing.isEmpty() && !map.failsToLoad()) {
            var implied = without(map.graph().heads(), query.rows());
            var tooMany = without(query.rows(), map.graph().heads());
            softly.assertThat(implied.isEmpty() && tooMany.isEmpty() && !map.hasPhantoms())
                    .as("%s: a reason to differ", query)
                    .isFalse();
        }
    }

    private static List<String> without(List<String> ids, List<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }

    /** Alembic refuses the whole project, or takes a row "head" for the word. Restamp takes a row for an id. */
    private static void checkRowsThemselves(SoftAssertions softly, MapCase map, Query query, Answer answer) {
        var unknown = map.on(query).unknownRows();
        if (unknown.isEmpty()) {
            softly.assertThat(answer)
                    .as("%s", query)
                    .isInstanceOfSatisfying(
                            Answer.Revisions.class,
                            listed -> softly.assertThat(map.graph().maximal(query.rows()))
                                    .as("%s", query)
                                    .isSubsetOf(listed.ids()));
        } else {
            softly.assertThat(answer).as("%s", query).isEqualTo(new Answer.Refused(Reason.UNKNOWN));
        }
    }
}
