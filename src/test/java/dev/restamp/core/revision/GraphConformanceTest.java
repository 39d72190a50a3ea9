package dev.restamp.core.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.restamp.core.revision.MapCase.Query;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The graph is Alembic's: {@code load}, {@code heads}, {@code bases}, {@code branches}. */
class GraphConformanceTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void loads_as_alembic_does(MapCase map) {
        assertSoftly(softly -> map.queries("load")
                .forEach(query -> query.error()
                        .ifPresentOrElse(
                                error -> softly.assertThat(kinds(map.graph()))
                                        .as("%s", query)
                                        .containsAnyElementsOf(kinds(error)),
                                () -> checkLoaded(softly, map, query.expected()))));
    }

    static Stream<MapCase> loads_as_alembic_does() {
        return MapCase.asking("load");
    }

    private static void checkLoaded(SoftAssertions softly, MapCase map, JsonNode expected) {
        var graph = map.graph();
        checkList(softly, "heads", graph.heads(), expected, map);
        checkList(softly, "real_heads", graph.realHeads(), expected, map);
        checkList(softly, "bases", graph.bases(), expected, map);
        checkList(softly, "real_bases", graph.realBases(), expected, map);
        // A ring with an entry and an exit is the one damage that Alembic does not notice at all.
        softly.assertThat(kinds(graph))
                .as("%s: problems", map)
                .isSubsetOf(GraphProblem.DuplicateId.class, GraphProblem.Ring.class)
                .hasSize(expected.has("warnings") || !graph.lineage().rings().isEmpty() ? 1 : 0);
        expected.path("revisions")
                .propertyStream()
                .forEach(revision -> checkRevision(softly, map, revision.getKey(), revision.getValue()));
    }

    private static void checkList(
            SoftAssertions softly, String name, List<String> actual, JsonNode expected, MapCase map) {
        var alembics = MapCase.strings(expected.get(name));
        if (map.hasPhantoms()) {
            softly.assertThat(alembics).as("%s: %s", map, name).containsAll(actual);
        } else {
            softly.assertThat(actual).as("%s: %s", map, name).isEqualTo(alembics);
        }
    }

    private static void checkRevision(SoftAssertions softly, MapCase map, String id, JsonNode expected) {
        var graph = map.graph();
        softly.assertThat(graph.children(id))
                .as("%s: next of %s", map, id)
                .hasSameElementsAs(strings(expected, "next"));
        softly.assertThat(graph.allChildren(id))
                .as("%s: all_next of %s", map, id)
                .hasSameElementsAs(strings(expected, "all_next"));
        softly.assertThat(List.copyOf(graph.labels(id)))
                .as("%s: labels of %s", map, id)
                .isEqualTo(strings(expected, "labels"));
        softly.assertThat(graph.parents(id)).as("%s: down of %s", map, id).isEqualTo(strings(expected, "down"));
        softly.assertThat(graph.resolvedDependencies(id))
                .as("%s: resolved dependencies of %s", map, id)
                .hasSameElementsAs(strings(expected, "resolved_depends_on"));
        softly.assertThat(graph.normalizedDependencies(id))
                .as("%s: normalized dependencies of %s", map, id)
                .hasSameElementsAs(strings(expected, "normalized_depends_on"));
        softly.assertThat(List.of(
                        graph.isHead(id) || graph.isEffectiveHead(id),
                        graph.isHead(id),
                        graph.bases().contains(id),
                        graph.isBranchPoint(id),
                        graph.isMergePoint(id)))
                .as("%s: head, real head, base, branch point, mergepoint: %s", map, id)
                .isEqualTo(Stream.of("is_head", "is_real_head", "is_base", "is_branch_point", "is_merge_point")
                        .map(mark -> expected.get(mark).asBoolean())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void lists_the_heads(MapCase map) {
        assertSoftly(softly -> map.queries("heads")
                .filter(query -> query.error().isEmpty())
                .forEach(query -> checkHeads(softly, map, query)));
    }

    static Stream<MapCase> lists_the_heads() {
        return MapCase.asking("heads").filter(map -> kinds(map.graph()).isEmpty());
    }

    private static void checkHeads(SoftAssertions softly, MapCase map, Query query) {
        var graph = map.graph();
        var heads = query.flag("resolve_dependencies") ? graph.realHeads() : graph.heads();
        softly.assertThat(heads).as("%s", query).isEqualTo(strings(query.expected(), "revisions"));
        softly.assertThat(graph.revisionsOf(heads).stream()
                        .map(RevisionText.of(graph)::head)
                        .toList())
                .as("%s", query)
                .isEqualTo(strings(query.expected(), "lines"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void lists_the_bases(MapCase map) {
        map.queries("bases")
                .forEach(query -> assertThat(map.graph().bases()).isEqualTo(strings(query.expected(), "revisions")));
    }

    static Stream<MapCase> lists_the_bases() {
        return MapCase.asking("bases");
    }

    /** Children come in no order from Alembic; the data has them sorted. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void lists_branch_points_with_their_children(MapCase map) {
        var graph = map.graph();
        var actual = graph.newestFirst().stream()
                .filter(revision -> graph.isBranchPoint(revision.id()))
                .map(revision -> RevisionText.of(graph).branches(revision, false))
                .toList();
        map.queries("branches").forEach(query -> {
            if (query.error().isPresent()) {
                assertThat(map.hasReservedNames() || !graph.problems().isEmpty())
                        .as("a reason for Alembic to fail")
                        .isTrue();
                assertThat(graph.newestFirst()).containsExactlyInAnyOrderElementsOf(graph.revisions());
            } else {
                assertThat(actual).isEqualTo(branchPoints(query));
            }
        });
    }

    static Stream<MapCase> lists_branch_points_with_their_children() {
        return MapCase.asking("branches");
    }

    private static List<List<String>> branchPoints(Query query) {
        return MapCase.elements(query.expected().get("branchpoints"))
                .map(point -> Stream.concat(
                                Stream.of(point.get("line").asString()), strings(point, "children").stream())
                        .toList())
                .toList();
    }

    private static List<Class<? extends GraphProblem>> kinds(RevisionGraph graph) {
        return graph.problems().stream()
                .<Class<? extends GraphProblem>>map(GraphProblem::getClass)
                .distinct()
                .toList();
    }

    /** What Restamp may call the damage that Alembic dies of. */
    private static List<Class<? extends GraphProblem>> kinds(JsonNode error) {
        return switch (error.get("type").asString()) {
            case "LoopDetected", "DependencyLoopDetected" -> List.of(GraphProblem.SelfLoop.class);
            // Alembic finds a dependency on an own label only as a ring.
            case "CycleDetected", "DependencyCycleDetected" ->
                List.of(GraphProblem.Ring.class, GraphProblem.SelfLoop.class);
            case "RevisionError" -> List.of(GraphProblem.LabelClash.class, GraphProblem.IllegalCharacters.class);
            case "KeyError" -> List.of(GraphProblem.MissingParent.class, GraphProblem.MissingDependency.class);
            default -> throw new AssertionError(error);
        };
    }

    private static List<String> strings(JsonNode node, String name) {
        return MapCase.strings(node.path(name));
    }
}
