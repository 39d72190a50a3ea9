package dev.restamp.tracker.alembic.python;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterPython;

/**
 * Parses Python with tree-sitter, the one native library of the program. It is loaded by the first instance, from the
 * folder in the system property {@code tree-sitter-lib} or, without one, from a temporary file.
 */
public final class PythonParser implements AutoCloseable {
    private final TSParser parser;

    /** @throws Problem where there is no native library for this platform */
    public PythonParser() {
        try {
            parser = new TSParser();
            parser.setLanguage(new TreeSitterPython());
        } catch (LinkageError | RuntimeException missing) {
            throw new Problem(
                    Exit.PROJECT,
                    "the Python parser has no library that loads on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch"),
                    "read the project on Linux with glibc, macOS or Windows (x86-64; aarch64 but on Windows)",
                    missing);
        }
    }

    /** The whole file. */
    public Module parse(PythonSource source) {
        return parse(source, true);
    }

    /** The file without the bodies of its functions and classes: cheap, and enough for what the module assigns. */
    public Module parseHead(PythonSource source) {
        return parse(source, false);
    }

    private Module parse(PythonSource source, boolean bodies) {
        try (var tree = parser.parseString(null, masked(source.text()))) {
            var root = new Node(tree.getRootNode(), source);
            var broken = root.firstError();
            return new Module(source, new StatementReader(bodies, broken.isPresent()).block(root), broken);
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    /**
     * The text with a letter for whatever is not ASCII. The parser counts bytes of UTF-8; like this they are characters.
     * In strings, comments and names, where alone Python has such characters, one letter is as good as another.
     */
    private static String masked(String text) {
        var chars = text.toCharArray();
        for (var i = 0; i < chars.length; i++) {
            if (chars[i] == 0 || chars[i] > 127) {
                chars[i] = 'z';
            } else if (chars[i] == '\f' && (i == 0 || chars[i - 1] == '\n')) {
                // To Python a form feed starts the line anew; to the parser it would be an indent.
                chars[i] = '\n';
            }
        }
        return new String(chars);
    }
}
