package dev.restamp.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program of its own starts a practice and is killed; its classes come from a jar, as in a distribution. */
class ServerWatchdogTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void a_killed_program_leaves_no_server_no_pooler_and_no_folder_and_has_said_nothing(@TempDir Path temp)
            throws IOException, InterruptedException {
        var errors = temp.resolve("errors");
        var program = start(jar(temp), errors);
        try {
            var folder = Path.of(firstLine(program));
            var server = Running.server(folder);
            assertThat(server.isAlive()).isTrue();
            var pooler = PracticePooler.program().isPresent() ? Running.pooler(folder) : server;

            program.destroyForcibly().waitFor();

            await(() -> !server.isAlive() && !pooler.isAlive());
            await(() -> Files.notExists(folder));
            assertThat(errors).isEmptyFile();
        } finally {
            program.destroyForcibly();
        }
    }

    /** While initdb runs, while the server starts, while the databases are built. */
    @ParameterizedTest
    @ValueSource(strings = {"data", "data/postmaster.pid", "project"})
    void a_program_killed_on_the_way_there_leaves_nothing_either(String sight, @TempDir Path temp)
            throws IOException, InterruptedException {
        var home = Path.of("target", "practice-killed");
        var program = start(CLASSES, temp.resolve("errors"), home);
        try {
            await(() -> runs(home).stream().anyMatch(run -> Files.exists(run.resolve(sight))));
            var run = runs(home).getFirst();

            program.destroyForcibly().waitFor();

            await(() -> ProcessHandle.allProcesses().noneMatch(process -> isOf(run, process)));
            assertThat(run).doesNotExist();
        } finally {
            program.destroyForcibly();
        }
    }

    private static boolean isOf(Path run, ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(run.toString());
    }

    private static List<Path> runs(Path home) {
        var runs = home.toFile().listFiles((_, name) -> name.startsWith("run-"));
        return runs == null ? List.of() : Arrays.stream(runs).map(File::toPath).toList();
    }

    private static Process start(Path code, Path errors) throws IOException {
        return start(code, errors, Running.HOME);
    }

    private static Process start(Path code, Path errors, Path home) throws IOException {
        var classPath = System.getProperty("java.class.path")
                .replace(
                        CLASSES.toAbsolutePath().toString() + File.pathSeparator,
                        code.toAbsolutePath() + File.pathSeparator);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", classPath, PracticeProgram.class.getName(), home.toString())
                .redirectError(errors.toFile())
                .start();
    }

    private static Path jar(Path folder) {
        var file = folder.resolve("restamp.jar");
        var jar = ToolProvider.findFirst("jar").orElseThrow();
        assertThat(jar.run(System.out, System.err, "cf", file.toString(), "-C", CLASSES.toString(), "."))
                .isZero();
        return file;
    }

    private static String firstLine(Process program) throws IOException {
        return new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
