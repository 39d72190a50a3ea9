package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code leftovers.txt} leaves one thing undone at a time: it is found, nothing else is, and its own fix is enough. */
class RestoreFixesTest {
    @TempDir
    private Path home;

    /**
     * A line of the file.
     *
     * @param object what the one finding is about
     * @param made how it came to be
     */
    record Undone(String kind, String object, List<String> made) {
        static Undone of(String line) {
            var parts = line.split(" \\| ", 3);
            return new Undone(parts[0], parts[1], List.of(parts[2].split("; ")));
        }

        @Override
        public String toString() {
            return kind + " " + object;
        }
    }

    @ParameterizedTest
    @MethodSource("undone")
    void it_is_found_alone_and_its_fix_is_enough(Undone undone) {
        try (var shop = new RestoredShop(home)) {
            shop.database()
                    .run(undone.made().stream()
                            .map(statement -> statement.replace("APP", shop.app()))
                            .toArray(String[]::new));
            var found = shop.leftovers();
            assertThat(found).as(found.toString()).hasSize(1);
            assertThat(found.getFirst().get("kind").stringValue()).isEqualTo(undone.kind());
            assertThat(found.getFirst().get("object").stringValue()).isEqualTo(undone.object());
            assertThat(shop.ask("diagnose", "--restore").exit()).isEqualTo(Exit.FINDING);
            shop.database().run(RestoredShop.fixes(found));
            assertThat(shop.leftovers()).isEmpty();
        }
    }

    static Stream<Undone> undone() {
        return Sql.beside(RestoreFixesTest.class, "leftovers.txt")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Undone::of);
    }
}
