package dev.restamp.tracker.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.tracker.EffectText;
import dev.restamp.tracker.ProjectChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A change set with every kind of change that there is, and what is understood of each. */
class EveryChangeTest {
    private static final Path FOLDER = Path.of("src/test/resources/liquibase/every");

    @Test
    void is_read_as_it_is_written_down() throws IOException {
        var project = LiquibaseProject.read(SettingsReader.read(ProjectChoice.of(FOLDER)));
        var effects =
                Optional.ofNullable(project.effects("public").get("every::jo")).orElseThrow();
        assertThat(EffectText.of(effects)).isEqualTo(Files.readAllLines(FOLDER.resolve("effects.txt")));
    }
}
