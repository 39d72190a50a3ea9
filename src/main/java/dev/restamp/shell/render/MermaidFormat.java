package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The graph for what draws Mermaid: the READMEs and tickets of GitHub and GitLab. */
final class MermaidFormat implements OutputFormat {
    private static final int MESSAGE = 48;

    /** What Mermaid draws unless its page says otherwise; a diagram cannot change it. */
    private static final int MOST_EDGES = 500;

    private static final int MOST_LETTERS = 50_000;

    @Override
    public String name() {
        return "mermaid";
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
        var ids = ids(nodes);
        var edges = nodes.stream().mapToInt(node -> node.parents().size()).sum();
        var diagram = "flowchart TB\n"
                + nodes.stream().map(node -> node(node, ids)).collect(Collectors.joining())
                + Pictures.absent(nodes).stream()
                        .map(id -> "  " + ids.get(id) + "[\"" + safe(id) + "\"]\n")
                        .collect(Collectors.joining())
                + nodes.stream().map(node -> edges(node, ids)).collect(Collectors.joining())
                + look(nodes, ids)
                + look("out", "fill:none,stroke:none", Pictures.absent(nodes), ids);
        return remarks(report, edges, diagram.length()) + diagram;
    }

    /** Names that Mermaid has no other meaning for. */
    private static Map<String, String> ids(List<Node> nodes) {
        var ids = new HashMap<String, String>();
        nodes.forEach(node -> ids.putIfAbsent(node.id(), "r" + ids.size()));
        Pictures.absent(nodes).forEach(id -> ids.putIfAbsent(id, "r" + ids.size()));
        return ids;
    }

    private static String remarks(Report report, int edges, int letters) {
        var remarks = new ArrayList<String>();
        Pictures.headings(report).forEach(line -> remarks.add(Escape.text(line.plain())));
        if (edges > MOST_EDGES || letters > MOST_LETTERS) {
            remarks.add(edges + " lines and " + letters + " letters are more than Mermaid draws by default ("
                    + MOST_EDGES + ", " + MOST_LETTERS + "): raise maxEdges and maxTextSize there, or take -o svg");
        }
        return remarks.stream()
                .map(line -> "%% " + line.replaceAll("[%{}]", " ") + "\n")
                .collect(Collectors.joining());
    }

    private static String node(Node node, Map<String, String> ids) {
        var label = Pictures.label(node, MESSAGE).stream()
                .map(MermaidFormat::safe)
                .collect(Collectors.joining("<br/>", "\"", "\""));
        var marks = node.marks();
        var shape = marks.contains(Mark.MERGE)
                ? "{{" + label + "}}"
                : marks.contains(Mark.RUN) ? "([" + label + "])" : "[" + label + "]";
        return "  " + ids.get(node.id()) + shape + "\n";
    }

    private static String edges(Node node, Map<String, String> ids) {
        return node.parents().stream()
                .map(parent -> "  " + ids.get(node.id()) + " --- " + ids.get(parent) + "\n")
                .collect(Collectors.joining());
    }

    private static String look(List<Node> nodes, Map<String, String> ids) {
        return look("head", "stroke-width:3px", node -> node.marks().contains(Mark.HEAD), nodes, ids)
                + look(
                        "row",
                        "fill:#ffedc2,stroke:#8a5a00,color:#1f2328",
                        node -> node.marks().contains(Mark.ROW) && !node.marks().contains(Mark.SCHEMA),
                        nodes,
                        ids)
                + look(
                        "schema",
                        "fill:#d5f2de,stroke:#17692c,color:#1f2328",
                        node -> node.marks().contains(Mark.SCHEMA),
                        nodes,
                        ids)
                + look("run", "stroke-dasharray:4 4", node -> node.marks().contains(Mark.RUN), nodes, ids);
    }

    private static String look(
            String name, String style, Predicate<Node> which, List<Node> nodes, Map<String, String> ids) {
        var those = nodes.stream().filter(which).map(Node::id).toList();
        return look(name, style, those, ids);
    }

    private static String look(String name, String style, List<String> nodes, Map<String, String> ids) {
        var those = nodes.stream().map(ids::get).collect(Collectors.joining(","));
        return those.isEmpty() ? "" : "  classDef " + name + " " + style + "\n  class " + those + " " + name + "\n";
    }

    /**
     * Each sign that might mean something as a number, so that no text is more than text. A formula between {@code $$} and an
     * icon such as {@code fa:fa-car} are even read from numbers: a blank keeps them text.
     */
    private static String safe(String text) {
        return Escape.text(text)
                .replace("$$", "$ $")
                .replace(":fa-", ": fa-")
                .codePoints()
                .mapToObj(point -> isPlain(point) ? Character.toString(point) : "#" + point + ";")
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int point) {
        return point > 0x7F || Character.isLetterOrDigit(point) || " ,.-_/()".indexOf(point) >= 0;
    }
}
