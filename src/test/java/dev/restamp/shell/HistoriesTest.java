package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoriesTest {
    @TempDir
    private Path folder;

    @Test
    void each_project_has_a_file_of_its_own() throws IOException {
        var none = new Histories(TestShell.session(Files.createDirectories(folder.resolve("empty"))));
        var shop = new Histories(TestShell.session(project("a/shop")));
        var other = new Histories(TestShell.session(project("b/shop")));
        assertThat(none.file()).hasFileName("no-project");
        assertThat(shop.file().getFileName().toString()).matches("shop-[0-9a-f]{8}");
        assertThat(other.file()).isNotEqualTo(shop.file());
    }

    @Test
    void another_project_means_another_file() throws IOException {
        var session = TestShell.session(project("a/shop"));
        var histories = new Histories(session);
        var before = histories.file();
        session.project(project("b/bank"));
        assertThat(histories.file()).isNotEqualTo(before);
    }

    @Test
    void lines_come_without_what_is_kept_beside_them() throws IOException {
        var histories = new Histories(TestShell.session(project("shop")));
        assertThat(histories.lines()).isEmpty();
        Files.writeString(
                StateFolder.secret(histories.file()), "1764000000000:status\n1764000000001:sql select 1\\nfrom t\n");
        assertThat(histories.lines()).containsExactly("status", "sql select 1 from t");
    }

    private Path project(String name) throws IOException {
        var place = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(place.resolve("migrations/versions"));
        Files.writeString(place.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
        Files.writeString(place.resolve("migrations/env.py"), "");
        return place;
    }
}
