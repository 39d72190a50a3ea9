package dev.restamp.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesInFolderTest {
    @TempDir
    private Path here;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(here.resolve("docs/runbooks"));
        Files.createDirectories(here.resolve(".git"));
        for (var file : List.of("a.txt", "repair.restamp", ".env", "docs/check.restamp", "docs/notes.md")) {
            Files.createFile(here.resolve(file));
        }
    }

    @Test
    void what_is_meant_comes_first_and_folders_go_on() {
        assertThat(values(FilesInFolder.files(here, "", ".restamp")))
                .containsExactly("repair.restamp", "a.txt", "docs/");
    }

    @Test
    void a_folder_that_is_typed_is_looked_into() {
        assertThat(values(FilesInFolder.files(here, "docs/c", ".restamp")))
                .containsExactly("docs/check.restamp", "docs/notes.md", "docs/runbooks/");
        assertThat(values(FilesInFolder.folders(here, "docs/"))).containsExactly("docs/runbooks/");
        assertThat(values(FilesInFolder.files(here, here + "/docs/", "")))
                .allMatch(value -> value.startsWith(here + "/docs/"));
    }

    @Test
    void hidden_files_are_for_those_who_type_the_dot() {
        assertThat(values(FilesInFolder.files(here, ".", ""))).contains(".env", ".git/");
    }

    @Test
    void a_folder_that_is_not_there_has_nothing() {
        assertThat(FilesInFolder.files(here, "nowhere/", "")).isEmpty();
    }

    private static List<String> values(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::value).toList();
    }
}
