package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.Layout.Edge;
import java.util.List;
import java.util.Set;

/** The lines and the nodes of a picture. */
final class SvgShape {
    private static final int LANE = 18;
    private static final int COLOURS = 8;

    private final Layout layout;
    private final List<Node> nodes;
    private final int left;
    private final List<Integer> middles;
    private final int bottom;

    /**
     * @param left where the first lane's side is
     * @param middles the line that each node stands on
     * @param bottom where lines end that lead out of the picture
     */
    SvgShape(Layout layout, List<Node> nodes, int left, List<Integer> middles, int bottom) {
        this.layout = layout;
        this.nodes = nodes;
        this.left = left;
        this.middles = middles;
        this.bottom = bottom;
    }

    static int width(Layout layout) {
        return layout.width() * LANE;
    }

    String draw() {
        var drawn = new StringBuilder();
        layout.edges().forEach(edge -> drawn.append(line(edge)));
        for (var row = 0; row < nodes.size(); row++) {
            drawn.append(node(row));
        }
        return drawn.toString();
    }

    private String line(Edge edge) {
        var path = new StringBuilder("M" + x(layout.lanes().get(edge.child())) + " " + y(edge.child()));
        var out = layout.leadsOut(edge);
        if (edge.parent() > edge.child() + 1) {
            step(path, layout.lanes().get(edge.child()), edge.child(), edge.lane(), edge.child() + 1);
            step(path, edge.lane(), edge.child() + 1, edge.lane(), edge.parent() - 1);
            step(path, edge.lane(), edge.parent() - 1, out ? edge.lane() : lane(edge), edge.parent());
        } else {
            step(path, layout.lanes().get(edge.child()), edge.child(), out ? edge.lane() : lane(edge), edge.parent());
        }
        return "<path class=\"rs-edge%s rs-lane%d\" d=\"%s\"/>\n"
                .formatted(out ? " rs-out" : "", edge.lane() % COLOURS, path);
    }

    private int lane(Edge edge) {
        return layout.lanes().get(edge.parent());
    }

    /** One stretch of a line: straight down its lane, or over into another. */
    private void step(StringBuilder path, int from, int above, int to, int below) {
        if (from == to) {
            path.append("V").append(y(below));
        } else {
            var half = (y(above) + y(below)) / 2;
            path.append("C%d %d %d %d %d %d".formatted(x(from), half, x(to), half, x(to), y(below)));
        }
    }

    private String node(int row) {
        var lane = layout.lanes().get(row);
        var marks = nodes.get(row).marks();
        return "<path class=\"rs-node rs-lane%d%s\" d=\"%s\"/>\n"
                .formatted(lane % COLOURS, marks.contains(Mark.RUN) ? " rs-run" : "", outline(marks, x(lane), y(row)));
    }

    private static String outline(Set<Mark> marks, int x, int y) {
        if (marks.contains(Mark.RUN)) {
            return "M%d %dv8a4 4 0 0 0 8 0v-8a4 4 0 0 0 -8 0z".formatted(x - 4, y - 4);
        }
        return marks.contains(Mark.MERGE)
                ? "M%d %dl7 7l-7 7l-7 -7z".formatted(x, y - 7)
                : "M%d %da5 5 0 0 0 10 0a5 5 0 0 0 -10 0z".formatted(x - 5, y);
    }

    private int x(int lane) {
        return left + lane * LANE + LANE / 2;
    }

    private int y(int row) {
        return row < middles.size() ? middles.get(row) : bottom;
    }
}
