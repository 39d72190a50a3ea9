package dev.restamp.tracker.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.tracker.Tracker;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking for a project costs nothing of Flyway; opening one writes nothing. */
class RecognitionTest {
    private static final Tracker TRACKER = new FlywayTracker();

    @TempDir
    private Path folder;

    @Test
    void by_its_configuration() throws IOException {
        for (var name : List.of("flyway.toml", "flyway.conf", "conf/flyway.conf", "conf/flyway.toml")) {
            var file = write(name, name.endsWith("toml") ? "[flyway]\n" : "flyway.table=t\n");
            assertThat(TRACKER.recognises(folder)).as(name).isTrue();
            assertThat(TRACKER.recognises(file)).as(name).isTrue();
            Files.delete(file);
            assertThat(TRACKER.recognises(folder)).as(name).isFalse();
        }
    }

    @Test
    void by_the_names_of_scripts() throws IOException {
        for (var name : List.of(
                "sql/V1__x.sql",
                "src/main/resources/db/migration/V2024.01.02__x.sql",
                "db/migration/R__x.sql",
                "migrations/B5__x.sql",
                "migrations/2024/U2__x.sql",
                "V1_2__x.sql")) {
            var file = write(name, "");
            assertThat(TRACKER.recognises(folder)).as(name).isTrue();
            assertThat(TRACKER.recognises(file)).as(name).isTrue();
            Files.delete(file);
            assertThat(TRACKER.recognises(folder)).as(name).isFalse();
        }
    }

    @Test
    void not_by_what_only_looks_like_it() throws IOException {
        for (var name : List.of(
                "sql/V1_x.sql",
                "migrations/0001_x.sql",
                "migrations/20240102_x.up.sql",
                "db/migration/V1__x.txt",
                "other/V1__x.sql",
                "pyproject.toml",
                "some.conf")) {
            write(name, "[tool.other]\n");
        }
        assertThat(TRACKER.recognises(folder)).isFalse();
        assertThat(TRACKER.recognises(folder.resolve("pyproject.toml"))).isFalse();
        assertThat(TRACKER.recognises(folder.resolve("some.conf"))).isFalse();
    }

    /** In a class loader without the library: whoever touched it would die. */
    @Test
    void without_the_library() throws Exception {
        write("sql/V1__x.sql", "");
        var there = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("flyway-"))
                .map(RecognitionTest::url)
                .toArray(URL[]::new);
        try (var loader = new URLClassLoader(there, ClassLoader.getPlatformClassLoader())) {
            var trackers = (List<?>) loader.loadClass("dev.restamp.tracker.Trackers")
                    .getField("ALL")
                    .get(null);
            var type = loader.loadClass("dev.restamp.tracker.Tracker");
            var recognises = type.getMethod("recognises", Path.class);
            for (var tracker : trackers) {
                var mine = type.getMethod("name").invoke(tracker).equals("flyway");
                assertThat(recognises.invoke(tracker, folder)).isEqualTo(mine);
            }
        }
    }

    /** No connection could be opened: the database is nowhere. */
    @Test
    void opening_writes_nothing_and_asks_no_database() throws IOException {
        write("flyway.conf", "flyway.url=jdbc:postgresql://192.0.2.1/none\nflyway.locations=filesystem:sql\n");
        write("sql/V1__x.sql", "CREATE TABLE x ()");
        var before = files();
        var project = TRACKER.open(folder);
        assertThat(project.effects("public")).containsOnlyKeys("1");
        project.tool(Map.of());
        assertThat(files()).isEqualTo(before);
        assertThat(project.hasChanged()).isFalse();
        write("sql/V2__y.sql", "");
        assertThat(project.hasChanged()).isTrue();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).resolveSibling(""));
        return Files.writeString(folder.resolve(name), text);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (IOException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
