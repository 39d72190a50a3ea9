package dev.restamp.shell;

import dev.restamp.shell.render.Escape;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.Collectors;

/** The log file: what went wrong, with stack traces and without secrets. On the screen it is only where that was asked for. */
public final class Log {
    private final Path file;
    private final Redactor redactor;
    private final boolean shown;

    /** @param shown whether it goes to standard error too */
    public Log(Path file, Redactor redactor, boolean shown) {
        this.file = file;
        this.redactor = redactor;
        this.shown = shown;
    }

    public Path file() {
        return file;
    }

    /** Writes it down. A log that cannot be written must not break what is being logged. */
    public void write(String what, Throwable cause) {
        try {
            var entry = redactor.redact(entry(what, cause));
            if (shown) {
                System.err.print(entry);
            }
            Files.writeString(StateFolder.secret(file), entry, StandardOpenOption.APPEND);
        } catch (IOException | RuntimeException unwritable) {
            // Nobody is left to tell.
        }
    }

    /** What happened in one line, then the trace. Messages come from databases, and logs are read with cat. */
    private static String entry(String what, Throwable cause) {
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return Instant.now() + " " + Escape.text(what) + "\n"
                + trace.toString().lines().map(Log::harmless).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String harmless(String line) {
        return Escape.text(line.replace("\t", "    "));
    }
}
