package dev.restamp.shell.report;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.StateFolder;
import dev.restamp.shell.render.OutputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A report on disk, for the user alone. Its last line is a checksum of the others, which no reader shows: a report that
 * nobody has touched since may be written anew, and nothing else is ever overwritten.
 */
public final class ReportFile {
    private static final Pattern MARKED = Pattern.compile(
            "(?s)(.*\\n)(?:\\[restamp report\\]: # \"sha256 |<!-- restamp report sha256 )([0-9a-f]{64})(?:\"| -->)\\n");

    private ReportFile() {}

    /**
     * Writes it.
     *
     * @return what is in the file
     * @throws Problem with {@code Exit.USAGE} where a file is there that must not be lost, or it cannot be written
     */
    public static String write(Path file, String text, OutputFormat format) {
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                if (!isOurs(file)) {
                    throw new Problem(
                            Exit.USAGE,
                            file.getFileName()
                                    + " is there already, and is no report that was left as restamp wrote it",
                            "another name");
                }
                Files.delete(file);
            }
            var whole = text + mark(text, format);
            Files.writeString(StateFolder.secret(file), whole);
            return whole;
        } catch (IOException | UncheckedIOException failure) {
            throw new Problem(
                    Exit.USAGE, "the report cannot be written: " + file.getFileName(), "another file", failure);
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > 10_000_000) {
            return false;
        }
        var marked = MARKED.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        return marked.matches() && sum(marked.group(1)).equals(marked.group(2));
    }

    /** A link that nothing links to, or a comment: neither is shown. */
    private static String mark(String text, OutputFormat format) {
        return format.name().equals("html")
                ? "<!-- restamp report sha256 " + sum(text) + " -->\n"
                : "\n[restamp report]: # \"sha256 " + sum(text + "\n") + "\"\n";
    }

    private static String sum(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
