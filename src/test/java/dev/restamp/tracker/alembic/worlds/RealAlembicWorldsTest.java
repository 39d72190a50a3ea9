package dev.restamp.tracker.alembic.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.postgres.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL of a generated world is what the real Alembic sends. Where there is none, this is skipped. */
class RealAlembicWorldsTest {
    private static final Optional<String> PYTHON = Stream.of("/usr/bin/python3", "python3")
            .filter(RealAlembicWorldsTest::runsAlembic)
            .findFirst();

    private static final String UPGRADE = """
            import sys
            from alembic import command
            from alembic.config import Config

            config = Config('alembic.ini')
            for target in sys.argv[1:]:
                command.upgrade(config, target)
            """;

    @AutoClose
    private static final Ground GROUND = new Ground();

    @BeforeAll
    static void needs_the_real_one() {
        assumeTrue(PYTHON.isPresent(), "no `python3 -m alembic` with psycopg2 here: the real Alembic is not asked");
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("real-worlds", 3));
    }

    @ParameterizedTest(name = "world {0}")
    @MethodSource("seeds")
    void alembic_makes_what_the_templates_say(long seed, @TempDir Path folder) throws Exception {
        var played = Played.of(seed, folder);
        var rows = played.graph().realHeads();
        GROUND.build(played.world(), played.inOrder(played.graph().ancestors(rows)));
        GROUND.stamp(List.of());
        var expected = Compared.inAnyOrder(GROUND.catalog());

        GROUND.clear();
        var said = alembic(folder, rows);

        assertThat(Compared.inAnyOrder(GROUND.catalog()))
                .as(said + played.drawn())
                .containsExactlyInAnyOrderElementsOf(expected);
        var diagnosis = played.diagnose(GROUND, GROUND.catalog());
        assertThat(diagnosis.version().ids()).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(Played.places(diagnosis.position())).contains(rows);
    }

    private static String alembic(Path folder, List<String> targets) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PYTHON.orElseThrow(), "-B", "-c", UPGRADE));
        command.addAll(targets);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", GROUND.address());
        builder.environment().put("PGPASSWORD", TestPostgres.PASSWORD);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static boolean runsAlembic(String python) {
        try {
            return new ProcessBuilder(python, "-c", "import alembic, psycopg2")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
