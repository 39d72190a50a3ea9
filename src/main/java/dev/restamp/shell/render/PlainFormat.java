package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For grep and cut: no drawing, no alignment, nothing wrapped; a tab between cells. What may be typed next is left out. */
final class PlainFormat implements OutputFormat {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Kind kind() {
        return Kind.SCREEN;
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        return report.blocks().stream()
                .flatMap(PlainFormat::lines)
                .map(cells -> line(cells) + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<List<String>> lines(Block block) {
        return switch (block) {
            case Block.Line(var text) -> Stream.of(List.of(text.plain()));
            case Block.Noted(var text, var note) -> Stream.of(List.of(text.plain(), note));
            case Block.Heading(var _, var text) -> Stream.of(List.of(text));
            case Block.Paragraph(var text) -> Stream.of(List.of(text.plain()));
            case Block.Bullets(var points) -> points.stream().map(point -> List.of(point.plain()));
            case Block.Code(var lines, var _) -> lines.stream().map(List::of);
            case Block.Values(var values) -> Stream.of(values);
            case Block.Fields(var fields) ->
                fields.stream()
                        .map(field -> List.of(field.label(), field.value().plain(), field.note()));
            case Grid(var heads, var rows) ->
                Stream.concat(titles(heads), rows.stream().map(PlainFormat::cells));
            case Graph(var heads, var _, var nodes) ->
                Stream.concat(titles(heads), nodes.stream().map(node -> cells(node.cells())));
        };
    }

    private static Stream<List<String>> titles(List<Head> heads) {
        return heads.stream().allMatch(head -> head.title().isEmpty())
                ? Stream.empty()
                : Stream.of(heads.stream().map(Head::title).toList());
    }

    private static List<String> cells(List<Text> cells) {
        return cells.stream().map(Text::plain).toList();
    }

    /** Empty cells at the end are no news. */
    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> Escape.text(cell).strip())
                .collect(Collectors.joining("\t"))
                .stripTrailing();
    }
}
