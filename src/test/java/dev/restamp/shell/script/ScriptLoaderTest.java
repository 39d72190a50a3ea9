package dev.restamp.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptLoaderTest {
    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void a_folder_beside_secrets() throws IOException {
        folder = Files.createDirectories(home.resolve("books"));
        Files.writeString(home.resolve("outside.restamp"), "heads\n");
        Files.createDirectories(folder.resolve("parts/deep"));
        Files.writeString(folder.resolve("parts/one.restamp"), "heads\ninclude deep/two.restamp\n");
        Files.writeString(folder.resolve("parts/deep/two.restamp"), "branches\n");
        Files.createSymbolicLink(folder.resolve("link.restamp"), home.resolve("outside.restamp"));
        Files.createSymbolicLink(folder.resolve("linked"), home);
        Files.createSymbolicLink(folder.resolve("inside.restamp"), folder.resolve("parts/deep/two.restamp"));
    }

    @Test
    void files_below_are_included_and_know_their_own_lines() throws IOException {
        var script = load("include parts/one.restamp\ninclude 'inside.restamp'\n");
        assertThat(script.mistakes()).isEmpty();
        assertThat(script.all()
                        .filter(Statement.Run.class::isInstance)
                        .map(statement -> statement.line().place()))
                .containsExactly("parts/one.restamp:1", "parts/deep/two.restamp:1", "inside.restamp:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.restamp",
                "parts/../../outside.restamp",
                "link.restamp",
                "linked/outside.restamp",
                "linked/books/../outside.restamp",
                "parts",
                "/etc/passwd",
                "/dev/zero",
                "nowhere.restamp",
                "${x}",
                "."
            })
    void nothing_leads_out_of_the_folder(String name) throws IOException {
        var script = load("include \"" + name + "\"\n");
        assertThat(script.all()).isEmpty();
        assertThat(script.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.place()).isEqualTo("main.restamp:1:9"));
    }

    @Test
    void what_is_included_may_not_reach_above_itself() throws IOException {
        Files.writeString(folder.resolve("parts/deep/up.restamp"), "include ../one.restamp\n");
        assertThat(load("include parts/deep/up.restamp\n").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.place()).isEqualTo("parts/deep/up.restamp:1:9"));
    }

    @Test
    void a_circle_and_a_flood_end() throws IOException {
        Files.writeString(folder.resolve("round.restamp"), "include round.restamp\n");
        assertThat(load("include round.restamp\n").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.what()).contains("includes itself"));
        for (var i = 0; i < 20; i++) {
            var next = "include f" + (i + 1) + ".restamp\n";
            Files.writeString(folder.resolve("f" + i + ".restamp"), i == 19 ? "heads\n" : next + next);
        }
        assertThat(load("include f0.restamp\n").mistakes().getFirst().what()).contains("too many files");
    }

    @Test
    void what_is_too_large_is_not_read() throws IOException {
        Files.write(folder.resolve("large.restamp"), new byte[(1 << 20) + 1]);
        assertThat(load("include large.restamp\n").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.what()).contains("larger"));
        assertThatThrownBy(() -> ScriptLoader.load("large.restamp", folder)).isInstanceOf(Problem.class);
    }

    @Test
    void a_missing_script_is_a_problem() {
        assertThatThrownBy(() -> ScriptLoader.load("none.restamp", folder))
                .isInstanceOf(Problem.class)
                .hasMessage("there is no script none.restamp");
        assertThatThrownBy(() -> ScriptLoader.load("parts", folder)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ScriptLoader.load("a\0b", folder)).isInstanceOf(Problem.class);
    }

    @Test
    void its_checksum_is_that_of_the_file() throws IOException {
        assertThat(load("").sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(load("include parts/one.restamp\n").sha256())
                .isNotEqualTo(load("include  parts/one.restamp\n").sha256());
    }

    private Script load(String text) throws IOException {
        Files.writeString(folder.resolve("main.restamp"), text);
        return ScriptLoader.load("main.restamp", folder);
    }
}
