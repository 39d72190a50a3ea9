package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A graph as SVG: the shape on the left, a caption beside each node, then its date and the cells that say more. */
final class SvgDrawing {
    private static final int ROW = 26;
    private static final int LINE = 17;
    private static final int PAD = 14;
    private static final int GAP = 20;

    /** The longest message, in columns; less where other cells stand beside it. */
    private static final int MESSAGE = 64;

    private static final int MESSAGE_BESIDE_CELLS = 36;
    private static final int CELL = 50;

    private final Graph graph;
    private final Layout layout;
    private final List<SvgCaption> captions;
    private final List<Column> columns = new ArrayList<>();
    private final int text;
    private int right;

    /** @param lines what is in it, for each node the lines of its cell */
    private record Column(Head head, int x, int width, List<List<Text>> lines) {}

    SvgDrawing(Graph graph) {
        this.graph = graph;
        this.layout = Layout.of(graph.nodes());
        var more = graph.heads().size() > graph.captioned();
        this.captions = graph.nodes().stream()
                .map(node -> new SvgCaption(node, more ? MESSAGE_BESIDE_CELLS : MESSAGE))
                .toList();
        this.text = PAD + SvgShape.width(layout) + 8;
        var title = Columns.width(title()) * SvgCaption.COLUMN;
        right = text
                + captions.stream().mapToInt(SvgCaption::width).reduce(title, Math::max);
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

    private void column(Head head, List<Text> cells) {
        var lines =
                cells.stream().map(cell -> Columns.wrapped(cell, CELL)).toList();
        var width = lines.stream()
                .flatMap(List::stream)
                .mapToInt(Page::width)
                .reduce(Columns.width(head.title()), Math::max);
        columns.add(new Column(head, right + GAP, width * SvgCaption.COLUMN, lines));
        right += GAP + width * SvgCaption.COLUMN;
    }

    private String title() {
        return graph.captioned() == 0 ? "" : graph.heads().getFirst().title();
    }

    /** A document of its own. */
    String document(String name, List<Text> headings) {
        var lines = headings.stream()
                .flatMap(line -> Columns.wrapped(line, 100).stream())
                .toList();
        var top = PAD + (lines.isEmpty() ? 0 : lines.size() * LINE + 10);
        var width = lines.stream().mapToInt(line -> Page.width(line) * SvgCaption.COLUMN + PAD).reduce(right, Math::max)
                + PAD;
        var legend = legend();
        var end = bottom(top);
        var height = end + PAD + (legend.isEmpty() ? 0 : legend.size() * LINE + 6);
        var out = new StringBuilder(root(width, height, ""));
        out.append("<title>").append(Xml.text(name)).append("</title>\n");
        out.append("<desc>").append(Xml.text(description())).append("</desc>\n").append(SvgStyle.ELEMENT);
        out.append("<rect class=\"rs-page\" width=\"%d\" height=\"%d\"/>\n".formatted(width, height));
        for (var i = 0; i < lines.size(); i++) {
            out.append(words("rs-text", PAD, PAD + i * LINE + 12, lines.get(i)));
        }
        out.append(content(top, width));
        for (var i = 0; i < legend.size(); i++) {
            out.append(words("rs-small", PAD, end + 6 + i * LINE + 12, Text.of(legend.get(i))));
        }
        return out.append("</svg>\n").toString();
    }

    /** A part of a page that has its own colours behind it. */
    String inline(String name) {
        var width = right + PAD;
        return root(width, bottom(0), " role=\"group\" aria-label=\"" + Xml.text(name + ": " + description()) + "\"")
                + SvgStyle.ELEMENT + content(0, width) + "</svg>\n";
    }

    private static String root(int width, int height, String more) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"rs-graph\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" xml:space=\"preserve\"%s>\n"
                .formatted(width, height, width, height, more);
    }

    private String content(int top, int width) {
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
                out.append(cell(column, row, middles.get(row)));
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
                ? words("rs-faint", text, top + 12, Text.of(title()))
                        + columns.stream()
                                .map(column -> cell(column, Text.of(column.head().title()), top + 12, "rs-faint"))
                                .collect(Collectors.joining())
                : "";
    }

    private boolean titled() {
        return graph.heads().stream().anyMatch(head -> !head.title().isEmpty());
    }

    private static String cell(Column column, int row, int middle) {
        var lines = column.lines().get(row);
        var out = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            out.append(cell(column, lines.get(i), middle + 4 + i * LINE, "rs-text"));
        }
        return out.toString();
    }

    private static String cell(Column column, Text line, int y, String style) {
        return column.head().right()
                ? words(style + " rs-right", column.x() + column.width(), y, line)
                : words(style, column.x(), y, line);
    }

    private static String words(String style, int x, int y, Text line) {
        return line.plain().isBlank()
                ? ""
                : "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n"
                        .formatted(style, x, y, Xml.styled(line, "tspan", "rs-"));
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

    private int bottom(int top) {
        return tops(top).getLast() + 2;
    }

    private int height(int row) {
        var lines = columns.stream()
                .mapToInt(column -> column.lines().get(row).size())
                .max()
                .orElse(1);
        return ROW + (lines - 1) * LINE;
    }

    private List<String> legend() {
        var legend = new ArrayList<String>();
        if (has(Mark.ROW)) {
            legend.add("row: the version table says that the database is here");
        }
        if (has(Mark.SCHEMA)) {
            legend.add("schema: the tables, columns and indexes of the database are as this revision leaves them");
        }
        return legend;
    }

    private boolean has(Mark mark) {
        return graph.nodes().stream().anyMatch(node -> node.marks().contains(mark));
    }

    /** For who does not see it. */
    private String description() {
        var parts = new ArrayList<String>();
        parts.add("Revisions, the newest on top");
        for (var mark : List.of(Mark.HEAD, Mark.ROW, Mark.SCHEMA)) {
            var names = graph.nodes().stream()
                    .filter(node -> node.marks().contains(mark))
                    .map(node -> node.caption().name())
                    .collect(Collectors.joining(", "));
            parts.add(mark.word() + ": " + (names.isEmpty() ? "none" : names));
        }
        return String.join(". ", parts) + ".";
    }
}
