package dev.restamp.shell.diff;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file of names that {@code diff} leaves out: a pattern a line, {@code #} begins a comment. */
public final class IgnoreFile {
    /** What is read where no other is named. */
    public static final String USUAL = ".restamp-ignore";

    private IgnoreFile() {}

    /**
     * @param folder where the user is
     * @param named the file that was asked for; empty for the usual one, which may be absent
     * @throws Problem where the named one cannot be read
     */
    public static List<String> patterns(Path folder, Optional<String> named) {
        var file = folder.resolve(named.orElse(USUAL));
        if (named.isEmpty() && !Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new Problem(Exit.USAGE, "cannot read " + file, "diff --ignore-file FILE", failure);
        }
    }
}
