package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file that holds a password: only its owner may be able to read it. */
public final class PrivateFile {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** What stands in the note on a file that is not used. */
    static final String UNUSED = " not used: ";

    private PrivateFile() {}

    /** @throws UnsupportedOperationException where the file system does not know who may read */
    static boolean isPrivate(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream().noneMatch(OTHERS::contains);
    }

    /** What to say of one that is not private. */
    static String warning(Path file) {
        return file + UNUSED + "others can read it (chmod 600 " + file + ")";
    }

    /**
     * The password in a file that holds nothing else: its first line.
     *
     * @throws Problem with {@code Exit.CONNECTION} where it cannot be read, is empty, or others can read it
     */
    public static Secret password(Path file) {
        try {
            if (!isPrivate(file)) {
                throw refuse("others can read the password file " + file, "chmod 600 " + file);
            }
            try (var lines = Files.lines(file)) {
                return lines.findFirst()
                        .filter(line -> !line.isEmpty())
                        .map(Secret::of)
                        .orElseThrow(() -> refuse("the password file " + file + " is empty", ""));
            }
        } catch (IOException | UnsupportedOperationException failure) {
            throw new Problem(Exit.CONNECTION, "cannot read the password file " + file, "", failure)
                    .coded(ConnectionCode.NOT_PRIVATE.code());
        }
    }

    private static Problem refuse(String what, String hint) {
        return ConnectionCode.NOT_PRIVATE.problem(Exit.CONNECTION, what, hint);
    }
}
