package dev.restamp.tracker.alembic;

import dev.restamp.tracker.alembic.python.PythonSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a Python file as Python would, and says why it cannot. */
final class SourceFile {
    private SourceFile() {}

    static PythonSource read(Path file) throws Unreadable {
        try {
            return decoded(Files.readAllBytes(file));
        } catch (AccessDeniedException denied) {
            throw new Unreadable(0, "the rights to read it are missing");
        } catch (IOException unreadable) {
            throw new Unreadable(0, "cannot be read");
        }
    }

    private static PythonSource decoded(byte[] bytes) throws Unreadable {
        try {
            var source = PythonSource.decode(bytes);
            var zero = source.text().indexOf('\0');
            if (zero >= 0) {
                throw new Unreadable(source.line(zero), "a null byte, which Python does not read");
            }
            return source;
        } catch (CharacterCodingException undecodable) {
            throw new Unreadable(
                    firstBadLine(bytes), "not in the encoding that it declares, or that Python assumes: UTF-8");
        } catch (IllegalArgumentException unknownCharset) {
            throw new Unreadable(1, "declares an encoding that is not known");
        }
    }

    /** The line of the first byte that is no UTF-8; 0 where all are, so that a declared encoding is to blame. */
    private static int firstBadLine(byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        var result = StandardCharsets.UTF_8.newDecoder().decode(input, CharBuffer.allocate(bytes.length), true);
        return result.isError() ? PythonSource.of(ascii(bytes)).line(input.position()) : 0;
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\r', ' ');
    }
}
