package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.catalog.CatalogDiff;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Difference;
import dev.restamp.core.catalog.Scope;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One schema is the same on every version of the server, and the same again after a dump and a restore. */
class RoundTripTest {
    private static final List<Integer> VERSIONS = List.of(14, 15, 16, 17, 18);
    private static final Scope WITH_ORDER =
            new Scope(Set.of(), List.of(), List.of(), List.of(), false, false, true, false);

    /** Schemas by their names; a generated one is named by its seed. */
    private static final List<String> SCHEMAS = schemas();

    private static final Map<List<Object>, TestDatabase> MADE = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    static Stream<Arguments> pairs() {
        return SCHEMAS.stream()
                .flatMap(schema -> VERSIONS.stream()
                        .filter(version -> version > VERSIONS.getFirst())
                        .map(version -> Arguments.of(schema, version)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void versions_do_not_differ(String schema, int version) {
        var differences = between(made(schema, 14), made(schema, version));
        assertThat(differences).as(String.join("\n", inWords(differences))).isEmpty();
    }

    static Stream<Arguments> dumps() {
        return Stream.of(14, 15)
                .flatMap(from -> VERSIONS.stream()
                        .filter(to -> to >= from)
                        .flatMap(to -> SCHEMAS.stream().map(schema -> Arguments.of(schema, from, to))));
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void a_dump_and_a_restore_change_nothing(String schema, int from, int to) {
        var original = made(schema, from);
        var restored = OlderPostgres.of(to).create();
        psql(restored, dump(original, folder.resolve("dump.sql")));
        var differences = between(original, restored);
        assertThat(differences).as(String.join("\n", inWords(differences))).isEmpty();
    }

    private static List<String> schemas() {
        var names = new ArrayList<String>();
        names.add("portable");
        for (var seed = 1; seed <= 4; seed++) {
            names.add("seed " + seed);
        }
        return names;
    }

    static TestDatabase made(String schema, int version) {
        return MADE.computeIfAbsent(List.of(schema, version), _ -> {
            var database = OlderPostgres.of(version).create();
            if (schema.equals("portable")) {
                // psql, for the driver cuts a function with several statements into pieces.
                psql(database, Path.of("src/test/resources/dev/restamp/postgres/portable.sql"));
            } else {
                database.run(new GeneratedSchema(Integer.parseInt(schema.substring(5))).sql());
            }
            return database;
        });
    }

    private static List<Difference> between(TestDatabase left, TestDatabase right) {
        return CatalogDiff.between(read(left), read(right), WITH_ORDER);
    }

    static CatalogSnapshot read(TestDatabase world) {
        try (var database = world.open()) {
            var version = CatalogSnapshots.version(database);
            return database.read(reading -> CatalogSnapshots.read(reading, version));
        }
    }

    private static List<String> inWords(List<Difference> differences) {
        return differences.stream().map(Difference::toString).toList();
    }

    private static Path dump(TestDatabase from, Path file) {
        run("pg_dump", from, "--schema-only", "--file", file.toString());
        return file;
    }

    static void psql(TestDatabase to, Path file) {
        run("psql", to, "--quiet", "--set", "ON_ERROR_STOP=1", "--file", file.toString());
    }

    private static void run(String program, TestDatabase database, String... options) {
        assumeTrue(DebianPostgres.isInstalled(), program + " of PostgreSQL 15 is not installed");
        var words = new ArrayList<>(List.of("/usr/lib/postgresql/15/bin/" + program));
        words.addAll(List.of(options));
        words.addAll(List.of("--host", database.server().host()));
        words.addAll(List.of("--port", String.valueOf(database.server().port())));
        words.addAll(List.of("--username", TestPostgres.USER, "--dbname", database.name()));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", TestPostgres.PASSWORD);
        try {
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
