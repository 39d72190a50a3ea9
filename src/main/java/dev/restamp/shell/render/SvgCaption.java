package dev.restamp.shell.render;

import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands beside a node of a picture: its name, what it is in small frames, its message. */
final class SvgCaption {
    /** What a letter takes, in pixels: no usual monospaced font is wider at 13 and at 11 pixels. */
    static final int COLUMN = 8;

    private static final int SMALL_COLUMN = 7;
    private static final int GAP = 8;
    private static final int FRAME = 17;

    private final List<Piece> pieces = new ArrayList<>();
    private int width;

    /** @param full what it says where it is cut; empty where it is not */
    private record Piece(String shown, String full, String style, boolean framed, int x, int width) {}

    /** @param room for the message, in columns */
    SvgCaption(Node node, int room) {
        var caption = node.caption();
        add(Escape.text(caption.name()), "", node.marks().contains(Mark.RUN) ? "rs-faint" : "rs-strong");
        for (var mark : node.marks()) {
            if (!mark.word().isEmpty()) {
                frame(mark.word(), style(mark));
            }
        }
        caption.labels().forEach(label -> frame(Escape.text(label), "rs-label"));
        if (!caption.message().isEmpty()) {
            var shown = Columns.cut(caption.message(), room);
            var whole = Escape.text(caption.message());
            add(shown, shown.equals(whole) ? "" : whole, node.marks().contains(Mark.RUN) ? "rs-faint" : "rs-text");
        }
    }

    int width() {
        return width;
    }

    private static String style(Mark mark) {
        return switch (mark) {
            case HEAD, EFFECTIVE_HEAD -> "rs-head";
            case ROW, SCHEMA -> "rs-" + mark.name().toLowerCase(Locale.ROOT);
            case BRANCH, MERGE, RUN -> "rs-point";
        };
    }

    private void add(String shown, String full, String style) {
        put(shown, full, style, false, Columns.width(shown) * COLUMN);
    }

    private void frame(String shown, String style) {
        put(shown, "", style, true, Columns.width(shown) * SMALL_COLUMN + 14);
    }

    private void put(String shown, String full, String style, boolean framed, int wide) {
        var x = pieces.isEmpty() ? 0 : width + GAP;
        pieces.add(new Piece(shown, full, style, framed, x, wide));
        width = x + wide;
    }

    /** The caption from {@code left} on, around the line at {@code middle}. */
    String draw(int left, int middle) {
        var drawn = new StringBuilder();
        for (var piece : pieces) {
            var x = left + piece.x();
            drawn.append(piece.framed() ? framed(piece, x, middle) : plain(piece, x, middle));
        }
        return drawn.toString();
    }

    private static String plain(Piece piece, int x, int middle) {
        var full = piece.full().isEmpty() ? "" : "<title>" + Xml.escaped(piece.full()) + "</title>";
        return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s%s</text>\n"
                .formatted(piece.style(), x, middle + 4, full, Xml.escaped(piece.shown()));
    }

    private static String framed(Piece piece, int x, int middle) {
        return "<g class=\"rs-tag %s\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>"
                        .formatted(piece.style(), x, middle - FRAME / 2, piece.width(), FRAME)
                + "<text x=\"%d\" y=\"%d\">%s</text></g>\n"
                        .formatted(x + piece.width() / 2, middle + 4, Xml.escaped(piece.shown()));
    }
}
