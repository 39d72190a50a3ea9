package dev.restamp.tracker.alembic.python;

/**
 * Parses Python 3, and what of Python 2 migrations still have: {@code print} and {@code exec} statements. A file that is
 * no Python is parsed too, as far as it goes.
 *
 * <p>It knows what {@link Statement} and {@link Expression} can hold, and no more: it accepts some files that Python
 * refuses. {@code docs/decisions/0004-own-python-parser.md} says why it is not a library.
 */
public final class PythonParser {
    private PythonParser() {}

    /** The whole file. */
    public static Module parse(PythonSource source) {
        return parse(source, true);
    }

    /** The file without the bodies of its functions and classes: cheap, and enough for what the module assigns. */
    public static Module parseHead(PythonSource source) {
        return parse(source, false);
    }

    private static Module parse(PythonSource source, boolean bodies) {
        var parser = new StatementParser(new Tokens(source, Lexer.file(source.text())), bodies);
        var body = parser.file();
        return new Module(source, body, parser.broken());
    }
}
