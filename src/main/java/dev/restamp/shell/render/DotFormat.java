package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.List;
import java.util.stream.Collectors;

/** The graph for Graphviz. */
final class DotFormat implements OutputFormat {
    private static final int MESSAGE = 48;

    @Override
    public String name() {
        return "dot";
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENT;
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        var nodes = Pictures.graph(report, this).nodes();
        var headings = Pictures.headings(report).stream().map(Text::plain).toList();
        return "digraph " + quoted("restamp " + envelope.command()) + " {\n"
                + "  graph [rankdir=TB, labelloc=t, labeljust=l, fontname=\"monospace\", label=" + lines(headings)
                + "];\n"
                + "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", fontname=\"monospace\","
                + " fontsize=11];\n"
                + "  edge [arrowhead=none];\n"
                + nodes.stream().map(DotFormat::node).collect(Collectors.joining())
                + Pictures.absent(nodes).stream().map(DotFormat::absent).collect(Collectors.joining())
                + nodes.stream().map(DotFormat::edges).collect(Collectors.joining())
                + "}\n";
    }

    private static String node(Node node) {
        return "  " + quoted(node.id()) + " [label=" + lines(Pictures.label(node, MESSAGE)) + look(node) + "];\n";
    }

    private static String look(Node node) {
        var marks = node.marks();
        var look = new StringBuilder();
        if (marks.contains(Mark.MERGE)) {
            look.append(", shape=hexagon, style=filled");
        }
        if (marks.contains(Mark.RUN)) {
            look.append(", style=\"rounded,dashed\"");
        }
        if (marks.contains(Mark.HEAD)) {
            look.append(", peripheries=2");
        }
        if (marks.contains(Mark.SCHEMA)) {
            look.append(", fillcolor=\"#d5f2de\", color=\"#17692c\", penwidth=2");
        } else if (marks.contains(Mark.ROW)) {
            look.append(", fillcolor=\"#ffedc2\", color=\"#8a5a00\", penwidth=2");
        }
        return look.toString();
    }

    private static String absent(String id) {
        return "  " + quoted(id) + " [label=" + lines(List.of(id)) + ", shape=plaintext, style=\"\"];\n";
    }

    private static String edges(Node node) {
        return node.parents().stream()
                .map(parent -> "  " + quoted(node.id()) + " -> " + quoted(parent) + ";\n")
                .collect(Collectors.joining());
    }

    /** Labels know escapes and entities as HTML does: here they stand for themselves. */
    private static String lines(List<String> lines) {
        return lines.stream()
                .map(Escape::text)
                .map(line -> line.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;"))
                .collect(Collectors.joining("\\n", "\"", "\""));
    }

    private static String quoted(String name) {
        return "\"" + Escape.text(name).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
