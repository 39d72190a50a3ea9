package dev.restamp.shell.upgrade;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program that runs as a child: it has nothing to read, and both its outputs are heard as one. */
final class ChildProcess {
    /** Of a line that does not end. */
    private static final int LONGEST = 10_000;

    /** A terminal has told the child of Ctrl-C as it has told us; then it needs no word of ours. */
    private static final int HEARD_MILLIS = 300;

    private final ProcessBuilder builder;
    private final Consumer<String> output;
    private volatile @Nullable Process process;
    private volatile boolean stopped;

    /** @param environment all of it */
    ChildProcess(List<String> command, Path folder, Map<String, String> environment, Consumer<String> output) {
        this.builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        this.builder.environment().clear();
        this.builder.environment().putAll(environment);
        this.output = output;
    }

    /** Runs it to its end, and gives its exit code; empty where there is no such program. */
    Optional<Integer> run() {
        try {
            var started = builder.start();
            process = started;
            if (stopped) {
                end(started);
            }
            started.getOutputStream().close();
            read(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
            return Optional.of(started.waitFor());
        } catch (IOException notThere) {
            if (process == null) {
                return Optional.empty();
            }
            throw new UncheckedIOException(notThere);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Asks it to end as Ctrl-C does, and ends it where it does not. Comes back at once. */
    void stop() {
        stopped = true;
        var running = process;
        if (running != null) {
            end(running);
        }
    }

    private static void end(Process running) {
        Thread.ofVirtual().start(() -> interrupt(running));
        ToolRunner.later(() -> !running.isAlive(), () -> {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        });
    }

    /** Java has no way to send this signal, and to another one no tool rolls back. */
    private static void interrupt(Process running) {
        try {
            if (!running.waitFor(HEARD_MILLIS, TimeUnit.MILLISECONDS)) {
                new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start();
            }
        } catch (IOException noKill) {
            running.destroy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Reader reader) throws IOException {
        var line = new StringBuilder();
        for (var next = reader.read(); next >= 0; next = reader.read()) {
            if (next == '\n' || line.length() >= LONGEST) {
                tell(line);
            }
            if (next != '\n') {
                line.append((char) next);
            }
        }
        if (!line.isEmpty()) {
            tell(line);
        }
    }

    private void tell(StringBuilder line) {
        output.accept(line.toString().replaceFirst("\r$", ""));
        line.setLength(0);
    }
}
