package dev.restamp.shell.recording;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/**
 * The folder that is recorded into: for the user alone, and as it was where the recording fails.
 *
 * @param isOurs whether it was not there before
 */
record RecordingFolder(Path path, boolean isOurs) {
    /** @throws Problem where something is in it already, or it cannot be made */
    static RecordingFolder made(Path path) {
        try {
            if (Files.exists(path) && !(Files.isDirectory(path) && isEmpty(path))) {
                throw new Problem(
                        Exit.USAGE, path + " is there already, and not empty", "another folder, or remove it");
            }
            var isOurs = Files.notExists(path);
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            return new RecordingFolder(path, isOurs);
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot write to " + path + ": " + failure, "another folder", failure);
        }
    }

    void write(String file, String text) throws IOException {
        var target = path.resolve(file);
        Files.createDirectories(target.resolveSibling(""));
        Files.writeString(target, text);
    }

    void undo() {
        try (var entries = Files.walk(path)) {
            for (var entry : entries.sorted(Comparator.reverseOrder())
                    .filter(entry -> isOurs || !entry.equals(path))
                    .toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
