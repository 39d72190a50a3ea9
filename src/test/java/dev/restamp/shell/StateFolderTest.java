package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {
    @Test
    void the_folders_are_below_home() {
        var state = StateFolder.of(Map.of("HOME", "/home/jo"));
        assertThat(state.history()).isEqualTo(Path.of("/home/jo/.local/state/restamp/history"));
        assertThat(state.log()).isEqualTo(Path.of("/home/jo/.local/state/restamp/restamp.log"));
        assertThat(state.receipts()).isEqualTo(Path.of("/home/jo/.local/state/restamp/receipts"));
        assertThat(state.practice()).isEqualTo(Path.of("/home/jo/.cache/restamp/practice"));
    }

    @Test
    void unless_the_environment_names_others() {
        var state = StateFolder.of(Map.of("HOME", "/home/jo", "XDG_STATE_HOME", "/s", "XDG_CACHE_HOME", "/c"));
        assertThat(state.history()).isEqualTo(Path.of("/s/restamp/history"));
        assertThat(state.practice()).isEqualTo(Path.of("/c/restamp/practice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state", "./state", "../state"})
    void a_relative_folder_is_ignored_as_the_specification_wants(String relative) {
        var state = StateFolder.of(Map.of("HOME", "/home/jo", "XDG_STATE_HOME", relative, "XDG_CACHE_HOME", relative));
        assertThat(state.history()).isEqualTo(Path.of("/home/jo/.local/state/restamp/history"));
        assertThat(state.practice()).isEqualTo(Path.of("/home/jo/.cache/restamp/practice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "home"})
    void without_a_home_it_is_the_one_of_the_account_never_the_current_folder(String home) {
        assertThat(StateFolder.of(Map.of("HOME", home)).history())
                .isEqualTo(StateFolder.of(Map.of()).history())
                .isAbsolute();
    }

    @Test
    void a_file_is_for_the_user_alone_before_its_first_byte_and_so_is_its_folder(@TempDir Path home)
            throws IOException {
        var file = StateFolder.secret(home.resolve("a/b/history"));
        assertThat(file).isEmptyFile();
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(home.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve("a"))).isEqualTo("rwx------");
    }

    @Test
    void a_file_that_is_there_keeps_its_content(@TempDir Path home) throws IOException {
        var file = StateFolder.secret(home.resolve("history"));
        Files.writeString(file, "status\n");
        assertThat(StateFolder.secret(file)).hasContent("status\n");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
