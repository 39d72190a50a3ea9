package dev.restamp.shell.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The commit that is checked out where a file lies, read from the repository's own files. */
final class GitCommit {
    private static final String POINTER = "ref: ";

    private GitCommit() {}

    /** Empty where there is no repository, or none that is read so simply: no program is run for it. */
    static Optional<String> of(Path file) {
        for (var folder = file.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var git = folder.resolve(".git");
            if (Files.isRegularFile(git.resolve("HEAD"))) {
                return read(git);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path git) {
        try {
            var head = Files.readString(git.resolve("HEAD")).strip();
            if (!head.startsWith(POINTER)) {
                return Optional.of(head);
            }
            var branch = head.substring(POINTER.length());
            var loose = git.resolve(branch);
            if (Files.isRegularFile(loose)) {
                return Optional.of(Files.readString(loose).strip());
            }
            try (var packed = Files.lines(git.resolve("packed-refs"))) {
                return packed.filter(line -> line.endsWith(" " + branch))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .findFirst();
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
