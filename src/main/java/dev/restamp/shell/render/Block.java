package dev.restamp.shell.render;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /** Text that flows: broken between words where there is no more room, all lines indented as the first is. */
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
     * @param captioned how many of the first cells say what the caption says, in the words of a terminal
     */
    record Graph(List<Head> heads, int captioned, List<Node> nodes) implements Block {
        public Graph {
            heads = List.copyOf(heads);
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A revision in a {@link Graph}, or a run of them drawn as one.
     *
     * @param parents the ids below it
     * @param caption what a picture writes beside it
     */
    record Node(String id, List<String> parents, Set<Mark> marks, Caption caption, List<Text> cells) {
        public Node {
            parents = List.copyOf(parents);
            marks = Collections.unmodifiableSet(new TreeSet<>(marks));
            cells = List.copyOf(cells);
        }
    }

    /**
     * A revision in a picture.
     *
     * @param name its id; of a run how many it stands for
     * @param labels those that it gives to its branch
     * @param message its first line, whole; empty for none
     * @param date a day; empty where it is not known
     */
    record Caption(String name, List<String> labels, String message, String date) {
        public Caption {
            labels = List.copyOf(labels);
        }

        public static Caption of(String name, String message) {
            return new Caption(name, List.of(), message, "");
        }
    }

    /** What distinguishes a {@link Node}, in the order in which it is said. */
    enum Mark {
        HEAD("head"),
        EFFECTIVE_HEAD("effective head"),
        /** The version table says that the database is here. */
        ROW("row"),
        /** The live schema says so. */
        SCHEMA("schema"),
        BRANCH("branchpoint"),
        MERGE("mergepoint"),
        /** Several revisions in which nothing happens. */
        RUN("");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        /** As pictures write it; empty where the shape is enough. */
        public String word() {
            return word;
        }
    }
}
