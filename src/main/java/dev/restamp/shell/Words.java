package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line as words: blanks separate, quotes and backslashes protect, as in a POSIX shell without any expansion. */
public final class Words {
    private static final Pattern PLAIN = Pattern.compile("[^\\s'\"\\\\]+");

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private Words(String line) {
        this.line = line;
    }

    /** @throws Problem where a quote is not closed */
    public static List<String> split(String line) {
        return new Words(line).split();
    }

    /** The words as they must be typed. */
    public static String line(List<String> words) {
        return words.stream().map(word -> word.isEmpty() ? "''" : quote(word)).collect(Collectors.joining(" "));
    }

    /** The word as it must be typed to be read as one word: what a database says may hold blanks and quotes. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private List<String> split() {
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            switch (c) {
                case ' ', '\t' -> end();
                case '\'', '"' -> i = quoted(i);
                case '\\' -> i = escaped(i);
                default -> add(c);
            }
        }
        end();
        return words;
    }

    /** Gives the place of the closing quote. */
    private int quoted(int open) {
        inWord = true;
        var quote = line.charAt(open);
        var i = open + 1;
        while (i < line.length() && line.charAt(i) != quote) {
            if (quote == '"' && isEscape(i)) {
                i++;
            }
            word.append(line.charAt(i));
            i++;
        }
        if (i >= line.length()) {
            throw new Problem(Exit.USAGE, "a quote is not closed in: " + line, "close it with " + quote);
        }
        return i;
    }

    /** Between double quotes a backslash protects a double quote and itself, and is a letter before all others. */
    private boolean isEscape(int at) {
        return line.charAt(at) == '\\' && at + 1 < line.length() && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
    }

    /** A backslash at the end of the line has nothing to protect and is a letter. */
    private int escaped(int at) {
        if (at + 1 == line.length()) {
            add('\\');
            return at;
        }
        add(line.charAt(at + 1));
        return at + 1;
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
