package dev.restamp.core.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Revisions in the words of Alembic's own output, character by character. Where Alembic prints a set in any order, here
 * it is sorted. A line may hold line breaks, for so may a message.
 */
public final class RevisionText {
    /** What Python's {@code splitlines} takes for the end of a line. */
    private static final Pattern LINE_END = Pattern.compile("\\R|[\\x1c-\\x1e]");

    private final RevisionGraph graph;

    private RevisionText(RevisionGraph graph) {
        this.graph = graph;
    }

    public static RevisionText of(RevisionGraph graph) {
        return new RevisionText(graph);
    }

    /** {@code 27c6a30d7c24 (shoppingcart) (head)}, as in {@code heads}. */
    public String head(Revision revision) {
        return revision.id() + labels(revision) + headMark(revision);
    }

    /** {@code 53fffde5ad5a (head) (mergepoint)}, as in {@code current}: never with a label. */
    public String current(Revision revision) {
        return revision.id() + headMark(revision) + treeMarks(revision);
    }

    /**
     * {@code 1975ea83b712 -> 27c6a30d7c24 (head), add shopping cart}, as in {@code history}.
     *
     * @param current whether it is a row of the database, as {@code history -i} marks it
     */
    public String history(Revision revision, boolean current) {
        var dependencies = revision.dependsOn().isEmpty() ? "" : " (" + commas(revision.dependsOn()) + ")";
        return "%s%s -> %s%s%s%s%s, %s"
                .formatted(
                        parents(revision),
                        dependencies,
                        revision.id(),
                        labels(revision),
                        headMark(revision),
                        current ? " (current)" : "",
                        treeMarks(revision),
                        revision.doc());
    }

    /**
     * A branch point and the revisions it branches into, as in {@code branches}; an empty line follows there.
     *
     * @param verbose whether the revisions have their message, as with {@code -v}; the branch point itself is then a
     *     {@link #block}
     */
    public List<String> branches(Revision branchPoint, boolean verbose) {
        var lines = new ArrayList<String>();
        if (verbose) {
            lines.addAll(block(branchPoint, false));
        } else {
            lines.add(branch(branchPoint));
        }
        var indent =
                " ".repeat(branchPoint.id().codePointCount(0, branchPoint.id().length()));
        for (var child : graph.revisionsOf(sortedChildren(branchPoint))) {
            lines.add(indent + " -> " + branch(child) + (verbose ? ", " + child.doc() : ""));
        }
        return lines;
    }

    /** The lines of {@code show} and of {@code -v}; the last one is empty. */
    public List<String> block(Revision revision, boolean current) {
        var lines = new ArrayList<String>();
        lines.add("Rev: %s%s%s%s"
                .formatted(
                        revision.id(),
                        graph.children(revision.id()).isEmpty() ? " (head)" : "",
                        treeMarks(revision),
                        current ? " (current)" : ""));
        lines.add((graph.isMergePoint(revision.id()) ? "Merges: " : "Parent: ") + parents(revision));
        if (!revision.dependsOn().isEmpty()) {
            lines.add("Also depends on: " + commas(revision.dependsOn()));
        }
        if (graph.isBranchPoint(revision.id())) {
            lines.add("Branches into: " + commas(sortedChildren(revision)));
        }
        if (!graph.labels(revision.id()).isEmpty()) {
            lines.add("Branch names: " + commas(graph.labels(revision.id())));
        }
        lines.add("Path: " + revision.source());
        lines.add("");
        lines.addAll(indented(revision.longDoc()));
        lines.add("");
        return lines;
    }

    private String branch(Revision revision) {
        return revision.id() + labels(revision) + headMark(revision) + treeMarks(revision);
    }

    private List<String> sortedChildren(Revision revision) {
        return graph.children(revision.id()).stream().sorted().toList();
    }

    private String labels(Revision revision) {
        var labels = graph.labels(revision.id());
        return labels.isEmpty() ? "" : " (" + commas(labels) + ")";
    }

    private String headMark(Revision revision) {
        if (graph.isHead(revision.id())) {
            return " (head)";
        }
        return graph.isEffectiveHead(revision.id()) ? " (effective head)" : "";
    }

    private String treeMarks(Revision revision) {
        return (graph.isBranchPoint(revision.id()) ? " (branchpoint)" : "")
                + (graph.isMergePoint(revision.id()) ? " (mergepoint)" : "");
    }

    private static String parents(Revision revision) {
        return revision.downRevisions().isEmpty() ? "<base>" : commas(revision.downRevisions());
    }

    private static List<String> indented(String text) {
        return text.isEmpty()
                ? List.of("")
                : LINE_END.splitAsStream(text).map(line -> "    " + line).toList();
    }

    private static String commas(Iterable<String> names) {
        return String.join(", ", names);
    }
}
