package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a revision graph, drawn from the newest revision down as {@code git log --graph} draws it: a lane for each
 * line of revisions that is still to come.
 */
final class Lanes {
    private final List<String> lanes = new ArrayList<>();

    /**
     * One line of the drawing.
     *
     * @param below what goes on under it where the node's text takes more lines
     * @param node whether the line is that of the node itself, or one that joins or parts lanes
     */
    record Row(String shape, String below, boolean node) {}

    /**
     * What one node takes.
     *
     * @param lane where it stands
     * @param down the lanes that lead to its parents, in their order
     * @param rows the lines of it: joins above it, its own, the parting below it
     */
    record Step(int lane, List<Integer> down, List<Row> rows) {}

    /** The next node; nodes come newest first. */
    Step step(Node node) {
        var rows = new ArrayList<Row>();
        var known = lanes.indexOf(node.id());
        var lane = known < 0 ? open(node.id(), 0) : known;
        join(node, lane, rows);
        var shape = row(lane, node.marks().contains(Mark.MERGE) ? '◆' : '●');
        lanes.set(lane, node.parents().stream().findFirst().orElse(""));
        rows.add(new Row(shape, row(-1, ' '), true));
        var down = part(node, lane, rows);
        return new Step(lane, down, rows);
    }

    /** Every further child has a lane of its own, which ends here. */
    private void join(Node node, int lane, List<Row> rows) {
        for (var other = lanes.size() - 1; other > lane; other--) {
            if (lanes.get(other).equals(node.id())) {
                rows.add(bridge(lane, other, '╯'));
                lanes.set(other, "");
            }
        }
        trim();
    }

    /** Every further parent gets a lane of its own, unless one on the right leads to it already. */
    private List<Integer> part(Node node, int lane, List<Row> rows) {
        var down = new ArrayList<Integer>();
        for (var parent : node.parents()) {
            var known = lanes.indexOf(parent);
            if (down.isEmpty()) {
                down.add(lane);
            } else if (known > lane) {
                rows.add(bridge(lane, known, '┤'));
                down.add(known);
            } else {
                down.add(open(parent, lane + 1));
                rows.add(bridge(lane, down.getLast(), '╮'));
            }
        }
        trim();
        return down;
    }

    /** The first lane from there on that is not in use. */
    private int open(String id, int from) {
        for (var lane = from; lane < lanes.size(); lane++) {
            if (lanes.get(lane).isEmpty()) {
                lanes.set(lane, id);
                return lane;
            }
        }
        lanes.add(id);
        return lanes.size() - 1;
    }

    private String row(int lane, char mark) {
        var row = new StringBuilder();
        for (var i = 0; i < lanes.size(); i++) {
            row.append(i == lane ? mark : line(i)).append(' ');
        }
        return row.toString().stripTrailing();
    }

    private Row bridge(int from, int to, char end) {
        var row = new StringBuilder();
        for (var i = 0; i < lanes.size(); i++) {
            var inside = i > from && i < to;
            var mark = i == from ? '├' : i == to ? end : inside ? lanes.get(i).isEmpty() ? '─' : '┼' : line(i);
            row.append(mark).append(i >= from && i < to ? '─' : ' ');
        }
        return new Row(row.toString().stripTrailing(), "", false);
    }

    private char line(int lane) {
        return lanes.get(lane).isEmpty() ? ' ' : '│';
    }

    private void trim() {
        while (!lanes.isEmpty() && lanes.getLast().isEmpty()) {
            lanes.removeLast();
        }
    }
}
