package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads a script and the files it includes. Those must lie in the folder of the file that includes them, or below it:
 * neither {@code ..} nor a link leads out.
 */
public final class ScriptLoader {
    /** More than anybody writes by hand. */
    private static final int LARGEST = 1 << 20;

    private static final int MOST_FILES = 100;

    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Path> reading = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private int files;

    private ScriptLoader() {}

    /**
     * @param folder what a relative name starts from
     * @throws Problem with {@code Exit.USAGE} where there is no such file, or it is too large
     */
    public static Script load(String name, Path folder) {
        return new ScriptLoader().open(name, folder);
    }

    /** Reads one from a stream. It has no folder, and so cannot include others. */
    public static Script load(String name, InputStream stream) {
        return new ScriptLoader().read(name, bytes(name, stream));
    }

    private Script open(String name, Path folder) {
        try (var stream = Files.newInputStream(folder.resolve(name))) {
            var bytes = bytes(name, stream);
            reading.add(folder.resolve(name).toRealPath());
            return read(name, bytes);
        } catch (IOException | InvalidPathException failure) {
            var there = isThere(name, folder);
            throw new Problem(
                    Exit.USAGE,
                    there ? "the script " + name + " cannot be read" : "there is no script " + name,
                    there ? "ls -l " + name : "run FILE",
                    failure);
        }
    }

    private static boolean isThere(String name, Path folder) {
        try {
            return Files.exists(folder.resolve(name));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private Script read(String name, byte[] bytes) {
        var statements = statements(name, bytes);
        return new Script(name, HexFormat.of().formatHex(digest.digest()), statements, mistakes);
    }

    private List<Statement> statements(String name, byte[] bytes) {
        digest.update(bytes);
        var lines = ScriptText.lines(name, bytes, mistakes);
        return new ScriptParser(this::include, mistakes).parse(lines);
    }

    private List<Statement> include(SourceLine line, Word word) {
        var file = included(line, word);
        if (reading.contains(file)) {
            throw line.wrong(word.index(), "this file includes itself: " + word.pattern(), "");
        }
        if (++files > MOST_FILES) {
            throw line.wrong(word.index(), "too many files are included", "at most " + MOST_FILES);
        }
        reading.add(file);
        try (var stream = Files.newInputStream(file)) {
            return statements(besides(line.file(), word.pattern()), bytes(word.pattern(), stream));
        } catch (IOException failure) {
            throw line.wrong(word.index(), "this file cannot be read: " + word.pattern(), "");
        } catch (Problem large) {
            throw line.wrong(word.index(), large.what(), large.hint());
        } finally {
            reading.removeLast();
        }
    }

    /** The file that is meant, all links followed. */
    private Path included(SourceLine line, Word word) {
        var name = word.literal()
                .orElseThrow(() -> line.wrong(word.index(), "the name of the file must not depend on a variable", ""));
        if (reading.isEmpty()) {
            throw line.wrong(word.index(), "a script from standard input cannot include files", "run FILE");
        }
        var folder = reading.getLast().resolveSibling("");
        var file = real(folder, name)
                .orElseThrow(() -> line.wrong(word.index(), "there is no file " + name + " beside this script", ""));
        if (Path.of(name).isAbsolute() || !file.startsWith(folder)) {
            throw line.wrong(word.index(), "only files in the folder of this script, or below it, can be included", "");
        }
        return file;
    }

    private static Optional<Path> real(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name).toRealPath()).filter(Files::isRegularFile);
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static String besides(String file, String name) {
        return file.substring(0, file.lastIndexOf('/') + 1) + name;
    }

    private static byte[] bytes(String name, InputStream stream) {
        try {
            var bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Problem(Exit.USAGE, name + " is larger than a script may be: 1 MiB", "break it up");
            }
            return bytes;
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, name + " cannot be read", "run FILE", failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
