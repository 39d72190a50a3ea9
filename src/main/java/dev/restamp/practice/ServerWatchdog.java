package dev.restamp.practice;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A small process that outlives this one, stops the server and removes its folder.
 *
 * <p>A server runs in the background and knows nothing of the program it was started for, and no shutdown hook runs after
 * {@code kill -9}. The watchdog waits on a pipe from us, which the kernel closes however we end. {@code watchdog.sh} says
 * the rest. It needs no more than a POSIX {@code sh}.
 */
final class ServerWatchdog {
    private static final String SCRIPT = "watchdog.sh";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;

    private ServerWatchdog(Process process) {
        this.process = process;
    }

    /** Guards a folder whose {@code data} is, or is going to be, the data folder of a server. */
    static ServerWatchdog over(Path folder) throws IOException {
        var script = folder.resolve(SCRIPT);
        ResourceFolder.open(resources -> Files.copy(resources.resolve(SCRIPT), script));
        return new ServerWatchdog(new ProcessBuilder("sh", script.toString(), folder.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
    }

    /** Sends it home when the server has been stopped; if it is running all the same, the watchdog stops it first. */
    void dismiss() {
        try (var pipe = process.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
            process.waitFor(PATIENCE);
        } catch (IOException e) {
            // It has been killed: then there is nobody to dismiss.
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it do, in the background, what it would do if this program died now. */
    void release() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
    }
}
