package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Where the nodes and the lines of a graph stand: a row for each node, in the lanes of the text drawing.
 *
 * @param lanes of the nodes, in their order
 * @param edges a line for each parent of each node
 */
record Layout(List<Integer> lanes, List<Edge> edges) {
    /**
     * The line from a child down to a parent. It leaves the child's lane at once, keeps to its own, and enters the parent's
     * at last.
     *
     * @param parent the row of the parent; the number of rows where it is not shown
     */
    record Edge(int child, int lane, int parent) {}

    static Layout of(List<Node> nodes) {
        var state = new Lanes();
        var lanes = new ArrayList<Integer>();
        var edges = new ArrayList<Edge>();
        var waiting = new HashMap<String, List<Edge>>();
        for (var row = 0; row < nodes.size(); row++) {
            var node = nodes.get(row);
            var step = state.step(node);
            lanes.add(step.lane());
            for (var edge : waiting.getOrDefault(node.id(), List.of())) {
                edges.add(new Edge(edge.child(), edge.lane(), row));
            }
            waiting.remove(node.id());
            for (var i = 0; i < node.parents().size(); i++) {
                waiting.computeIfAbsent(node.parents().get(i), _ -> new ArrayList<>())
                        .add(new Edge(row, step.down().get(i), nodes.size()));
            }
        }
        waiting.values().forEach(edges::addAll);
        return new Layout(lanes, edges.stream().sorted(Layout::inOrder).toList());
    }

    private static int inOrder(Edge one, Edge two) {
        var byChild = Integer.compare(one.child(), two.child());
        return byChild != 0 ? byChild : Integer.compare(one.lane(), two.lane());
    }

    /** How many lanes there are side by side. */
    int width() {
        var nodes = lanes.stream().mapToInt(lane -> lane).max().orElse(-1);
        var lines = edges.stream().mapToInt(Edge::lane).max().orElse(-1);
        return Math.max(nodes, lines) + 1;
    }

    /** Whether the line ends below the last row, for what it leads to is not shown. */
    boolean leadsOut(Edge edge) {
        return edge.parent() == lanes.size();
    }
}
