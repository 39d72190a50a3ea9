package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenProjectTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void nothing_is_looked_for_above_it() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
    }

    @Test
    void a_search_in_vain_is_not_remembered_when_a_project_is_named() throws IOException {
        var project = new OpenProject(new ProjectSearch(folder, Map.of()));
        project.followAhead();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(project::get)
                .satisfies(problem -> assertThat(problem.exit()).isEqualTo(Exit.PROJECT));

        Files.createDirectories(folder.resolve("elsewhere/alembic/versions"));
        Files.writeString(folder.resolve("elsewhere/alembic.ini"), "[alembic]\nscript_location = alembic\n");
        project.open(Optional.of(folder.resolve("elsewhere")), Optional.empty());
        project.followAhead();
        assertThat(project.timeline(Optional.empty()).lives()).isEmpty();
    }
}
