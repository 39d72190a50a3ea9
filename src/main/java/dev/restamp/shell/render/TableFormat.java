package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** For people: aligned columns, the graph drawn, the next commands numbered. */
final class TableFormat implements OutputFormat {
    @Override
    public String name() {
        return "table";
    }

    @Override
    public Kind kind() {
        return Kind.SCREEN;
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        var page = new Page(canvas);
        report.blocks().forEach(block -> print(block, page));
        next(report.next(), page);
        return page.text();
    }

    private static void print(Block block, Page page) {
        switch (block) {
            case Block.Line(var text) -> page.line(text);
            case Block.Paragraph(var text) -> page.paragraph(text);
            case Block.Noted(var text, var note) -> page.noted(text, note, below(text));
            case Block.Heading(var _, var text) -> heading(text, page);
            case Block.Bullets(var points) ->
                points.forEach(point -> page.noted(Text.of("  - ").and(point), "", 4));
            case Block.Code(var lines, var _) -> lines.forEach(line -> page.line(Text.of("    " + line)));
            case Block.Values(var values) -> page.values(values);
            case Block.Fields(var fields) -> fields(fields, page);
            case Grid grid -> grid(grid, page);
            case Graph graph -> graph(graph, page);
        }
    }

    private static void heading(String text, Page page) {
        if (!page.isEmpty()) {
            page.line(Text.EMPTY);
        }
        page.noted(Text.of(text, Style.STRONG), "", 0);
    }

    /** Where a note stands that has no room beside its text: deeper than the text. */
    private static int below(Text text) {
        var plain = text.plain();
        return plain.length() - plain.stripLeading().length() + (plain.startsWith(" ") ? 7 : 2);
    }

    private static void fields(List<Field> fields, Page page) {
        var width =
                fields.stream().mapToInt(field -> field.label().length()).max().orElse(0);
        for (var field : fields) {
            var label = "  " + field.label() + " ".repeat(width - field.label().length() + 2);
            page.noted(Text.of(label).and(field.value()), field.note(), width + 4);
        }
    }

    private static void grid(Grid grid, Page page) {
        var rows = new ArrayList<List<Text>>();
        if (grid.heads().stream().anyMatch(head -> !head.title().isEmpty())) {
            rows.add(grid.heads().stream()
                    .map(head -> Text.of(head.title(), Style.FAINT))
                    .toList());
        }
        rows.addAll(grid.rows());
        var widths = widths(grid.heads().size(), rows);
        rows.forEach(row -> row("  ", "  ", grid.heads(), row, widths, page));
    }

    private static void graph(Graph graph, Page page) {
        var lanes = new Lanes();
        var drawn = graph.nodes().stream().map(node -> lanes.step(node).rows()).toList();
        var shape = drawn.stream()
                .flatMap(List::stream)
                .mapToInt(row -> row.shape().length())
                .max()
                .orElse(0);
        var cells = graph.nodes().stream().map(Block.Node::cells).toList();
        var widths = widths(graph.heads().size(), cells, graph.heads());
        if (graph.heads().stream().anyMatch(head -> !head.title().isEmpty())) {
            var titles = graph.heads().stream()
                    .map(head -> Text.of(head.title(), Style.FAINT))
                    .toList();
            row(" ".repeat(shape + 2), " ".repeat(shape + 2), graph.heads(), titles, widths, page);
        }
        for (var i = 0; i < drawn.size(); i++) {
            for (var row : drawn.get(i)) {
                if (row.node()) {
                    row(
                            padded(row.shape(), shape),
                            padded(row.below(), shape),
                            graph.heads(),
                            cells.get(i),
                            widths,
                            page);
                } else {
                    page.line(Text.of(row.shape()));
                }
            }
        }
    }

    private static String padded(String shape, int width) {
        return shape + " ".repeat(width + 2 - shape.length());
    }

    /**
     * The last cell moves to a line of its own where there is no room for it: ids are never cut.
     *
     * @param left what stands before the cells, {@code below} what stands there in further lines; both equally wide
     */
    private static void row(String left, String below, List<Head> heads, List<Text> cells, int[] widths, Page page) {
        var line = Text.of(left);
        for (var i = 0; i < cells.size() - 1; i++) {
            var space = space(cells.get(i), widths[i]);
            line = heads.get(i).right()
                    ? line.and(space).and(cells.get(i))
                    : line.and(cells.get(i)).and(space);
            line = line.and("  ");
        }
        var last = cells.size() - 1;
        var cell = heads.get(last).right()
                ? Text.of(space(cells.get(last), widths[last])).and(cells.get(last))
                : cells.get(last);
        page.tabbed(line, Page.width(line), cell, below + "  ");
    }

    private static String space(Text cell, int width) {
        return " ".repeat(Math.max(0, width - Page.width(cell)));
    }

    private static int[] widths(int columns, List<List<Text>> rows) {
        return IntStream.range(0, columns)
                .map(i -> rows.stream()
                        .mapToInt(row -> Page.width(row.get(i)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static int[] widths(int columns, List<List<Text>> rows, List<Head> heads) {
        var all = new ArrayList<>(rows);
        all.add(heads.stream().map(head -> Text.of(head.title())).toList());
        return widths(columns, all);
    }

    private static void next(List<Next> next, Page page) {
        if (next.isEmpty()) {
            return;
        }
        var commands = next.stream().map(one -> Text.of(one.command())).toList();
        var column = commands.stream().mapToInt(Page::width).max().orElse(0) + 8;
        page.line(Text.EMPTY);
        page.line(Text.of("next", Style.FAINT));
        for (var i = 0; i < next.size(); i++) {
            var command = Text.of("  " + (i + 1) + "  ").and(commands.get(i));
            page.tabbed(command, column, Text.of(next.get(i).why(), Style.FAINT), "       ");
        }
    }
}
