package dev.restamp.tracker;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a configuration file. */
public final class TextFile {
    private TextFile() {}

    /**
     * UTF-8, or where the bytes are none Latin-1: tools take what the locale says, and the keys are ASCII. Empty where there
     * is no such file.
     *
     * @throws Problem if it cannot be read
     */
    public static Optional<String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(decoded(file));
        } catch (IOException unreadable) {
            throw new Problem(Exit.PROJECT, file + " cannot be read", "check the rights on the file", unreadable);
        }
    }

    private static String decoded(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notUtf8) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }
}
