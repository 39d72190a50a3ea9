package dev.restamp.shell.render;

import static dev.restamp.shell.render.SvgDrawing.LINE;
import static dev.restamp.shell.render.SvgDrawing.PAD;

import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drawing of a graph with what a picture needs around it. */
final class SvgPicture {
    private static final int HEADING = 100;

    private final Graph graph;
    private final SvgDrawing drawing;

    SvgPicture(Graph graph) {
        this.graph = graph;
        this.drawing = new SvgDrawing(graph);
    }

    /** A document of its own: headings above the graph, below it what its words mean. */
    String document(String name, List<Text> headings) {
        var above = headings.stream()
                .flatMap(line -> Columns.wrapped(line, HEADING).stream())
                .toList();
        var below = legend();
        var top = PAD + (above.isEmpty() ? 0 : above.size() * LINE + 10);
        var end = drawing.bottom(top);
        var width = Stream.concat(above.stream(), below.stream())
                .mapToInt(line -> Page.width(line) * SvgCaption.COLUMN + 2 * PAD)
                .reduce(drawing.width(), Math::max);
        var height = end + PAD + (below.isEmpty() ? 0 : below.size() * LINE + 6);
        return root(width, height, "")
                + "<title>" + Xml.text(name) + "</title>\n<desc>" + Xml.text(description()) + "</desc>\n"
                + SvgStyle.ELEMENT
                + "<rect class=\"rs-page\" width=\"%d\" height=\"%d\"/>\n".formatted(width, height)
                + lines("rs-text", PAD + 12, above)
                + drawing.content(top, width)
                + lines("rs-small", end + 18, below)
                + "</svg>\n";
    }

    /** A part of a page that has its own colours behind it. */
    String inline(String name) {
        var label = " role=\"group\" aria-label=\"" + Xml.text(name + ": " + description()) + "\"";
        return root(drawing.width(), drawing.bottom(0), label)
                + SvgStyle.ELEMENT
                + drawing.content(0, drawing.width())
                + "</svg>\n";
    }

    private static String root(int width, int height, String more) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="rs-graph" width="%d" height="%d" viewBox="0 0 %d %d" \
                xml:space="preserve"%s>
                """.formatted(width, height, width, height, more);
    }

    private static String lines(String style, int y, List<Text> lines) {
        var out = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            out.append(SvgColumn.words(style, PAD, y + i * LINE, lines.get(i)));
        }
        return out.toString();
    }

    private List<Text> legend() {
        var legend = new ArrayList<Text>();
        if (has(Mark.ROW)) {
            legend.add(Text.of("row: the version table says that the database is here"));
        }
        if (has(Mark.SCHEMA)) {
            legend.add(Text.of("schema: the live schema is as this revision leaves it"));
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
