package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Escape;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something in a script that is not as it must be.
 *
 * @param index of the character to blame, from 0
 * @param what one sentence without a full stop
 * @param hint what to write instead; empty where the sentence says it
 */
public record Mistake(SourceLine line, int index, String what, String hint) {
    private static final String INDENT = " ".repeat(8);

    /** A longer line is shown from shortly before the place. */
    private static final int ROOM = 88;

    private static final int BEFORE = 30;

    /** {@code x.restamp:13:7} */
    public String place() {
        return line.place(index);
    }

    /** What is wrong, the line, and a caret below the place. */
    List<Block> blocks() {
        var text = line.text().replace('\t', ' ');
        var at = Math.min(index, text.length());
        var cut = text.length() > ROOM && at > BEFORE ? at - BEFORE : 0;
        var shown = Escape.text(text.substring(cut));
        var room = Math.min(shown.length(), ROOM);
        return List.of(
                new Block.Noted(
                        Text.of(place(), Style.BAD).and(": " + what + (hint.isEmpty() ? "" : "; " + hint)),
                        "exit " + Exit.USAGE.code()),
                new Block.Line(Text.of(INDENT + shown.substring(0, room))),
                new Block.Line(Text.of(
                        INDENT + " ".repeat(Escape.text(text.substring(cut, at)).length()) + "^")));
    }

    Map<String, @Nullable Object> json() {
        return Json.object("place", place(), "file", line.file(), "line", line.number(), "what", what, "hint", hint);
    }
}
