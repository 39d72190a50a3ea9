package dev.restamp.core.revision;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.restamp.core.Problem;
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

/**
 * Stamps leave Alembic's rows where Alembic is right, and the right rows where it is not.
 *
 * <p>Alembic is right where one revision is stamped over rows that it knows and that do not overlap. With several
 * targets it takes the rows of all their lineages for the source of each single step, and so loses rows or dies; over
 * overlapping rows it does nothing or dies; an unknown row stops it. There the rows must be what the definition says:
 * the rows of other lineages and the targets, without those that another one implies.
 */
class StampConformanceTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void stamp_leaves_the_right_rows(MapCase map) {
        assertSoftly(softly -> map.queries("stamp").forEach(query -> {
            try {
                var targets = query.arguments("revisions");
                var remove = query.flag("purge") ? Set.copyOf(query.rows()) : Set.<String>of();
                check(softly, map, query, Stamping.of(map.graph(), query.rows(), targets, remove));
            } catch (Problem problem) {
                checkRefused(softly, map, query, problem);
            }
        }));
    }

    static Stream<MapCase> stamp_leaves_the_right_rows() {
        return MapCase.asking("stamp");
    }

    private static void check(SoftAssertions softly, MapCase map, Query query, Stamping stamping) {
        checkSteps(softly, query, stamping);
        var byDefinition = byDefinition(map, query);
        softly.assertThat(stamping.after()).as("%s", query).containsExactlyInAnyOrderElementsOf(byDefinition);
        if (query.error().isPresent()) {
            softly.assertThat(hasReason(map, query))
                    .as("%s: a reason to differ", query)
                    .isTrue();
        } else if (isRight(map, query)) {
            var rows = MapCase.strings(query.expected().get("rows"));
            softly.assertThat(stamping.after()).as("%s", query).containsExactlyInAnyOrderElementsOf(rows);
            if (!query.flag("purge")) {
                softly.assertThat(written(stamping)).as("%s", query).isEqualTo(statements(query));
            }
        }
    }

    /** The steps lead from the rows to the rows after, and no fewer would. */
    private static void checkSteps(SoftAssertions softly, Query query, Stamping stamping) {
        var rows = new ArrayList<>(stamping.before());
        for (var step : stamping.steps()) {
            switch (step) {
                case StampStep.Row row -> throw new AssertionError("of a log: " + row);
                case StampStep.Delete(var id) ->
                    softly.assertThat(rows.remove(id)).as("%s: %s", query, step).isTrue();
                case StampStep.Insert(var id) -> rows.add(id);
                case StampStep.Update(var from, var to) -> {
                    softly.assertThat(rows.remove(from))
                            .as("%s: %s", query, step)
                            .isTrue();
                    rows.add(to);
                }
            }
        }
        softly.assertThat(rows).as("%s", query).containsExactlyInAnyOrderElementsOf(stamping.after());
        var gone = new ArrayList<>(stamping.before());
        stamping.after().forEach(gone::remove);
        var come = new HashSet<>(stamping.after());
        come.removeAll(stamping.before());
        softly.assertThat(stamping.steps()).as("%s", query).hasSize(Math.max(gone.size(), come.size()));
    }

    private static Set<String> byDefinition(MapCase map, Query query) {
        var graph = map.graph();
        var targets = new LinkedHashSet<String>();
        var replaced = new HashSet<String>();
        for (var target : query.arguments("revisions")) {
            var named = map.on(query).resolve(target).stream().map(Revision::id).toList();
            targets.addAll(named);
            replaced.addAll(
                    target.equals("base") ? query.rows() : related(graph, lineageOf(target, named), query.rows()));
        }
        var all = new LinkedHashSet<String>(targets);
        var unknown = new LinkedHashSet<String>();
        if (!query.flag("purge")) {
            for (var row : query.rows()) {
                if (graph.get(row).isEmpty()) {
                    unknown.add(row);
                } else if (!replaced.contains(row)) {
                    all.add(row);
                }
            }
        }
        var after = new LinkedHashSet<>(unknown);
        all.stream()
                .filter(id -> all.stream().noneMatch(other -> isBelow(graph, id, other)))
                .forEach(after::add);
        return after;
    }

    private static List<String> lineageOf(String target, List<String> named) {
        return target.endsWith("@base") ? List.of(target.substring(0, target.indexOf('@'))) : named;
    }

    private static List<String> related(RevisionGraph graph, List<String> lineage, List<String> rows) {
        var ids = RevisionQuery.of(graph);
        var revisions = lineage.stream()
                .flatMap(name -> ids.resolve(name).stream())
                .map(Revision::id)
                .toList();
        return rows.stream()
                .filter(row ->
                        revisions.stream().anyMatch(id -> graph.isAncestor(id, row) || graph.isAncestor(row, id)))
                .toList();
    }

    private static boolean isBelow(RevisionGraph graph, String id, String other) {
        return graph.isAncestor(id, other) && !graph.isAncestor(other, id);
    }

    private static boolean isRight(MapCase map, Query query) {
        var targets = query.arguments("revisions");
        var ids = map.graph().maximal(query.rows());
        return targets.size() == 1
                && map.on(query).resolve(targets.getFirst()).size() <= 1
                && (query.flag("purge") || ids.size() == query.rows().size())
                && map.graph().problems().isEmpty()
                && !map.hasReservedNames()
                && !sweepsTheBranch(map, query.rows(), targets.getFirst());
    }

    /** For {@code label@rev} Alembic also replaces rows that are related to the label and not to the revision. */
    private static boolean sweepsTheBranch(MapCase map, List<String> rows, String target) {
        if (target.indexOf('@') <= 0 || target.endsWith("@base")) {
            return false;
        }
        var label = List.of(target.substring(0, target.indexOf('@')));
        return !related(map.graph(), List.of(target), rows).containsAll(related(map.graph(), label, rows));
    }

    /** Why Alembic fails where Restamp does not. */
    private static boolean hasReason(MapCase map, Query query) {
        var error = query.error().orElseThrow();
        var wide = map.graph().revisions().stream()
                .anyMatch(revision -> revision.id().length() > 32);
        return switch (error.get("type").asString()) {
            case "DataError" -> wide;
            // Alembic puts ids into its statements as they are.
            case "ProgrammingError" ->
                map.graph().revisions().stream()
                        .anyMatch(revision -> revision.id().contains("'"));
            case "CommandError" ->
                map.failsToLoad()
                        || map.hasPhantoms()
                        || hasPartOnBranch(map, query)
                        || !map.on(query).unknownRows().isEmpty();
            default -> map.failsToLoad() || !isRight(map, query);
        };
    }

    private static void checkRefused(SoftAssertions softly, MapCase map, Query query, Problem problem) {
        var reason = Reason.of(problem);
        if (map.failsToLoad()) {
            softly.assertThat(reason)
                    .as("%s", query)
                    .isEqualTo(map.graph().heads().isEmpty() ? Reason.RING : Reason.SEVERAL_HEADS);
            return;
        }
        softly.assertThat(query.error()).as("%s: refused by Alembic", query).isPresent();
        var targets = query.arguments("revisions");
        if (targets.size() == 1 && !query.crashed() && !hasPartOnBranch(map, query)) {
            softly.assertThat(query.error().map(Reason::of)).as("%s", query).contains(reason);
        } else {
            // Of several wrong targets Alembic names any; Restamp names the first.
            softly.assertThat(targets.stream()
                            .map(target -> Answer.of(() -> map.on(query).resolve(target)))
                            .filter(Answer.Refused.class::isInstance)
                            .findFirst())
                    .as("%s", query)
                    .contains(new Answer.Refused(reason));
        }
    }

    /** {@code label@27c6}: for the rows to replace Alembic looks up the part without its label, and may not find one. */
    private static boolean hasPartOnBranch(MapCase map, Query query) {
        return query.arguments("revisions").stream()
                .filter(target -> target.indexOf('@') > 0)
                .anyMatch(target -> !map.graph().names().containsKey(target.substring(target.indexOf('@') + 1)));
    }

    private static List<List<String>> statements(Query query) {
        return MapCase.elements(query.expected().get("statements"))
                .map(MapCase::strings)
                .filter(statement -> !statement.getFirst().equals("create_table"))
                .toList();
    }

    private static List<List<String>> written(Stamping stamping) {
        return stamping.steps().stream()
                .map(step -> switch (step) {
                    case StampStep.Row row -> throw new AssertionError("of a log: " + row);
                    case StampStep.Delete(var id) -> List.of("delete", id);
                    case StampStep.Insert(var id) -> List.of("insert", id);
                    case StampStep.Update(var from, var to) -> List.of("update", from, to);
                })
                .toList();
    }

    /** What a plan says of Alembic is what Alembic did, right or wrong. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_alembic_would_do_is_foretold(MapCase map) {
        assertSoftly(softly -> map.queries("stamp")
                .filter(query -> !query.flag("purge"))
                .filter(query -> query.arguments("revisions").stream()
                        .allMatch(target -> Answer.of(() -> map.on(query).resolve(target)) instanceof Answer.Revisions))
                .forEach(query -> AlembicStamp.of(map.graph(), query.rows(), query.arguments("revisions"))
                        .ifPresentOrElse(
                                foretold -> checkForetold(softly, query, foretold),
                                () -> softly.assertThat(map.graph().problems().isEmpty() && !map.hasReservedNames())
                                        .as("%s: something to say", query)
                                        .isFalse())));
    }

    static Stream<MapCase> what_alembic_would_do_is_foretold() {
        return MapCase.asking("stamp");
    }

    private static void checkForetold(SoftAssertions softly, Query query, AlembicStamp foretold) {
        if (query.error().isEmpty()) {
            softly.assertThat(foretold)
                    .as("%s", query)
                    .isInstanceOfSatisfying(
                            AlembicStamp.Leaves.class,
                            leaves -> softly.assertThat(leaves.rows())
                                    .as("%s", query)
                                    .containsExactlyInAnyOrderElementsOf(
                                            MapCase.strings(query.expected().get("rows"))));
            return;
        }
        var error = query.error().orElseThrow();
        switch (error.get("type").asString()) {
            // A column that is too narrow, and a quote in a statement, are not a matter of the revisions.
            case "DataError", "ProgrammingError" ->
                softly.assertThat(foretold).as("%s", query).isInstanceOf(AlembicStamp.Leaves.class);
            // A label's part that counts from the heads is refused by Restamp too, before it asks.
            case "CommandError" ->
                softly.assertThat(foretold)
                        .as("%s", query)
                        .isEqualTo(new AlembicStamp.Fails(
                                error.get("cli").asString().replace("FAILED: ", "")));
            default ->
                softly.assertThat(foretold)
                        .as("%s", query)
                        .isInstanceOfSatisfying(
                                AlembicStamp.Fails.class,
                                fails -> softly.assertThat(fails.error())
                                        .as("%s", query)
                                        .startsWith(error.get("type").asString()));
        }
    }

    /** {@code --sql} takes its rows from {@code start:target}; its script has the same statements. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void stamp_sql_writes_the_same_statements(MapCase map) {
        assertSoftly(softly -> map.queries("stamp_sql").forEach(query -> {
            try {
                var targets = targets(query);
                var rows = startRows(map, query);
                checkScript(softly, map, query, targets, Stamping.of(map.graph(), rows, targets, Set.of()));
            } catch (Problem problem) {
                softly.assertThat(query.error().isPresent() || map.failsToLoad())
                        .as("%s: refused by Alembic too: %s", query, problem.what())
                        .isTrue();
            }
        }));
    }

    private static List<String> targets(Query query) {
        return query.arguments("revisions").stream()
                .map(typed -> typed.substring(typed.indexOf(':') + 1))
                .toList();
    }

    /** Alembic takes one start for all targets; without one it starts from base. */
    private static List<String> startRows(MapCase map, Query query) {
        return query.arguments("revisions").stream()
                .filter(typed -> typed.contains(":"))
                .map(typed -> typed.substring(0, typed.indexOf(':')))
                .distinct()
                .flatMap(start -> map.on(query).resolve(start).stream())
                .map(Revision::id)
                .toList();
    }

    /** By the same measure as a stamp: Alembic's statements where it is right, else the rows that are right. */
    private static void checkScript(
            SoftAssertions softly, MapCase map, Query query, List<String> targets, Stamping stamping) {
        checkSteps(softly, query, stamping);
        var isRight = targets.size() == 1
                && map.on(query).resolve(targets.getFirst()).size() <= 1
                && map.graph().problems().isEmpty()
                && !map.hasReservedNames()
                && stamping.before().equals(map.graph().maximal(stamping.before()))
                && !sweepsTheBranch(map, stamping.before(), targets.getFirst());
        if (query.error().isEmpty() && isRight) {
            softly.assertThat(sql(stamping)).as("%s", query).isEqualTo(script(query));
        } else {
            softly.assertThat(stamping.after())
                    .as("%s", query)
                    .hasSameSizeAs(map.graph().maximal(stamping.after()));
        }
    }

    static Stream<MapCase> stamp_sql_writes_the_same_statements() {
        return MapCase.asking("stamp_sql");
    }

    private static List<String> script(Query query) {
        return MapCase.strings(query.expected().get("script")).stream()
                .filter(line -> line.startsWith("INSERT") || line.startsWith("UPDATE") || line.startsWith("DELETE"))
                .map(line -> line.replace(" RETURNING alembic_version.version_num", ""))
                .toList();
    }

    private static List<String> sql(Stamping stamping) {
        return stamping.steps().stream()
                .map(step -> switch (step) {
                    case StampStep.Insert(var id) ->
                        "INSERT INTO alembic_version (version_num) VALUES ('%s');".formatted(id);
                    case StampStep.Update(var from, var to) ->
                        "UPDATE alembic_version SET version_num='%s' WHERE alembic_version.version_num = '%s';"
                                .formatted(to, from);
                    case StampStep.Row row -> throw new AssertionError("of a log: " + row);
                    case StampStep.Delete(var id) ->
                        "DELETE FROM alembic_version WHERE alembic_version.version_num = '%s';".formatted(id);
                })
                .toList();
    }
}
