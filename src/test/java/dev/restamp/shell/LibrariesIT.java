package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries of Liquibase and Flyway are loaded by their projects, and by nothing else. */
class LibrariesIT {
    private static final String LIQUIBASE = "liquibase.Scope";
    private static final String FLYWAY = "org.flywaydb.core";

    @TempDir
    Path home;

    @Test
    void neither_is_loaded_by_a_start_or_by_a_project_of_alembic() throws Exception {
        assertThat(loadedBy("version")).doesNotContain(LIQUIBASE, FLYWAY);
        assertThat(loadedBy("--project", sample("alembic"), "heads"))
                .contains("dev.restamp.tracker.alembic.AlembicProject")
                .doesNotContain(LIQUIBASE, FLYWAY);
    }

    @Test
    void each_is_loaded_by_its_own() throws Exception {
        assertThat(loadedBy("--project", sample("liquibase"), "heads"))
                .contains(LIQUIBASE)
                .doesNotContain(FLYWAY);
        assertThat(loadedBy("--project", sample("flyway"), "heads"))
                .contains(FLYWAY)
                .doesNotContain(LIQUIBASE);
    }

    private String loadedBy(String... arguments) throws IOException, InterruptedException {
        var loaded = home.resolve("loaded.txt");
        var run = new Program(home, home, Map.of())
                .with("RESTAMP_JAVA_OPTIONS", "-XX:AOTMode=off -Xlog:class+load:file=" + loaded)
                .run(arguments);
        assertThat(run.exit()).as(run.all()).isZero();
        return Files.readString(loaded);
    }

    private static String sample(String tool) {
        return Path.of("src/test/resources/trackers", tool).toAbsolutePath().toString();
    }
}
