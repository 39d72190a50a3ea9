package dev.restamp.shell.script;

import dev.restamp.shell.render.Escape;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes as the lines of a script. What a reader of the script would not see must not be in it. */
final class ScriptText {
    private static final int LONGEST = 4000;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ScriptText() {}

    /** @param mistakes gets the lines that are left out, and why */
    static List<SourceLine> lines(String file, byte[] bytes, List<Mistake> mistakes) {
        var lines = new ArrayList<SourceLine>();
        var start = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3) ? 3 : 0;
        var number = 1;
        for (var end = start; start <= bytes.length; end++) {
            if (end == bytes.length || bytes[end] == '\n') {
                try {
                    lines.add(line(file, number, Arrays.copyOfRange(bytes, start, end)));
                } catch (MistakeException wrong) {
                    mistakes.add(wrong.mistake());
                }
                start = end + 1;
                number++;
            }
        }
        return lines;
    }

    private static SourceLine line(String file, int number, byte[] bytes) {
        var text = decode(file, number, bytes).replaceFirst("\r$", "");
        var line = new SourceLine(file, number, text);
        if (text.length() > LONGEST) {
            throw line.wrong(LONGEST, "this line is longer than " + LONGEST + " characters", "break it up");
        }
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var sign = Character.toString(text.codePointAt(i));
            if (!sign.equals("\t") && !Escape.text(sign).equals(sign)) {
                throw line.wrong(i, "here is " + Escape.text(sign) + ", which nobody sees", "take it out");
            }
        }
        return line;
    }

    private static String decode(String file, int number, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            var readable = new SourceLine(file, number, new String(bytes, StandardCharsets.ISO_8859_1));
            throw readable.wrong(0, "this line is not UTF-8", "save the file as UTF-8");
        }
    }
}
