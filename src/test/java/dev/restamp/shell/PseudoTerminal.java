package dev.restamp.shell;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The built program in a pseudo-terminal, as a person has it. {@code script} of util-linux makes the terminal; where it is
 * not installed, the test is skipped and says so.
 */
final class PseudoTerminal implements AutoCloseable {
    /** What the build leaves; the tests that use it run after it. */
    static final Path PROGRAM = Path.of("target/restamp/bin/restamp").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern CONTROL =
            Pattern.compile("\u001B\\[[0-9;?=>]*[A-Za-z]|\u001B[=>]|\u001B\\][^\u0007]*\u0007");

    private final Process process;
    private final StringBuilder output = new StringBuilder();
    private int seen;

    private PseudoTerminal(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::pump);
    }

    /** Starts the program with these arguments, words as a shell has them. */
    static PseudoTerminal start(Path folder, Map<String, String> environment, String arguments) throws IOException {
        return start(folder, environment, arguments, 50);
    }

    /** The same in a window of so many lines; 0 is a terminal that was made without a size. */
    static PseudoTerminal start(Path folder, Map<String, String> environment, String arguments, int rows)
            throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script (util-linux) is not installed");
        assumeTrue(System.getProperty("os.name").equals("Linux"), "script takes other options here");
        var command = "stty rows " + rows + " cols " + (rows == 0 ? 0 : 110) + "; exec " + PROGRAM + " " + arguments;
        var builder = new ProcessBuilder("script", "-qefc", command, "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().remove("DATABASE_URL");
        builder.environment().putAll(environment);
        return new PseudoTerminal(builder.start());
    }

    /** Presses these keys. */
    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Types a line and Enter. */
    void enter(String line) throws IOException {
        type(line + "\r");
    }

    /** Waits until something new on the screen matches, and gives all that is new up to there. */
    String await(String regex) throws InterruptedException {
        var pattern = Pattern.compile(regex);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var alive = process.isAlive();
            var fresh = fresh();
            var match = pattern.matcher(fresh);
            if (match.find()) {
                seen += match.end();
                return fresh.substring(0, match.end());
            }
            if (!alive) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return fail("waited for /" + regex + "/, the screen since then:\n" + fresh());
    }

    /** Waits for the end of the program, and gives its exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            fail("still running; the screen:\n" + fresh());
        }
        return process.exitValue();
    }

    /** Ends the program as a closed window does, and waits until it has cleaned up. */
    @Override
    public void close() {
        var descendants = process.descendants().toList();
        descendants.forEach(ProcessHandle::destroy);
        process.destroy();
        descendants.forEach(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    /** What is new on the screen. A key sequence may arrive in two pieces, so the whole is cleaned each time. */
    private String fresh() {
        synchronized (output) {
            return CONTROL.matcher(output).replaceAll("").replace("\r", "").substring(seen);
        }
    }

    /** Reads until the program ends or is ended: a closed stream is the end, however it comes. */
    private void pump() {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            var buffer = new char[8192];
            for (var count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                synchronized (output) {
                    output.append(buffer, 0, count);
                }
            }
        } catch (IOException ended) {
            return;
        }
    }
}
