package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** For a ticket: Markdown as GitHub and GitLab show it. Nothing in a text can become markup. */
final class MarkdownFormat implements OutputFormat {
    /** What Markdown, or a ticket system, gives a meaning; a backslash takes it away from any sign of ASCII. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>#|~&$@]|:(?=//)|(?<=www)\\.");

    /** What makes a list or a heading of a line: {@code - }, {@code + }, {@code 1. }, {@code ===}. */
    private static final Pattern START = Pattern.compile("^(\\d*)([-+=.)])");

    private static final TableFormat DRAWN = new TableFormat();

    @Override
    public String name() {
        return "md";
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENT;
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        var parts = new ArrayList<String>();
        if (report.title().isEmpty()) {
            parts.add("## restamp " + text(envelope.command()) + "\n");
        }
        var lines = new ArrayList<String>();
        for (var block : report.blocks()) {
            switch (block) {
                case Block.Line(var line) -> line(line.plain(), parts, lines);
                case Block.Noted(var line, var note) -> line(line.plain() + "   " + note, parts, lines);
                case Block.Values(var values) -> line(String.join("   ", values), parts, lines);
                default -> {
                    paragraph(parts, lines);
                    parts.add(block(block, envelope, canvas));
                }
            }
        }
        paragraph(parts, lines);
        if (!report.next().isEmpty()) {
            parts.add("**next**\n\n"
                    + report.next().stream().map(MarkdownFormat::next).collect(Collectors.joining()));
        }
        if (report.title().isEmpty()) {
            parts.add("exit " + report.exit().code() + ", " + text(envelope.at()) + ", restamp " + text(envelope.tool())
                    + "\n");
        }
        return String.join("\n", parts);
    }

    /** Lines that follow each other stay lines of one paragraph. */
    private static void line(String plain, List<String> parts, List<String> lines) {
        if (plain.isBlank()) {
            paragraph(parts, lines);
        } else {
            lines.add(text(plain.strip()));
        }
    }

    private static void paragraph(List<String> parts, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add(String.join("\\\n", lines) + "\n");
            lines.clear();
        }
    }

    private static String block(Block block, Envelope envelope, Canvas canvas) {
        return switch (block) {
            case Block.Fields(var fields) ->
                table(
                        List.of(Head.left(""), Head.left(""), Head.left("")),
                        fields.stream().map(MarkdownFormat::cells).toList());
            case Block.Heading(var level, var text) -> "#".repeat(level) + " " + text(text.strip()) + "\n";
            case Block.Paragraph(var text) -> marked(text) + "\n";
            case Block.Bullets(var points) ->
                points.stream().map(point -> "- " + marked(point) + "\n").collect(Collectors.joining());
            case Block.Code(var lines, var language) -> fenced(lines, language);
            case Grid(var heads, var rows) -> table(heads, rows);
            case Graph graph -> drawing(graph, envelope, canvas);
            case Block.Line _, Block.Noted _, Block.Values _ -> "";
        };
    }

    private static List<Text> cells(Field field) {
        return List.of(Text.of(field.label()), field.value(), Text.of(field.note()));
    }

    private static String table(List<Head> heads, List<List<Text>> rows) {
        var titles = row(heads.stream().map(head -> Text.of(head.title())).toList());
        var rule = heads.stream()
                .map(head -> head.right() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        return rows.stream().map(MarkdownFormat::row).collect(Collectors.joining("", titles + rule, ""));
    }

    private static String row(List<Text> cells) {
        return cells.stream().map(cell -> text(cell.plain().strip())).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** As on the screen, indented: what is indented so is code, whatever it holds, and no fence can be closed from within. */
    private static String drawing(Graph graph, Envelope envelope, Canvas canvas) {
        var drawn = DRAWN.print(Report.of(List.of(graph)), envelope, canvas.withoutColour());
        return drawn.lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    /** What is strong is so here too. */
    private static String marked(Text text) {
        return text.spans().stream()
                .map(span -> span.style() == Style.STRONG ? "**" + text(span.text()) + "**" : text(span.text()))
                .collect(Collectors.joining())
                .strip();
    }

    /** Between fences, longer than any that the lines hold. */
    private static String fenced(List<String> lines, String language) {
        var text = lines.stream().map(line -> Escape.text(line) + "\n").collect(Collectors.joining());
        var fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + text + fence + "\n";
    }

    private static String next(Next next) {
        return "- " + code(next.command()) + (next.why().isEmpty() ? "" : " " + text(next.why())) + "\n";
    }

    /** Between backticks, one more than the text has in a row. */
    private static String code(String text) {
        var shown = Escape.text(text);
        var fence = "`";
        while (shown.contains(fence)) {
            fence += "`";
        }
        return fence + " " + shown + " " + fence;
    }

    private static String text(String text) {
        var safe = MARKUP.matcher(Escape.text(text)).replaceAll("\\\\$0");
        return START.matcher(safe).replaceFirst("$1\\\\$2");
    }
}
