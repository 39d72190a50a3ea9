package dev.restamp.tracker.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.tracker.MigrationTool;
import dev.restamp.tracker.ProjectChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which program runs a project's revisions, and where. */
class AlembicProgramTest {
    @TempDir
    private Path home;

    @BeforeEach
    void a_project() throws IOException {
        Files.createDirectories(home.resolve("migrations/versions"));
        Files.writeString(home.resolve("migrations/env.py"), "");
        write("alembic.ini", "[alembic]\nscript_location = migrations\n[other]\nscript_location = migrations\n");
    }

    @Test
    void python_of_the_machine_is_the_last_resort() throws IOException {
        program("bin/python3");
        var path = Map.of("PATH", bin());
        assertThat(open(Optional.empty(), path).command(Optional.empty()))
                .containsExactly(
                        bin() + "/python3", "-u", "-m", "alembic", "-c", home + "/alembic.ini", "upgrade", "head");

        var active = program("active/bin/python");
        var both = Map.of("PATH", bin(), "VIRTUAL_ENV", home.resolve("active") + "");
        assertThat(open(Optional.empty(), both).start()).startsWith(active.toString());

        var own = program("venv/bin/python");
        assertThat(open(Optional.empty(), both).start()).startsWith(own.toString());
    }

    @Test
    void python_may_be_all_that_a_machine_calls_it() throws IOException {
        program("bin/python");
        assertThat(open(Optional.empty(), Map.of("PATH", bin())).start()).startsWith(bin() + "/python");
    }

    @Test
    void the_section_goes_along_and_the_target_is_a_word_of_its_own() {
        var tool = open(Optional.of("other"), Map.of());
        assertThat(tool.command(Optional.of("a b; c"))).endsWith("-n", "other", "upgrade", "a b; c");
        assertThat(tool.typed(Optional.empty())).isEqualTo("alembic upgrade head");
        assertThat(tool.folder()).isEqualTo(home);
    }

    @Test
    void several_heads_are_run_all() throws IOException {
        write("migrations/versions/a.py", "revision = 'a'\ndown_revision = None\ndef upgrade():\n    pass\n");
        write("migrations/versions/b.py", "revision = 'b'\ndown_revision = None\ndef upgrade():\n    pass\n");
        assertThat(open(Optional.empty(), Map.of()).command(Optional.empty())).endsWith("heads");
    }

    @Test
    void flask_runs_its_own() throws IOException {
        Files.delete(home.resolve("alembic.ini"));
        write("migrations/alembic.ini", "[alembic]\n");
        var tool = open(Optional.empty(), Map.of());
        assertThat(tool.command(Optional.empty()))
                .endsWith("-m", "flask", "db", "upgrade", "-d", home + "/migrations", "head");
        assertThat(tool.install()).contains("-m pip install Flask-Migrate");
    }

    private MigrationTool.Program open(Optional<String> section, Map<String, String> environment) {
        var choice = new ProjectChoice(home, home, section, java.util.List.of());
        return (MigrationTool.Program) new AlembicTracker().open(choice).tool(environment);
    }

    private Path program(String name) throws IOException {
        var file = write(name, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private String bin() {
        return home.resolve("bin").toString();
    }

    private Path write(String name, String text) throws IOException {
        var file = home.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
