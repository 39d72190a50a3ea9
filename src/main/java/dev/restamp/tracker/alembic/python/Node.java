package dev.restamp.tracker.alembic.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;

/**
 * A node of the concrete syntax tree. Each question to the native tree costs microseconds, as much as parsing a line:
 * answers that are asked for twice are kept, and what the text tells is taken from the text.
 */
final class Node {
    private final TSNode node;
    private final PythonSource source;
    private final String type;
    private final Place at;

    Node(TSNode node, PythonSource source) {
        this.node = node;
        this.source = source;
        this.type = node.getType();
        this.at = source.place(node.getStartByte(), node.getEndByte());
    }

    String type() {
        return type;
    }

    Place at() {
        return at;
    }

    String text() {
        return at.text();
    }

    /** The named children, without comments. */
    List<Node> children() {
        var children = new ArrayList<Node>();
        var count = node.getNamedChildCount();
        for (var i = 0; i < count; i++) {
            var child = new Node(node.getNamedChild(i), source);
            if (!child.type.equals("comment") && !child.type.equals("line_continuation")) {
                children.add(child);
            }
        }
        return children;
    }

    /** The child that stands first, as the grammar guarantees one. */
    Node first() {
        return children().getFirst();
    }

    Optional<Node> field(String name) {
        var child = node.getChildByFieldName(name);
        return child.isNull() ? Optional.empty() : Optional.of(new Node(child, source));
    }

    /** A child that the grammar guarantees. */
    Node need(String name) {
        return field(name).orElseThrow(() -> new IllegalStateException(type + " without " + name));
    }

    /** The words or signs between this node and the next: an operator, with single blanks and without comments. */
    String upTo(Node next) {
        var between = source.text().substring(at.end(), next.at.start());
        return between.replaceAll("#[^\\n]*|\\\\\\n", " ").strip().replaceAll("\\s+", " ");
    }

    boolean hasError() {
        return node.hasError();
    }

    /** The first stretch below this that the grammar could not read. */
    Optional<Place> firstError() {
        if (!node.hasError()) {
            return Optional.empty();
        }
        var count = node.getChildCount();
        for (var i = 0; i < count; i++) {
            var child = node.getChild(i);
            if (child.hasError()) {
                var inner = new Node(child, source);
                return child.isError() || child.isMissing() ? Optional.of(inner.at) : inner.firstError();
            }
        }
        return Optional.of(at);
    }
}
