package dev.restamp.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.Layout.Edge;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred random graphs. */
class LayoutTest {
    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_parent_has_its_line(int seed) {
        var nodes = RandomGraph.nodes(seed, 10 + seed);
        var layout = Layout.of(nodes);
        for (var row = 0; row < nodes.size(); row++) {
            var child = row;
            var led = layout.edges().stream()
                    .filter(edge -> edge.child() == child)
                    .map(edge -> layout.leadsOut(edge)
                            ? "out"
                            : nodes.get(edge.parent()).id())
                    .toList();
            var ids = nodes.stream().map(Node::id).toList();
            assertThat(led)
                    .containsExactlyInAnyOrderElementsOf(nodes.get(row).parents().stream()
                            .map(parent -> ids.contains(parent) ? parent : "out")
                            .toList());
        }
    }

    /** Else one could take a revision for the parent of another that only stands in the way. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_line_runs_through_a_node(int seed) {
        var nodes = RandomGraph.nodes(seed, 10 + seed);
        var layout = Layout.of(nodes);
        for (var edge : layout.edges()) {
            assertThat(between(edge, layout)).as(edge.toString()).doesNotContain(edge.lane());
        }
    }

    private static List<Integer> between(Edge edge, Layout layout) {
        return layout.lanes().subList(edge.child() + 1, edge.parent());
    }

    /** Lines of different revisions that share a lane at a time lead to the same one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_lane_leads_to_one_revision_at_a_time(int seed) {
        var nodes = RandomGraph.nodes(seed, 10 + seed);
        var layout = Layout.of(nodes);
        for (var one : layout.edges()) {
            for (var two : layout.edges()) {
                var together = one.lane() == two.lane()
                        && one.child() < two.parent()
                        && two.child() < one.parent()
                        && !layout.leadsOut(one);
                assertThat(together && one.parent() != two.parent())
                        .as(one + " and " + two)
                        .isFalse();
            }
        }
    }
}
