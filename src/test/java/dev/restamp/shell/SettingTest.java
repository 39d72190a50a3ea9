package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code set} and {@code transcript}: what lasts until the shell is left. */
class SettingTest {
    @TempDir
    private Path home;

    private WholeShell shell;

    @BeforeEach
    void open() {
        shell = new WholeShell(home, home, Map.of());
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void shows_what_may_be_set() {
        assertThat(type("set").out())
                .containsPattern("output +table")
                .containsPattern("width +auto")
                .containsPattern("pager +on")
                .containsPattern("quiet +off");
    }

    @Test
    void a_format_is_that_of_the_next_answers() {
        assertThat(type("set output md").exit()).isEqualTo(Exit.OK);
        assertThat(shell.session().console().settings().output()).isEqualTo(OutputFormats.named("md"));
    }

    @Test
    void a_width_is_that_of_the_next_answers() {
        type("set width 60");
        assertThat(shell.session().console().canvas().width()).isEqualTo(60);
        type("set width auto");
        assertThat(shell.session().console().canvas().width()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set colour red | nothing is called \"colour\" that may be set",
                "set widht 80   | did you mean: width",
                "set width 10   | width is a number of columns from 40, or auto; not \"10\"",
                "set width x    | width is a number of columns",
                "set pager ja   | pager is on or off, not \"ja\"",
                "set output pdf | pdf",
                "set output svg | svg is for one answer: most of them have no graph",
                "set output     | set needs a value for output",
                "transcript stop | no transcript is being kept"
            })
    void what_cannot_be_set_is_wrong_usage(String line, String message) {
        var said = type(line);
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.err()).contains(message);
    }

    @Test
    void a_transcript_begins_goes_on_and_ends() throws IOException {
        assertThat(type("transcript").out()).contains("no transcript is being kept");
        assertThat(type("transcript kept/outage.log").out()).contains("kept in ", "outage.log");
        type("version");
        assertThat(type("transcript stop").out()).contains("the transcript is in ");
        type("glossary");
        assertThat(home.resolve("kept/outage.log"))
                .content()
                .contains("> version", "restamp ")
                .doesNotContain("> glossary");
        type("transcript kept/outage.log");
        type("glossary drift");
        assertThat(Files.readString(home.resolve("kept/outage.log"))).contains("> version", "> glossary drift");
    }

    private WholeShell.Said type(String line) {
        return shell.run(shell.session().console().settings().output(), line);
    }
}
