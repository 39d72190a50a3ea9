package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The practice incident beside real Alembic: it fails before the stamp and is content after it. */
class AlembicPeerIT {
    private static final String PROMPT = "railway [^ ]+[=!?] ro> ";
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    @TempDir
    private Path home;

    @Test
    void what_restamp_foretells_alembic_does_and_what_restamp_stamps_alembic_accepts() throws Exception {
        var python = PYTHONS.stream().filter(this::hasAlembic).findFirst();
        assumeTrue(python.isPresent(), "Alembic with psycopg2 is not installed");
        var environment = Map.of(
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "HOME", home.toString());
        try (var shell = PseudoTerminal.start(home, environment, "practice start restored-dump")) {
            var screen = shell.await(PROMPT);
            var alembic = new Alembic(
                    python.get(),
                    Path.of(first(screen, "PGPASSFILE=(\\S+)")).resolveSibling("project"),
                    first(screen, "PGPASSFILE=(\\S+)"),
                    first(screen, "DATABASE_URL=(\\S+)"));

            shell.enter("status");
            assertThat(shell.await(PROMPT)).containsPattern("would fail:\\s+i6j7k8l9m0n1 -> j7k8l9m0n1o2");
            assertThat(alembic.run("upgrade", "head"))
                    .contains("DuplicateTable", "relation \"idx_positions_active_complete\" already exists");

            shell.enter("stamp ec31ab63431d");
            shell.await("Enter to stop: ");
            shell.enter("railway");
            assertThat(shell.await(PROMPT)).contains("STAMPED");
            assertThat(alembic.run("current")).contains("ec31ab63431d (head) (mergepoint)");
            assertThat(alembic.run("upgrade", "head")).doesNotContain("Error", "FAILED", "Running upgrade");
        }
    }

    private static String first(String text, String regex) {
        var match = Pattern.compile(regex).matcher(text);
        assertThat(match.find()).as(regex + " in " + text).isTrue();
        return match.group(1);
    }

    private boolean hasAlembic(String python) {
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

    /** Real Alembic in the practice project. */
    private record Alembic(String python, Path project, String passfile, String url) {
        String run(String... arguments) throws IOException, InterruptedException {
            var command = new ArrayList<>(List.of(python, "-m", "alembic"));
            command.addAll(List.of(arguments));
            var output = Files.createTempFile("alembic", "");
            var builder = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("PGPASSFILE", passfile);
            builder.environment().put("DATABASE_URL", url);
            assertThat(builder.start().waitFor(60, TimeUnit.SECONDS)).isTrue();
            return Files.readString(output);
        }
    }
}
