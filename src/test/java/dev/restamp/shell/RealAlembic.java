package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Alembic itself in a project, on a database. Where it is not installed the test is skipped and says so. */
record RealAlembic(String python, Path project, TestDatabase database) {
    private static final JsonMapper JSON = new JsonMapper();

    private static final Optional<String> PYTHON = Stream.of("/usr/bin/python3", "python3")
            .filter(RealAlembic::hasAlembic)
            .findFirst();

    /** What a command printed on standard output, and how it ended: 0, 255 for a refusal, 1 for a traceback. */
    record Run(int exit, String out) {
        List<String> lines() {
            return out.lines().toList();
        }

        boolean crashed() {
            return exit == 1;
        }
    }

    static RealAlembic in(Path project, TestDatabase database) {
        assumeTrue(PYTHON.isPresent(), "no `python3 -m alembic` with psycopg2 here: the real Alembic is not asked");
        return new RealAlembic(PYTHON.get(), project, database);
    }

    /** As it stands in {@code $DATABASE_URL}, for both. */
    static String url(TestDatabase database) {
        return url(database, TestPostgres.USER, TestPostgres.PASSWORD);
    }

    /** The same for another role. */
    static String url(TestDatabase database, String role, String password) {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        role,
                        URLEncoder.encode(password, StandardCharsets.UTF_8),
                        database.url().host(),
                        database.url().port(),
                        database.name());
    }

    /** The same project on another database. */
    RealAlembic on(TestDatabase other) {
        return new RealAlembic(python, project, other);
    }

    /** One command as it is typed; both streams. */
    Run run(String... arguments) {
        var command = new ArrayList<>(List.of(python, "-B", "-m", "alembic"));
        command.addAll(List.of(arguments));
        return start(command, "", true);
    }

    /** Many commands in one process, in order. */
    List<Run> batch(List<List<String>> commands) {
        var script = Path.of("src/test/resources/dev/restamp/shell/alembic_batch.py")
                .toAbsolutePath()
                .toString();
        var input = commands.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n"));
        var output = start(List.of(python, "-B", script), input, false).out();
        var runs = output.lines()
                .map(JSON::readTree)
                .map(run -> new Run(
                        run.get("exit").asInt(),
                        run.get("out").asString() + run.get("crash").asString()))
                .toList();
        assertThat(runs).hasSameSizeAs(commands);
        return runs;
    }

    private Run start(List<String> command, String input, boolean both) {
        try {
            var in = Files.createTempFile("alembic", ".in");
            var out = Files.createTempFile("alembic", ".out");
            Files.writeString(in, input);
            var builder = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectErrorStream(both);
            if (!both) {
                builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            }
            builder.environment().put("DATABASE_URL", url(database));
            var process = builder.start();
            assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("%s", command).isTrue();
            return new Run(process.exitValue(), Files.readString(out));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean hasAlembic(String python) {
        try {
            var process = new ProcessBuilder(python, "-c", "import alembic, psycopg2")
                    .redirectErrorStream(true)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
