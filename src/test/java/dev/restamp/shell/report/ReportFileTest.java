package dev.restamp.shell.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Problem;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of the user's is ever lost to a report. */
class ReportFileTest {
    private static final OutputFormat MARKDOWN = OutputFormats.named("md");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("incident.md");
    }

    private void refused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ReportFile.write(file, "new\n", MARKDOWN))
                .withMessageContaining("is there already");
    }

    @Test
    void is_for_the_user_alone() throws IOException {
        ReportFile.write(file, "# one\n", MARKDOWN);
        assertThat(Files.readString(file)).startsWith("# one\n\n[restamp report]: # \"sha256 ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "html"})
    void one_that_is_as_it_was_written_is_written_anew(String format) throws IOException {
        ReportFile.write(file, "# one\n", OutputFormats.named(format));
        ReportFile.write(file, "# two\n", OutputFormats.named(format));
        assertThat(Files.readString(file)).startsWith("# two\n");
    }

    @Test
    void one_that_somebody_has_added_to_is_kept() throws IOException {
        ReportFile.write(file, "# one\n", MARKDOWN);
        var edited = Files.readString(file).replace("# one\n", "# one\nwe should have tested the restore\n");
        Files.writeString(file, edited);
        refused();
        assertThat(Files.readString(file)).isEqualTo(edited);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my own notes\n", "[restamp report]: # \"sha256 00\"\n"})
    void any_other_file_is_kept(String text) throws IOException {
        Files.writeString(file, text);
        refused();
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void a_link_is_not_followed_and_a_folder_is_no_file() throws IOException {
        var target = folder.resolve("target.md");
        ReportFile.write(target, "# one\n", MARKDOWN);
        Files.createSymbolicLink(file, target);
        refused();
        file = Files.createDirectory(folder.resolve("folder"));
        refused();
    }

    @Test
    void a_place_that_cannot_be_written_is_named() {
        file = Path.of("/proc/nowhere/incident.md");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ReportFile.write(file, "new\n", MARKDOWN))
                .withMessageContaining("cannot be written");
    }
}
