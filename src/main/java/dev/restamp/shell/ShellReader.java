package dev.restamp.shell;

import dev.restamp.shell.completion.Matching;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.widget.AutosuggestionWidgets;

/** JLine's line reader as the shell wants it: history that is safe to keep, suggestions that are safe to take. */
final class ShellReader extends LineReaderImpl {
    /** Lines kept for each project. */
    private static final int LINES = 10_000;

    private final SafeHistory lines;
    private Optional<Path> file = Optional.empty();

    private ShellReader(Terminal terminal, SafeHistory history) throws IOException {
        super(terminal, "restamp");
        this.lines = history;
        setHistory(history);
    }

    static ShellReader on(Terminal terminal, SafeHistory history, Completer completer) {
        try {
            var reader = new ShellReader(terminal, history);
            var parser = new DefaultParser();
            parser.setEofOnUnclosedQuote(false);
            reader.setParser(parser);
            reader.setCompleter(completer);
            reader.setCompletionMatcher(new Matching());
            reader.set();
            return reader;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private void set() {
        setVariable(BELL_STYLE, "none");
        setVariable(HISTORY_SIZE, LINES);
        setVariable(HISTORY_FILE_SIZE, LINES);
        // A table of thousands of names is no help: JLine asks before it shows more than this.
        setVariable(LIST_MAX, 100);
        option(Option.DISABLE_EVENT_EXPANSION, true);
        option(Option.HISTORY_IGNORE_SPACE, true);
        option(Option.HISTORY_REDUCE_BLANKS, true);
        option(Option.HISTORY_INCREMENTAL, true);
        option(Option.AUTO_FRESH_LINE, true);
        option(Option.BRACKETED_PASTE, true);
        // What is typed runs when it is entered, not before: a digit of a list, a name that is complete.
        option(Option.AUTO_REMOVE_SLASH, false);
        new AutosuggestionWidgets(this).enable();
    }

    /** From now on lines are kept in this file, and those in it can be searched. */
    void keepIn(Path next) throws IOException {
        if (!file.equals(Optional.of(next))) {
            if (file.isPresent()) {
                lines.save();
            }
            setVariable(LineReader.HISTORY_FILE, next);
            lines.load();
            file = Optional.of(next);
        }
    }

    /** What is searched for is found whatever it does; only what nobody asked for must be harmless. */
    @Override
    protected boolean doSearchHistory(boolean backward) {
        return lines.searching(() -> super.doSearchHistory(backward));
    }
}
