package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What was typed and what was answered, with times, in a file for the user alone. It gets nothing that the screen does not. */
public final class Transcript {
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    private final Path file;
    private final Clock clock;

    private Transcript(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Goes on at the end of the file, where there is one.
     *
     * @throws Problem with {@code Exit.USAGE} where it cannot be written
     */
    public static Transcript to(Path file, Clock clock) {
        var transcript = new Transcript(file, clock);
        transcript.append("");
        return transcript;
    }

    public Path file() {
        return file;
    }

    /** A line that was typed, already without its secrets. */
    void typed(String line) {
        append("\n" + clock.instant().truncatedTo(ChronoUnit.MILLIS) + "  > " + line + "\n");
    }

    /** What the screen was given. */
    void shown(String text) {
        append(COLOURS.matcher(text).replaceAll(""));
    }

    private void append(String text) {
        try {
            Files.writeString(StateFolder.secret(file), text, StandardOpenOption.APPEND);
        } catch (IOException | java.io.UncheckedIOException failure) {
            throw new Problem(
                    Exit.USAGE, "the transcript cannot be written: " + file, "name another file, or none", failure);
        }
    }
}
