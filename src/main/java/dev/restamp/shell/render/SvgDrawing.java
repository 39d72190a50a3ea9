package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A graph as SVG: the shape on the left, a caption beside each node, then its date and the cells that say more. */
final class SvgDrawing {
    private static final int ROW = 26;
    static final int LINE = 17;
    static final int PAD = 14;
    private static final int GAP = 20;

    /** The longest message, in columns; less where other cells stand beside it. */
    private static final int MESSAGE = 64;

    private static final int MESSAGE_BESIDE_CELLS = 36;

    private final Graph graph;
    private final Layout layout;
    private final List<SvgCaption> captions;
    private final List<SvgColumn> columns = new ArrayList<>();
    private final int text;
    private int right;

    SvgDrawing(Graph graph) {
        this.graph = graph;
        this.layout = Layout.of(graph.nodes());
        var more = graph.heads().size() > graph.captioned();
        this.captions = captions(more ? MESSAGE_BESIDE_CELLS : MESSAGE);
        this.text = PAD + SvgShape.width(layout) + 8;
        var title = Columns.width(title()) * SvgCaption.COLUMN;
        right = text + captions.stream().mapToInt(SvgCaption::width).reduce(title, Math::max);
        if (graph.nodes().stream().anyMatch(node -> !node.caption().date().isEmpty())) {
            column(
                    Head.left(""),
                    graph.nodes().stream()
                            .map(node -> Text.of(node.caption().date(), Style.FAINT))
                            .toList());
        }
        for (var i = graph.captioned(); i < graph.heads().size(); i++) {
            var at = i;
            column(
                    graph.heads().get(i),
                    graph.nodes().stream().map(node -> node.cells().get(at)).toList());
        }
    }

    /** The widest one makes the column; what room it leaves to the others, their messages take. */
    private List<SvgCaption> captions(int room) {
        var widths = graph.nodes().stream()
                .map(node -> new SvgCaption(node, room).width())
                .toList();
        var widest = widths.stream().max(Integer::compare).orElse(0);
        return IntStream.range(0, widths.size())
                .mapToObj(row ->
                        new SvgCaption(graph.nodes().get(row), room + (widest - widths.get(row)) / SvgCaption.COLUMN))
                .toList();
    }

    private void column(Head head, List<Text> cells) {
        columns.add(SvgColumn.of(head, right + GAP, cells));
        right = columns.getLast().right();
    }

    private String title() {
        return graph.captioned() == 0 ? "" : graph.heads().getFirst().title();
    }

    int width() {
        return right + PAD;
    }

    /** All of it, its upper edge at {@code top}, in a picture of some width. */
    String content(int top, int width) {
        var tops = tops(top);
        var middles = tops.stream().map(y -> y + ROW / 2).toList();
        var out = new StringBuilder();
        for (var row = 0; row < graph.nodes().size(); row++) {
            out.append(band(graph.nodes().get(row), tops.get(row), height(row), width));
        }
        out.append(titles(top));
        out.append(new SvgShape(layout, graph.nodes(), PAD, middles, bottom(top)).draw());
        for (var row = 0; row < graph.nodes().size(); row++) {
            out.append(captions.get(row).draw(text, middles.get(row)));
            for (var column : columns) {
                out.append(column.cell(row, middles.get(row)));
            }
        }
        return out.toString();
    }

    /** What lies behind the nodes that everybody looks for. */
    private static String band(Node node, int top, int height, int width) {
        if (!node.marks().contains(Mark.ROW) && !node.marks().contains(Mark.SCHEMA)) {
            return "";
        }
        return "<rect class=\"%s\" x=\"4\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>\n"
                .formatted(
                        node.marks().contains(Mark.SCHEMA) ? "rs-schema-band" : "rs-row-band",
                        top + 1,
                        width - 8,
                        height - 2);
    }

    private String titles(int top) {
        return titled()
                ? SvgColumn.words("rs-faint", text, top + 12, Text.of(title()))
                        + columns.stream().map(column -> column.title(top + 12)).collect(Collectors.joining())
                : "";
    }

    private boolean titled() {
        return graph.heads().stream().anyMatch(head -> !head.title().isEmpty());
    }

    private List<Integer> tops(int top) {
        var tops = new ArrayList<Integer>();
        var y = top + (titled() ? LINE + 4 : 0);
        for (var row = 0; row < graph.nodes().size(); row++) {
            tops.add(y);
            y += height(row);
        }
        tops.add(y);
        return tops;
    }

    /** Where it ends that begins at {@code top}. */
    int bottom(int top) {
        return tops(top).getLast() + 2;
    }

    private int height(int row) {
        var lines = columns.stream()
                .mapToInt(column -> column.lines().get(row).size())
                .max()
                .orElse(1);
        return ROW + (lines - 1) * LINE;
    }
}
