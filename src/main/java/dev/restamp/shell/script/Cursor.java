package dev.restamp.shell.script;

import dev.restamp.shell.script.Word.Inserted;
import dev.restamp.shell.script.Word.Letters;
import dev.restamp.shell.script.Word.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a line of a script from left to right: blanks, quotes, variables, comments. */
final class Cursor {
    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(" + NAME + ")}");

    private final SourceLine line;
    private final String text;
    private int at;

    Cursor(SourceLine line, int start) {
        this.line = line;
        this.text = line.text();
        this.at = start;
    }

    SourceLine line() {
        return line;
    }

    int index() {
        return at;
    }

    /** Passes over blanks; whether nothing but a comment is left. Only at the start of a word is {@code #} a comment. */
    boolean isAtEnd() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at == text.length() || text.charAt(at) == '#';
    }

    /** Every word up to the end of the line or the comment. */
    List<Word> words() {
        var words = new ArrayList<Word>();
        while (!isAtEnd()) {
            words.add(word());
        }
        return words;
    }

    /** The next word, as a POSIX shell sees one. Must not be called at the end. */
    Word word() {
        var start = at;
        var quoted = false;
        var parts = new Parts();
        while (at < text.length() && !isBlank(text.charAt(at))) {
            var c = text.charAt(at);
            if (c == '\'' || c == '"') {
                quoted = true;
                quoted(parts);
            } else if (c == '$' && text.startsWith("${", at)) {
                parts.add(variable());
            } else if (c == '\\' && at + 1 < text.length()) {
                at++;
                letter(parts);
            } else {
                letter(parts);
            }
        }
        return new Word(start, quoted, parts.all());
    }

    /** A text in quotes, as a word of its own. */
    Word string() {
        var start = at;
        var parts = new Parts();
        quoted(parts);
        return new Word(start, true, parts.all());
    }

    /** {@code ${name}} */
    Inserted variable() {
        var match = VARIABLE.matcher(text).region(at, text.length());
        if (!match.lookingAt()) {
            throw line.wrong(at, "this is no variable", "${name} with letters, digits and _; '${' in quotes is a text");
        }
        var variable = new Inserted(match.group(1), at);
        at = match.end();
        return variable;
    }

    /** What matches here, or the empty text. */
    String take(Pattern pattern) {
        var match = pattern.matcher(text).region(at, text.length());
        if (!match.lookingAt()) {
            return "";
        }
        at = match.end();
        return match.group();
    }

    boolean isAt(String sign) {
        return text.startsWith(sign, at);
    }

    /** Between double quotes a backslash protects a double quote, a dollar and itself; single ones protect everything. */
    private void quoted(Parts parts) {
        var open = at;
        var quote = text.charAt(open);
        parts.begin();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (quote == '"' && isAt("${")) {
                parts.add(variable());
                continue;
            }
            if (quote == '"'
                    && text.charAt(at) == '\\'
                    && at + 1 < text.length()
                    && "\"$\\".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            letter(parts);
        }
        if (at == text.length()) {
            throw line.wrong(open, "this quote is not closed", "close it with " + quote);
        }
        at++;
    }

    private void letter(Parts parts) {
        parts.letter(text.charAt(at));
        at++;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Letters that come one by one, variables between them. */
    private static final class Parts {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder letters = new StringBuilder();
        private boolean any;

        /** Even an empty text in quotes is one. */
        void begin() {
            any = true;
        }

        void letter(char c) {
            any = true;
            letters.append(c);
        }

        void add(Inserted variable) {
            end();
            parts.add(variable);
        }

        List<Part> all() {
            if (any && parts.isEmpty()) {
                return List.of(new Letters(letters.toString()));
            }
            end();
            return parts;
        }

        private void end() {
            if (!letters.isEmpty()) {
                parts.add(new Letters(letters.toString()));
                letters.setLength(0);
            }
        }
    }
}
