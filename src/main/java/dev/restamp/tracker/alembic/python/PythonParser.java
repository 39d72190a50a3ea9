package dev.restamp.tracker.alembic.python;

import java.util.List;
import java.util.Optional;

/**
 * Parses Python 3, and what of Python 2 migrations still have: {@code print} and {@code exec} statements. A file that is
 * no Python is parsed too, as far as it goes.
 *
 * <p>It knows what {@link Statement} and {@link Expression} can hold, and no more: it accepts some files that Python
 * refuses. {@code docs/decisions/0004-own-python-parser.md} says why it is not a library.
 */
public final class PythonParser {
    private PythonParser() {}

    public static Module parse(PythonSource source) {
        try {
            var parser = new StatementParser(new Tokens(source, Lexer.file(source.text())));
            var body = parser.file();
            return new Module(source, body, parser.broken());
        } catch (StackOverflowError tooDeep) {
            var whole = source.place(0, 0);
            return new Module(source, List.of(new Statement.Opaque(whole)), Optional.of(whole));
        }
    }
}
