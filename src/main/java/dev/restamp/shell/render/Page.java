package dev.restamp.shell.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.WCWidth;

/** Lines as they are put on a {@link Canvas}: escaped, coloured where that may be, never wider than they must be. */
final class Page {
    private static final Pattern AFTER_BLANK = Pattern.compile("(?<= )(?=[^ ])");

    /** Longer lines tire the eye. */
    private static final int READABLE = 88;

    private final Canvas canvas;
    private final StringBuilder out = new StringBuilder();

    Page(Canvas canvas) {
        this.canvas = canvas;
    }

    /** How many columns the text takes. */
    static int width(Text text) {
        return Escape.text(text.plain()).codePoints().map(WCWidth::wcwidth).sum();
    }

    void line(Text text) {
        var line = canvas.colour() ? coloured(text) : Escape.text(text.plain());
        out.append(canvas.glyphs(line).stripTrailing()).append('\n');
    }

    /** Escaped and nothing else: neither colour nor width concern a program. */
    void values(List<String> values) {
        out.append(String.join("\t", values.stream().map(Escape::text).toList()))
                .append('\n');
    }

    /** No wider than can be read well; every line is indented as the first one is. */
    void paragraph(Text text) {
        var plain = text.plain();
        var hang = plain.substring(0, plain.length() - plain.stripLeading().length());
        wrapped(text, hang, Math.min(canvas.width(), READABLE));
    }

    /** A text with a note at the right edge, or below at {@code indent} where there is no room. */
    void noted(Text text, String note, int indent) {
        var hang = " ".repeat(indent);
        var room = canvas.width() - width(text) - width(Text.of(note));
        if (note.isEmpty() || width(text) > canvas.width()) {
            wrapped(note.isEmpty() ? text : text.and("  ").and(note, Style.FAINT), hang);
        } else if (room >= 2) {
            line(text.and(" ".repeat(room)).and(note, Style.FAINT));
        } else {
            line(text);
            wrapped(Text.of(hang).and(note, Style.FAINT), hang);
        }
    }

    /** A text followed by another that starts at {@code column}, or below behind {@code hang} where there is no room. */
    void tabbed(Text text, int column, Text more, String hang) {
        if (column + width(more) <= canvas.width() || more.isEmpty()) {
            var gap = Math.max(0, column - width(text));
            line(text.and(" ".repeat(gap)).and(more));
        } else {
            line(text);
            wrapped(Text.of(hang).and(more), hang);
        }
    }

    /** A text broken between words where it is too wide; what follows starts behind {@code hang}. */
    private void wrapped(Text text, String hang) {
        wrapped(text, hang, canvas.width());
    }

    private void wrapped(Text text, String hang, int width) {
        var line = Text.EMPTY;
        for (var word : words(text)) {
            var needed = width(line) + width(Text.of(word.plain().stripTrailing()));
            if (needed > width && width(line) > hang.length()) {
                line(line);
                line = Text.of(hang);
            }
            line = line.and(word);
        }
        line(line);
    }

    /** Each word with the blanks behind it; a change of style does not end a word. */
    static List<Text> words(Text text) {
        var words = new ArrayList<Text>();
        var open = false;
        for (var span : text.spans()) {
            for (var piece : AFTER_BLANK.split(span.text(), -1)) {
                var start = open ? words.removeLast() : Text.EMPTY;
                words.add(start.and(piece, span.style()));
                open = !piece.endsWith(" ");
            }
        }
        return words;
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    String text() {
        return out.toString();
    }

    private static String coloured(Text text) {
        var line = new AttributedStringBuilder();
        text.spans().forEach(span -> line.append(new AttributedString(Escape.text(span.text()), style(span.style()))));
        return line.toAnsi();
    }

    private static AttributedStyle style(Style style) {
        return switch (style) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case STRONG -> AttributedStyle.BOLD;
            case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case BAD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
            case WARN -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
            case FAINT -> AttributedStyle.DEFAULT.faint();
        };
    }
}
