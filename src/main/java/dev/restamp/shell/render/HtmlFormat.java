package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import java.util.List;
import java.util.stream.Collectors;

/** For a ticket or a mail: one page that needs no network and runs nothing. */
final class HtmlFormat implements OutputFormat {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width"/>
            <style>
            :root { color-scheme: light dark }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 72em; margin: 2em auto; padding: 0 1em }
            pre, code, td { font-family: ui-monospace, monospace; font-size: 13px }
            pre { white-space: pre-wrap; margin: 0.5em 0; line-height: 1.35 }
            table { border-collapse: collapse; margin: 0.5em 0 }
            th, td { text-align: left; vertical-align: top; padding: 0.15em 1em 0.15em 0 }
            .graph { overflow-x: auto; margin: 0.5em 0 }
            .graph svg { max-width: 100%; min-width: 50em; height: auto }
            .code { padding: 0.1em 1em; background: light-dark(#f3f3f3, #2a2a2a); border-radius: 4px }
            .right { text-align: right }
            .strong { font-weight: bold }
            .good { color: light-dark(#17692c, #6fcf8a) }
            .bad { color: light-dark(#b3181f, #ff8a8a) }
            .warn { color: light-dark(#8a5a00, #f0c060) }
            .faint, th, footer { color: light-dark(#5c5c5c, #a8a8a8) }
            </style>
            </head>
            <body>
            """;

    @Override
    public String name() {
        return "html";
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENT;
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        var body = report.blocks().stream().map(block -> block(block, envelope)).collect(Collectors.joining());
        // Lines that follow each other are one piece of text.
        var joined = body.replace("</pre>\n<pre>", "\n");
        var own = report.title();
        var title = own.map(HtmlFormat::text).orElseGet(() -> "restamp " + text(envelope.command()));
        return HEAD.replace("<style>", "<title>" + title + "</title>\n<style>")
                + (own.isPresent() ? "" : "<h1>" + title + "</h1>\n")
                + joined
                + next(report.next())
                + (own.isPresent() ? "" : footer(report, envelope))
                + "</body>\n</html>\n";
    }

    private static String footer(Report report, Envelope envelope) {
        return "<footer>exit " + report.exit().code() + ", " + text(envelope.at()) + ", restamp "
                + text(envelope.tool()) + "</footer>\n";
    }

    private static String block(Block block, Envelope envelope) {
        return switch (block) {
            case Block.Line(var line) -> pre(styled(line));
            case Block.Noted(var line, var note) -> pre(styled(line.and("   " + note, Style.FAINT)));
            case Block.Heading(var level, var text) -> "<h" + level + ">" + text(text) + "</h" + level + ">\n";
            case Block.Paragraph(var text) -> "<p>" + styled(text) + "</p>\n";
            case Block.Bullets(var points) ->
                points.stream()
                        .map(point -> "<li>" + styled(point) + "</li>\n")
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
            case Block.Code(var lines, var _) ->
                "<div class=\"code\">"
                        + pre(lines.stream().map(HtmlFormat::text).collect(Collectors.joining("\n")))
                        + "</div>\n";
            case Block.Values(var values) -> pre(text(String.join("   ", values)));
            case Block.Fields(var fields) ->
                table(
                        List.of(Head.left(""), Head.left(""), Head.left("")),
                        fields.stream().map(HtmlFormat::cells).toList());
            case Grid(var heads, var rows) -> table(heads, rows);
            case Graph graph ->
                "<div class=\"graph\">\n" + new SvgPicture(graph).inline("restamp " + envelope.command()) + "</div>\n";
        };
    }

    private static List<Text> cells(Field field) {
        return List.of(Text.of(field.label(), Style.FAINT), field.value(), Text.of(field.note(), Style.FAINT));
    }

    private static String pre(String html) {
        return "<pre>" + html + "</pre>\n";
    }

    private static String table(List<Head> heads, List<List<Text>> rows) {
        var titles = heads.stream().allMatch(head -> head.title().isEmpty())
                ? ""
                : heads.stream()
                        .map(head -> "<th" + side(head) + ">" + text(head.title()) + "</th>")
                        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
        return rows.stream()
                .map(row -> row(heads, row))
                .collect(Collectors.joining("", "<table>\n" + titles, "</table>\n"));
    }

    private static String row(List<Head> heads, List<Text> cells) {
        var row = new StringBuilder("<tr>");
        for (var i = 0; i < cells.size(); i++) {
            row.append("<td").append(side(heads.get(i))).append('>');
            row.append(styled(cells.get(i))).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private static String side(Head head) {
        return head.right() ? " class=\"right\"" : "";
    }

    private static String next(List<Next> next) {
        return next.isEmpty()
                ? ""
                : next.stream()
                        .map(one -> "<li><code>" + text(one.command()) + "</code> " + text(one.why()) + "</li>\n")
                        .collect(Collectors.joining("", "<h2>next</h2>\n<ol>\n", "</ol>\n"));
    }

    private static String styled(Text text) {
        return Xml.styled(text, "span", "");
    }

    private static String text(String text) {
        return Xml.text(text);
    }
}
