package dev.restamp.shell.verify;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that somebody wrote by hand. */
final class TextFile {
    static final String HINT = "help verify";

    /** More than anybody writes by hand. */
    private static final int LARGEST = 1 << 20;

    private TextFile() {}

    /**
     * All of it, without a byte order mark.
     *
     * @throws Problem with {@code Exit.USAGE} where it cannot be read, is no UTF-8 or is too large
     */
    static String read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Problem(Exit.USAGE, file + " is larger than such a file may be: 1 MiB", "break it up");
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString().replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException wrong) {
            throw new Problem(Exit.USAGE, file + " is no UTF-8", "save the file as UTF-8", wrong);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    static Problem unreadable(Path file, Exception failure) {
        var what = failure instanceof NoSuchFileException ? "there is no file " + file : "cannot read " + file;
        return new Problem(Exit.USAGE, what, HINT, failure);
    }
}
