package dev.restamp.shell.render;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the formats have in common that draw a report's graph. */
public final class Pictures {
    private Pictures() {}

    /** @throws Problem with {@code Exit.USAGE} where the report has none */
    static Graph graph(Report report, OutputFormat format) {
        return report.blocks().stream()
                .filter(Graph.class::isInstance)
                .map(Graph.class::cast)
                .findFirst()
                .orElseThrow(() -> noGraph(format));
    }

    /** An answer that cannot be a picture. */
    public static Problem noGraph(OutputFormat format) {
        var option = " -o " + format.name();
        return new Problem(
                Exit.USAGE,
                format.name() + " draws a graph, and this answer has none",
                "history" + option + " and diagnose" + option + " draw one; not with -v, --plain, --restore or --help");
    }

    /** The lines before the graph: a verdict, what could not be asked. */
    static List<Text> headings(Report report) {
        var headings = new ArrayList<Text>();
        for (var block : report.blocks()) {
            switch (block) {
                case Block.Line(var text) -> headings.add(text);
                case Block.Paragraph(var text) -> headings.add(text);
                case Block.Noted(var text, var note) ->
                    headings.add(text.and("   ").and(note, Style.FAINT));
                case Block.Values _, Block.Fields _, Block.Grid _, Block.Heading _, Block.Bullets _, Block.Code _ -> {
                    // Not a line.
                }
                case Graph _ -> {
                    return headings.stream()
                            .filter(text -> !text.plain().isBlank())
                            .toList();
                }
            }
        }
        return List.of();
    }

    /** The parents that are not among the nodes, each once. */
    static List<String> absent(List<Node> nodes) {
        var ids = nodes.stream().map(Node::id).collect(Collectors.toSet());
        return nodes.stream()
                .flatMap(node -> node.parents().stream())
                .filter(parent -> !ids.contains(parent))
                .distinct()
                .toList();
    }

    /**
     * The lines of a label, as those drawings have it that have no columns.
     *
     * @param room for the message, in columns
     */
    static List<String> label(Node node, int room) {
        var caption = node.caption();
        var labels = caption.labels().isEmpty() ? "" : "(" + String.join(", ", caption.labels()) + ")";
        return Stream.of(caption.name(), labels, Columns.cut(caption.message(), room), String.join(", ", words(node)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What the marks of a node say in words. */
    private static List<String> words(Node node) {
        return node.marks().stream()
                .map(Mark::word)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
