package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.Text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A change of every text in a report. The names of members stay: they are ours. */
record Mapping(UnaryOperator<String> change) {
    Report of(Report report) {
        return new Report(
                report.exit(),
                report.blocks().stream().map(this::block).toList(),
                members(report.json()),
                report.next().stream()
                        .map(next -> new Next(on(next.command()), next.writes(), on(next.why())))
                        .toList(),
                report.records().stream().map(this::members).toList());
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Line(var text) -> new Block.Line(text(text));
            case Block.Noted(var text, var note) -> new Block.Noted(text(text), on(note));
            case Block.Heading(var level, var text) -> new Block.Heading(level, on(text));
            case Block.Paragraph(var text) -> new Block.Paragraph(text(text));
            case Block.Bullets(var points) -> new Block.Bullets(texts(points));
            case Block.Code(var lines, var language) ->
                new Block.Code(lines.stream().map(this::on).toList(), language);
            case Block.Values(var values) ->
                new Block.Values(values.stream().map(this::on).toList());
            case Block.Fields(var fields) ->
                new Block.Fields(fields.stream().map(this::field).toList());
            case Block.Grid(var heads, var rows) ->
                new Block.Grid(heads(heads), rows.stream().map(this::texts).toList());
            case Block.Graph(var heads, var captioned, var nodes) ->
                new Block.Graph(
                        heads(heads), captioned, nodes.stream().map(this::node).toList());
        };
    }

    private Field field(Field field) {
        return new Field(on(field.label()), text(field.value()), on(field.note()));
    }

    private List<Head> heads(List<Head> heads) {
        return heads.stream()
                .map(head -> new Head(on(head.title()), head.right()))
                .toList();
    }

    private Node node(Node node) {
        return new Node(
                on(node.id()),
                node.parents().stream().map(this::on).toList(),
                node.marks(),
                caption(node.caption()),
                texts(node.cells()));
    }

    private Caption caption(Caption caption) {
        return new Caption(
                on(caption.name()),
                caption.labels().stream().map(this::on).toList(),
                on(caption.message()),
                on(caption.date()));
    }

    private List<Text> texts(List<Text> texts) {
        return texts.stream().map(this::text).toList();
    }

    private Text text(Text text) {
        return new Text(text.spans().stream()
                .map(span -> new Span(on(span.text()), span.style()))
                .toList());
    }

    private Map<String, @Nullable Object> members(Map<String, @Nullable Object> members) {
        var changed = new LinkedHashMap<String, @Nullable Object>();
        members.forEach((name, value) -> changed.put(name, value(value)));
        return changed;
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> on(text);
            case List<?> list -> list.stream().map(this::value).toList();
            case Map<?, ?> map -> {
                var changed = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, element) -> changed.put(String.valueOf(name), value(element)));
                yield changed;
            }
            case null, default -> value;
        };
    }

    private String on(String text) {
        return change.apply(text);
    }
}
