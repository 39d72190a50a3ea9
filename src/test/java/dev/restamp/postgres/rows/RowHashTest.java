package dev.restamp.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.rows.Hashing;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.OlderPostgres;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.postgres.rows.RowHash.Way;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In each database the tables v0, v1, … have the values of {@code values.txt}, a type each, and NULL. */
class RowHashTest {
    private static final List<Integer> VERSIONS = List.of(14, 15, 16, 17, 18);

    static final List<Way> WAYS = List.of(new Way(false, false), new Way(false, true), new Way(true, false));

    private static final Map<Integer, TestDatabase> MADE = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void every_server_hashes_as_others_do(int version) {
        try (var database = made(version).open()) {
            assertThat(database.read(Pins::hashesAsUsual)).isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void no_two_values_of_a_type_have_the_same_hash(Way way) {
        assertThat(hashes(18, way))
                .allSatisfy((type, hashes) -> assertThat(hashes).as(type).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void a_value_has_the_same_hash_on_every_version(Way way) {
        var newest = hashes(18, way);

        assertThat(VERSIONS)
                .allSatisfy(version -> assertThat(hashes(version, way))
                        .as("PostgreSQL " + version)
                        .isEqualTo(newest));
    }

    /** If it is another one, old manifests find every database changed: the algorithm needs another name then. */
    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void a_fingerprint_is_what_it_was_when_manifests_were_kept(int version) {
        var world = OlderPostgres.of(version).create();
        world.run("""
                CREATE TABLE t (a int, b bigint, c bool, d text, e char(3), f uuid, g real, h float8, i date, j timestamp,
                                k timestamptz, l bytea, m money, n numeric, o int[], p point)""", """
                INSERT INTO t VALUES (1, 5000000000, true, 'é', 'ab', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 1.1, 0.1,
                                      '2026-01-02', '2026-01-02 03:04:05', '2026-01-02 03:04:05+01', '\\x00ff', '1.23',
                                      '1.50', '{1,NULL}', '(1,2)')""", "INSERT INTO t (a) VALUES (NULL)");

        assertThat(Comparing.fingerprints(world).values())
                .containsExactly(Optional.of(new Fingerprint(2, new BigInteger("-7473885862302507977"))));
    }

    @Test
    void settings_that_decide_how_values_are_written_are_the_same_on_every_connection() {
        var settings = Sql.of("""
                SELECT name || '=' || setting AS setting, pg_sleep(0.001)
                  FROM pg_settings
                 WHERE name IN ('bytea_output', 'DateStyle', 'extra_float_digits', 'IntervalStyle', 'lc_monetary',
                                'row_security', 'search_path', 'TimeZone')
                 ORDER BY lower(name)""");
        try (var database = made(18).open()) {
            List<List<String>> found = database.readTogether(3, readers -> {
                DataSide.of(readers);
                return readers.map(
                        List.of(1, 2, 3, 4, 5, 6), (reading, _) -> reading.query(settings, row -> row.text("setting")));
            });
            assertThat(found)
                    .containsOnly(List.of(
                            "bytea_output=hex",
                            "DateStyle=ISO, YMD",
                            "extra_float_digits=3",
                            "IntervalStyle=postgres",
                            "lc_monetary=C",
                            "row_security=off",
                            "search_path=pg_catalog, pg_temp",
                            "TimeZone=UTC"));
        }
    }

    /** Of each value in its order, by the type. */
    private static Map<String, List<String>> hashes(int version, Way way) {
        try (var database = made(version).open()) {
            return database.readTogether(1, readers -> {
                var side = DataSide.of(readers);
                var hashes = new LinkedHashMap<String, List<String>>();
                for (var i = 0; i < Values.ALL.size(); i++) {
                    hashes.put(Values.ALL.get(i).type(), hashes(side, "v" + i, way));
                }
                return hashes;
            });
        }
    }

    private static List<String> hashes(DataSide side, String table, Way way) {
        var columns = Hashing.of(side.shape(ObjectKey.of(Kind.TABLE, "public", table))).columns().stream()
                .filter(column -> column.name().equals("a"))
                .toList();
        return side.readers()
                .first()
                .query(
                        Sql.of("SELECT " + new RowHash(way).of(columns) + " AS hash FROM public." + table
                                + " ORDER BY n"),
                        row -> row.text("hash"));
    }

    private static TestDatabase made(int version) {
        return MADE.computeIfAbsent(version, _ -> {
            var world = OlderPostgres.of(version).create();
            var tables = IntStream.range(0, Values.ALL.size()).boxed().flatMap(i -> table("v" + i, Values.ALL.get(i)));
            world.run(Stream.concat(Values.TYPES.stream(), tables).toArray(String[]::new));
            return world;
        });
    }

    private static Stream<String> table(String name, Values values) {
        var rows = IntStream.range(0, values.texts().size())
                .mapToObj(n -> "(" + n + ", " + Sql.literal(values.texts().get(n)) + ")")
                .collect(Collectors.joining(", "));
        return Stream.of(
                "CREATE TABLE " + name + " (n int, a " + values.type() + ")",
                "INSERT INTO " + name + " VALUES (-1, NULL), " + rows);
    }
}
