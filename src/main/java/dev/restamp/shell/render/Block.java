package dev.restamp.shell.render;

import java.util.List;

/** A part of a report. A format prints each kind in its own way. */
public sealed interface Block {
    /** One line; an empty text is an empty line. */
    record Line(Text text) implements Block {}

    /**
     * A line that ends in a note at the right edge, which moves to the next line where there is no room.
     *
     * @param note a finding's code, a server's answer
     */
    record Noted(Text text, String note) implements Block {}

    /** The title of what follows it. A report that begins with one of level 1 is titled so, and not after its command. */
    record Heading(int level, String text) implements Block {}

    /** Sentences, broken where there is no more room. */
    record Paragraph(Text text) implements Block {}

    /** Points, one below the other. */
    record Bullets(List<Text> points) implements Block {
        public Bullets {
            points = List.copyOf(points);
        }
    }

    /**
     * Lines to be copied, as they are.
     *
     * @param language what they are written in: {@code sql}, {@code sh}; empty for none
     */
    record Code(List<String> lines, String language) implements Block {
        public Code {
            lines = List.copyOf(lines);
        }
    }

    /** Values for a program, a tab between them. What they hold is escaped, so there is no other tab. */
    record Values(List<String> values) implements Block {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** Labels with their values, the values aligned. */
    record Fields(List<Field> fields) implements Block {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** @param note at the right, moved to the next line where there is no room */
    record Field(String label, Text value, String note) {}

    /** A table; a column is as wide as its widest cell. */
    record Grid(List<Head> heads, List<List<Text>> rows) implements Block {
        public Grid {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A column of a {@link Grid} or a {@link Graph}. */
    record Head(String title, boolean right) {
        public static Head left(String title) {
            return new Head(title, false);
        }

        public static Head right(String title) {
            return new Head(title, true);
        }
    }

    /**
     * Revisions, newest first, with their shape drawn on the left.
     *
     * @param heads of the cells of each node
     */
    record Graph(List<Head> heads, List<Node> nodes) implements Block {
        public Graph {
            heads = List.copyOf(heads);
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A revision in a {@link Graph}, or a run of them drawn as one.
     *
     * @param parents the ids below it
     * @param merge whether it is drawn as a merge point
     */
    record Node(String id, List<String> parents, boolean merge, List<Text> cells) {
        public Node {
            parents = List.copyOf(parents);
            cells = List.copyOf(cells);
        }
    }
}
