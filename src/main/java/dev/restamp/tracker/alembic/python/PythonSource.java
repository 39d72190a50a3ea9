package dev.restamp.tracker.alembic.python;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of one Python file, its line ends made {@code \n} as Python does before it reads a literal. */
public final class PythonSource {
    /** After PEP 263: a comment on the first or second line. */
    private static final Pattern COOKIE =
            Pattern.compile("\\A(?:[ \\t\\f]*(?:#.*)?\\n)?[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");

    private final String text;
    private final int[] lineStarts;

    private PythonSource(String text) {
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        this.lineStarts = lineStarts(this.text);
    }

    public static PythonSource of(String text) {
        return new PythonSource(text);
    }

    /**
     * Decodes a file as Python does: UTF-8, with or without a byte order mark, unless a coding cookie names another.
     *
     * @throws CharacterCodingException if the bytes are not in that encoding
     * @throws UnsupportedCharsetException if the cookie names an encoding that Java does not know
     */
    public static PythonSource decode(byte[] bytes) throws CharacterCodingException {
        if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return of(strictly(StandardCharsets.UTF_8, Arrays.copyOfRange(bytes, 3, bytes.length)));
        }
        var head = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var cookie = COOKIE.matcher(head);
        return of(strictly(cookie.find() ? charset(cookie.group(1)) : StandardCharsets.UTF_8, bytes));
    }

    public String text() {
        return text;
    }

    /** The line of a character, 1 for the first. */
    public int line(int offset) {
        var found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public Place place(int start, int end) {
        return new Place(this, start, end);
    }

    /** From a character to the end of its line. */
    Place restOfLine(int start) {
        var newline = text.indexOf('\n', start);
        return place(start, newline < 0 ? text.length() : newline);
    }

    private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
        CharBuffer decoded = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
        return decoded.toString();
    }

    /** Python's names for encodings are Java's, but for a few. */
    private static Charset charset(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (plain) {
            case "latin-1", "iso-latin-1", "latin1", "l1" -> StandardCharsets.ISO_8859_1;
            case "utf8", "utf-8-sig", "utf-8" -> StandardCharsets.UTF_8;
            case "cp932", "mbcs" -> Charset.forName("windows-31j");
            default -> Charset.forName(plain);
        };
    }

    private static int[] lineStarts(String text) {
        var starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        var line = 1;
        for (var i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[line++] = i + 1;
        }
        return starts;
    }
}
