package dev.restamp.shell.render;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Texts fitted into a number of columns, each as wide as a letter; some signs take two of them, some none. */
final class Columns {
    private Columns() {}

    static int width(String text) {
        return Page.width(Text.of(text));
    }

    /** The text as it is shown, cut with an ellipsis where it is too wide. */
    static String cut(String text, int columns) {
        var shown = Escape.text(text);
        if (width(shown) <= columns) {
            return shown;
        }
        var cut = new StringBuilder();
        var room = columns - 1;
        for (var point : shown.codePoints().toArray()) {
            room -= WCWidth.wcwidth(point);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.toString().stripTrailing() + "…";
    }

    /** The text in lines, broken between words; a word that is too wide has a line of its own. */
    static List<Text> wrapped(Text text, int columns) {
        var lines = new ArrayList<Text>();
        var line = Text.EMPTY;
        for (var word : Page.words(text)) {
            var needed = Page.width(line) + width(word.plain().stripTrailing());
            if (needed > columns && !line.isEmpty()) {
                lines.add(line);
                line = Text.EMPTY;
            }
            line = line.and(word);
        }
        lines.add(line);
        return lines;
    }
}
