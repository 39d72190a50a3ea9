package dev.restamp.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Both;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.DifferingKey;
import dev.restamp.core.rows.RowDifference;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Readers;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.postgres.rows.RowFinder.Found;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table is called {@code t} on both sides. A key is written with how many rows have it: {@code 7 1/0} is left only. */
class RowFinderTest {
    private final TestDatabase left = TestPostgres.database();
    private final TestDatabase right = TestPostgres.database();

    @ParameterizedTest
    @ValueSource(strings = {"int", "smallint", "bigint", "numeric", "text", "varchar(9)", "float8"})
    void a_key_of_one_column(String type) {
        both(
                "CREATE TABLE t (id " + type + " PRIMARY KEY, a text)",
                "INSERT INTO t SELECT i, 'x' FROM generate_series(-9, 9) i");
        left.run("INSERT INTO t VALUES (101, 'added')", "UPDATE t SET a = 'other' WHERE id = '7'");
        right.run("INSERT INTO t VALUES (102, 'missing')", "UPDATE t SET a = NULL WHERE id = '-7'");
        assertThat(found()).containsExactlyInAnyOrder("-7 1/1", "101 1/0", "102 0/1", "7 1/1");
        assertThat(seen()).containsExactlyInAnyOrder("-7 a", "101 +", "102 -", "7 a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uuid        | md5(i::text)::uuid                  | '00000000-0000-0000-0000-00000000000f'
            date        | date '2026-01-01' + i               | '0044-03-15 BC'
            date        | date '2026-01-01' + i               | infinity
            timestamptz | timestamptz '2026-01-01 00:00+03' + i * interval '1 s' | '2026-05-05 05:05:05.000001+00'
            bytea       | decode(md5(i::text), 'hex')         | '\\x00ff'
            char(5)     | i::text                             | z
            interval    | i * interval '1 day'                | '-1 mons +02:03:00'
            inet        | '10.0.0.0'::inet + i                | '::1/128'
            boolean[]   | ARRAY[i % 2 = 0, i % 3 = 0, i % 5 = 0, i > 9, i % 7 = 0] | {t}
            """)
    void keys_of_other_types(String type, String value, String other) {
        both(
                "CREATE TABLE t (id " + type + " PRIMARY KEY, a int)",
                "INSERT INTO t SELECT " + value + ", 1 FROM generate_series(1, 20) i ON CONFLICT DO NOTHING");
        left.run("INSERT INTO t VALUES (" + Sql.literal(other.replace("'", "")) + ", 2)");
        right.run("INSERT INTO t VALUES (" + Sql.literal(other.replace("'", "")) + ", 3)");
        assertThat(found()).containsExactly(other.replace("'", "") + " 1/1");
        assertThat(seen()).containsExactly(other.replace("'", "") + " a");
    }

    @Test
    void extreme_keys() {
        both("CREATE TABLE t (id bigint PRIMARY KEY, a int)");
        left.run("INSERT INTO t VALUES (-9223372036854775808, 1), (0, 1), (9223372036854775807, 1), (4294967296, 1)");
        right.run("INSERT INTO t VALUES (-9223372036854775808, 2), (0, 1), (9223372036854775807, 2), (4294967297, 1)");
        var all = List.of("-9223372036854775808 1/1", "4294967296 1/0", "4294967297 0/1", "9223372036854775807 1/1");
        assertThat(found()).containsExactlyInAnyOrderElementsOf(all);
        both("DELETE FROM t WHERE id <= 0");
        assertThat(found()).containsExactlyInAnyOrderElementsOf(all.subList(1, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807 - i",
                "-9223372036854775808 + i",
                "-5000000000 + i",
                "9223372036854775807 - i * 9007199254740991"
            })
    void keys_at_the_end_of_what_a_number_can_be(String key) {
        both(
                "CREATE TABLE t (id bigint PRIMARY KEY, a int)",
                "INSERT INTO t SELECT " + key + ", 1 FROM generate_series(0::bigint, 300) i");
        left.run("UPDATE t SET a = 2 WHERE id IN (SELECT max(id) FROM t UNION SELECT min(id) FROM t)");
        var ends = left.column("SELECT id || ' 1/1' FROM t WHERE a = 2");
        assertThat(found()).containsExactlyInAnyOrderElementsOf(ends).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"40000, -2147483648, 2147483647", "60, -32768, 32767"})
    void the_ends_of_an_integer(int rows, String first, String last) {
        both(
                "CREATE TABLE t (id int PRIMARY KEY, a int)",
                "INSERT INTO t SELECT i, 1 FROM generate_series(1, " + rows + ") i");
        left.run("INSERT INTO t VALUES (" + first + ", 1), (" + last + ", 1)");
        assertThat(found()).containsExactlyInAnyOrder(first + " 1/0", last + " 1/0");
    }

    @Test
    void a_key_of_several_columns() {
        both(
                "CREATE TABLE t (name text, day date, \"odd \"\"name\" int, PRIMARY KEY (name, day))",
                "INSERT INTO t SELECT name, day, 1 FROM unnest(ARRAY['', 'a', 'a,b', E'\\\\N', 'it''s', E'new\\nline']) name,"
                        + " generate_series(date '2026-01-01', '2026-02-01', '1 day') day");
        left.run(
                "UPDATE t SET \"odd \"\"name\" = 2 WHERE (name, day) = ('it''s', '2026-01-02')",
                "DELETE FROM t WHERE (name, day) = ('', '2026-01-03')");
        right.run(
                "UPDATE t SET \"odd \"\"name\" = 2 WHERE (name, day) = (E'\\\\N', '2026-01-02')",
                "DELETE FROM t WHERE (name, day) = (E'new\\nline', '2026-01-04')");
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "it's, 2026-01-02 1/1", ", 2026-01-03 0/1", "\\N, 2026-01-02 1/1", "new\nline, 2026-01-04 1/0");
        assertThat(seen())
                .contains("it's, 2026-01-02 odd \"name", "\\N, 2026-01-02 odd \"name", "new\nline, 2026-01-04 +");
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "text", "uuid"})
    void one_side_has_lost_its_key_and_has_rows_twice_and_without(String type) {
        var value = type.equals("uuid") ? "lpad(i::text, 32, '0')::uuid" : "i";
        left.run("CREATE TABLE t (id " + type + " PRIMARY KEY, a text)");
        right.run("CREATE TABLE t (id " + type + ", a text)");
        both("INSERT INTO t SELECT " + value + ", 'x' FROM generate_series(1, 50) i");
        right.run(
                "INSERT INTO t SELECT * FROM t WHERE a = 'x' ORDER BY id::text LIMIT 1",
                "INSERT INTO t VALUES (NULL, 'x'), (NULL, 'x'), (NULL, 'y')");
        var first = left.column("SELECT id FROM t ORDER BY id::text LIMIT 1").getFirst();
        assertThat(found()).containsExactlyInAnyOrder(first + " 1/2", "\\N 0/3");
        assertThat(found(new Both<>(/* left= */ right, /* right= */ left)))
                .containsExactlyInAnyOrder(first + " 2/1", "\\N 3/0");
        assertThat(kinds()).containsExactlyInAnyOrder("REPEATED", "MISSING");
    }

    @Test
    void without_a_key_a_row_is_as_often_there_as_it_is_there() {
        both("CREATE TABLE t (a int, b text)", "INSERT INTO t SELECT i % 10, 'x' FROM generate_series(1, 100) i");
        left.run("INSERT INTO t VALUES (1, 'x'), (77, NULL)");
        right.run("INSERT INTO t VALUES (NULL, ''), (NULL, ''), (NULL, NULL)");
        assertThat(counts()).containsExactlyInAnyOrder("11/10", "1/0", "0/2", "0/1");
        assertThat(kinds()).containsExactlyInAnyOrder("REPEATED", "ADDED", "MISSING", "MISSING");
    }

    @Test
    void one_key_a_billion_away() {
        both(
                "CREATE TABLE t (id int PRIMARY KEY, a int)",
                "INSERT INTO t SELECT i, i FROM generate_series(1, 120000) i",
                "INSERT INTO t VALUES (1000000000, 1)");
        left.run("UPDATE t SET a = 0 WHERE id % 40007 = 0");
        right.run("UPDATE t SET a = 2 WHERE id = 1000000000");
        assertThat(found()).containsExactlyInAnyOrder("40007 1/1", "80014 1/1", "1000000000 1/1");
    }

    @Test
    void nothing_on_one_side_and_nothing_on_both() {
        both("CREATE TABLE t (id int PRIMARY KEY, a int)");
        assertThat(found()).isEmpty();
        left.run("INSERT INTO t VALUES (1, 1), (2, NULL)");
        assertThat(found()).containsExactly("1 1/0", "2 1/0");
        assertThat(found(new Both<>(/* left= */ right, /* right= */ left))).containsExactly("1 0/1", "2 0/1");
    }

    @ParameterizedTest
    @CsvSource({"30000, 1003, i", "130000, 1003, i", "70000, 5, i * 7 - 100000", "30000, 1003, md5(i::text)"})
    void scattered_differences_are_all_found(int rows, int differing, String key) {
        both(
                "CREATE TABLE t (id " + (key.startsWith("md5") ? "text" : "int") + " PRIMARY KEY, a int, n int)",
                "INSERT INTO t SELECT " + key + ", 1, i FROM generate_series(1, " + rows + ") i");
        left.run("UPDATE t SET a = 2 WHERE n % " + (rows / differing) + " = 1 AND n <= "
                + (rows / differing) * differing);
        var expected = left.column("SELECT id || ' 1/1' FROM t WHERE a = 2");
        assertThat(expected).hasSize(differing);
        assertThat(found()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIMARY KEY (id)", "PRIMARY KEY (id, b)", "UNIQUE (b)"})
    void every_row_is_different(String key) {
        left.run("CREATE TABLE t (id int NOT NULL, b int NOT NULL, a text, " + key + ")");
        right.run("CREATE TABLE t (id int NOT NULL, b int NOT NULL, a text)");
        left.run("INSERT INTO t SELECT i, -i, 'x' FROM generate_series(1, 12000) i");
        right.run("INSERT INTO t SELECT i, -i, 'y' FROM generate_series(1, 12000) i");
        var found = found(RowFinder::find);
        assertThat(found.keys()).hasSize(12_000);
        assertThat(found.beyond()).isZero();
        assertThat(found.rows()).isEqualTo(new Both<>(12_000L, 12_000L));
        assertThat(again(found.keys())).isEqualTo(found.keys());
        List<RowDifference> values = found(finder -> finder.values(found.keys(), 10));
        assertThat(values).hasSize(12_000);
    }

    @Test
    void a_partitioned_table_against_a_plain_one() {
        left.run(
                "CREATE TABLE t (id int PRIMARY KEY, a text) PARTITION BY RANGE (id)",
                "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (MINVALUE) TO (50)",
                "CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (50) TO (MAXVALUE) PARTITION BY LIST (id)",
                "CREATE TABLE t3 PARTITION OF t2 DEFAULT");
        right.run("CREATE TABLE t (a text, id int PRIMARY KEY)");
        both("INSERT INTO t (id, a) SELECT i, 'x' FROM generate_series(1, 100) i");
        assertThat(found()).isEmpty();
        left.run("UPDATE t SET a = 'y' WHERE id IN (1, 50)", "DELETE FROM t WHERE id IN (49, 100)");
        assertThat(found()).containsExactly("1 1/1", "49 0/1", "50 1/1", "100 0/1");
        assertThat(seen()).containsExactly("1 a", "49 -", "50 a", "100 -");
    }

    @Test
    void rows_of_a_child_are_its_own() {
        both("CREATE TABLE t (id int PRIMARY KEY)", "CREATE TABLE child () INHERITS (t)", "INSERT INTO t VALUES (1)");
        left.run("INSERT INTO child VALUES (2)");
        assertThat(found()).isEmpty();
    }

    @Test
    void what_is_generated_or_left_out_does_not_count() {
        left.run(
                "CREATE TABLE t (id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 2) STORED, touched int)");
        right.run(
                "CREATE TABLE t (id int PRIMARY KEY, a int, twice int GENERATED ALWAYS AS (a * 3) STORED, touched int)");
        left.run("INSERT INTO t VALUES (1, 1, DEFAULT, 1), (2, 1, DEFAULT, 1)");
        right.run("INSERT INTO t VALUES (1, 1, DEFAULT, 7), (2, 3, DEFAULT, 7)");
        assertThat(seen()).containsExactly("1 touched", "2 a touched");
        try (var here = left.open();
                var there = right.open()) {
            assertThat(here.<List<String>>readTogether(
                            2,
                            ours -> there.readTogether(
                                    2,
                                    theirs -> words(RowFinder.of(
                                                    new Both<>(ours, theirs),
                                                    List.of(ObjectKey.of(Kind.TABLE, "public", "t")),
                                                    (_, column) -> column.equals("touched"),
                                                    (_, _) -> {})
                                            .find()))))
                    .containsExactly("2 1/1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "int, bigint, 99999999999",
        "smallint, int, 70000",
        "int, text, x y",
        "text, varchar(5), abc",
        "int, numeric, 1.50",
        "uuid, text, no uuid"
    })
    void keys_of_two_types(String ours, String theirs, String strange) {
        left.run("CREATE TABLE t (id " + ours + " PRIMARY KEY, a int)");
        right.run("CREATE TABLE t (id " + theirs + " PRIMARY KEY, a int)");
        var value = ours.equals("uuid") ? "lpad(i::text, 32, '0')::uuid" : "i";
        both("INSERT INTO t SELECT " + value + ", 1 FROM generate_series(1, 50) i");
        right.run("INSERT INTO t VALUES ('" + strange + "', 1)");
        assertThat(found()).containsExactly(strange + " 0/1");
        assertThat(seen()).containsExactly(strange + " -");
        assertThat(seen(new Both<>(/* left= */ right, /* right= */ left))).containsExactly(strange + " +");
    }

    @Test
    void a_key_whose_labels_differ() {
        left.run("CREATE TYPE mood AS ENUM ('a', 'b')");
        right.run("CREATE TYPE mood AS ENUM ('b', 'c', 'a')");
        both("CREATE TABLE t (id mood PRIMARY KEY, a int)", "INSERT INTO t VALUES ('a', 1), ('b', 1)");
        right.run("INSERT INTO t VALUES ('c', 1)", "UPDATE t SET a = 2 WHERE id = 'b'");
        assertThat(seen()).containsExactlyInAnyOrder("b a", "c -");
    }

    @Test
    void case_counts_whatever_a_collation_calls_equal() {
        both(
                "CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                "CREATE TABLE t (id text COLLATE blind PRIMARY KEY, a text COLLATE blind)");
        left.run("INSERT INTO t VALUES ('A', 'x'), ('b', 'x')");
        right.run("INSERT INTO t VALUES ('a', 'x'), ('b', 'X')");
        assertThat(found()).containsExactlyInAnyOrder("A 1/0", "a 0/1", "b 1/1");
        assertThat(seen()).containsExactlyInAnyOrder("A +", "a -", "b a");
    }

    @Test
    void what_has_come_to_rest_is_dropped_and_what_moves_is_shown_as_it_is_now() throws Exception {
        both("CREATE TABLE t (id int PRIMARY KEY, a text)", "INSERT INTO t SELECT i, 'x' FROM generate_series(1, 9) i");
        left.run(
                "UPDATE t SET a = 'settles' WHERE id = 1",
                "UPDATE t SET a = 'moves' WHERE id = 2",
                "DELETE FROM t WHERE id = 3",
                "UPDATE t SET a = 'stays' WHERE id = 4");
        try (var here = left.open();
                var there = right.open()) {
            here.<Object>readTogether(
                    2,
                    ours -> there.readTogether(2, theirs -> {
                        var finder = finder(new Both<>(ours, theirs));
                        var keys = finder.find().keys();
                        assertThat(keys).hasSize(4);
                        right.run(
                                "UPDATE t SET a = 'settles' WHERE id = 1",
                                "UPDATE t SET a = 'moves too' WHERE id = 2",
                                "DELETE FROM t WHERE id = 3");
                        assertThat(finder.again(keys))
                                .as("in the snapshots it began with")
                                .isEqualTo(keys);
                        assertThat(later(finder, keys))
                                .containsExactly(
                                        "2 [Optional[moves], Optional[2]] [Optional[moves too], Optional[2]]",
                                        "4 [Optional[stays], Optional[4]] [Optional[x], Optional[4]]");
                        return keys;
                    }));
        }
    }

    private List<String> later(RowFinder finder, List<DifferingKey> keys) {
        return reading(readers -> {
            var now = finder.in(readers);
            return now.values(now.again(keys), 0).stream()
                    .map(one -> one.key().getFirst() + " "
                            + one.left().getFirst().values() + " "
                            + one.right().getFirst().values())
                    .toList();
        });
    }

    @Test
    void a_table_that_cannot_be_compared_is_a_problem() {
        left.run("CREATE TABLE t (id int PRIMARY KEY, a int)", "CREATE TABLE mine (id int)");
        right.run("CREATE TABLE t (id int PRIMARY KEY, b int)");
        assertThatThrownBy(this::found)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.what())
                                .isEqualTo("public.t: columns differ, only left: a; only right: b"));
        assertThatThrownBy(() -> reading(readers -> RowFinder.of(
                        readers, List.of(ObjectKey.of(Kind.TABLE, "public", "mine")), (_, _) -> false, (_, _) -> {})))
                .hasMessageContaining("the right side has no table public.mine");
    }

    @Test
    void long_values_differ_also_where_they_were_cut() {
        both("CREATE TABLE t (id int PRIMARY KEY, a text, b bytea)");
        left.run("INSERT INTO t SELECT 1, repeat('x', 10000) || 'a', decode(repeat('00', 10000) || '01', 'hex')");
        right.run("INSERT INTO t SELECT 1, repeat('x', 10000) || 'b', decode(repeat('00', 10000) || '02', 'hex')");
        assertThat(seen()).containsExactly("1 a b");
    }

    private void both(String... statements) {
        left.run(statements);
        right.run(statements);
    }

    private List<String> found() {
        return found(new Both<>(left, right));
    }

    private List<String> found(Both<TestDatabase> sides) {
        return reading(sides, readers -> words(finder(readers).find()));
    }

    private static List<String> words(Found found) {
        return found.keys().stream()
                .map(one -> String.join(", ", one.key()) + " " + one.left().size() + "/"
                        + one.right().size())
                .toList();
    }

    private List<String> counts() {
        return found().stream()
                .map(word -> word.substring(word.indexOf(' ') + 1))
                .toList();
    }

    private List<String> kinds() {
        return found(RowFinderTest::differences).stream()
                .map(one -> one.kind().name())
                .toList();
    }

    /** Each row that differs with the columns that do; {@code +} and {@code -} for one that is on one side only. */
    private List<String> seen() {
        return seen(new Both<>(left, right));
    }

    private List<String> seen(Both<TestDatabase> sides) {
        return reading(sides, readers -> {
            var finder = finder(readers);
            return differences(finder).stream()
                    .map(one -> String.join(", ", one.key()) + " " + what(one, finder.columns()))
                    .toList();
        });
    }

    private static String what(RowDifference one, List<String> columns) {
        return switch (one.kind()) {
            case ADDED -> "+";
            case MISSING -> "-";
            case REPEATED -> one.left().size() + "/" + one.right().size();
            case CHANGED -> one.changed().stream().map(columns::get).collect(Collectors.joining(" "));
        };
    }

    private static List<RowDifference> differences(RowFinder finder) {
        return finder.values(finder.again(finder.find().keys()), 100);
    }

    private <T> T found(Function<RowFinder, T> work) {
        return reading(readers -> work.apply(finder(readers)));
    }

    private List<DifferingKey> again(List<DifferingKey> keys) {
        return found(finder -> finder.again(keys));
    }

    private static RowFinder finder(Both<Readers> readers) {
        return RowFinder.of(readers, List.of(ObjectKey.of(Kind.TABLE, "public", "t")), (_, _) -> false, (_, _) -> {});
    }

    private <T> T reading(Function<Both<Readers>, T> work) {
        return reading(new Both<>(left, right), work);
    }

    private static <T> T reading(Both<TestDatabase> sides, Function<Both<Readers>, T> work) {
        try (var here = sides.left().open();
                var there = sides.right().open()) {
            return here.readTogether(3, ours -> there.readTogether(3, theirs -> work.apply(new Both<>(ours, theirs))));
        }
    }
}
