package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Head;
import java.util.List;

/**
 * A column of texts in a picture.
 *
 * @param lines for each node the lines of its cell
 */
record SvgColumn(Head head, int x, int width, List<List<Text>> lines) {
    /** What is wider is wrapped. */
    private static final int WIDEST = 50;

    static SvgColumn of(Head head, int x, List<Text> cells) {
        var lines = cells.stream().map(cell -> Columns.wrapped(cell, WIDEST)).toList();
        var width = lines.stream()
                .flatMap(List::stream)
                .mapToInt(Page::width)
                .reduce(Columns.width(head.title()), Math::max);
        return new SvgColumn(head, x, width * SvgCaption.COLUMN, lines);
    }

    int right() {
        return x + width;
    }

    String title(int y) {
        return line(Text.of(head.title()), y, "rs-faint");
    }

    /** The cell of a node, its first line around {@code middle}. */
    String cell(int row, int middle) {
        var out = new StringBuilder();
        for (var i = 0; i < lines.get(row).size(); i++) {
            out.append(line(lines.get(row).get(i), middle + 4 + i * SvgDrawing.LINE, "rs-text"));
        }
        return out.toString();
    }

    private String line(Text line, int y, String style) {
        return head.right() ? words(style + " rs-right", right(), y, line) : words(style, x, y, line);
    }

    static String words(String style, int x, int y, Text line) {
        return line.plain().isBlank()
                ? ""
                : "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n"
                        .formatted(style, x, y, Xml.styled(line, "tspan", "rs-"));
    }
}
