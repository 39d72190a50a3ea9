package dev.restamp.postgres.rows;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.postgres.OlderPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of more columns than can be hashed in one chain, on servers of two versions. Columns are c1000, c1001, … */
class WideTablesTest {
    private final Both<TestDatabase> worlds =
            new Both<>(OlderPostgres.of(14).create(), OlderPostgres.of(18).create());

    @ParameterizedTest(name = "strong {0}")
    @ValueSource(booleans = {false, true})
    void a_change_in_any_of_a_thousand_columns_is_found(boolean strong) {
        var places = List.of(1000, 1399, 1400, 1799, 1800, 1999);
        onBoth(Stream.concat(Stream.of("same"), places.stream().map(place -> "changed_" + place))
                .flatMap(name -> table(name, 1000, _ -> "int", i -> String.valueOf(i)))
                .toArray(String[]::new));
        places.forEach(place -> worlds.right().run("UPDATE changed_" + place + " SET c" + place + " = -1"));

        var verdicts = Comparing.verdicts(worlds, Comparing.all(strong));

        assertThat(verdicts.remove("public.same")).isEqualTo(Verdict.EQUAL);
        assertThat(verdicts)
                .hasSize(places.size())
                .allSatisfy((table, verdict) -> assertThat(verdict).as(table).isEqualTo(Verdict.DIFFERENT));
    }

    @ParameterizedTest(name = "strong {0}")
    @ValueSource(booleans = {false, true})
    void values_that_change_places_over_hundreds_of_columns_are_found(boolean strong) {
        worlds.left().run(table("t", 1200, _ -> "int", i -> i < 400 ? "1" : "2").toArray(String[]::new));
        worlds.right()
                .run(table("t", 1200, _ -> "int", i -> i >= 400 && i < 800 ? "1" : "2")
                        .toArray(String[]::new));

        assertThat(Comparing.verdicts(worlds, Comparing.all(strong))).containsEntry("public.t", Verdict.DIFFERENT);
    }

    /** The hash of a bigint that may be NULL is three calls deep. */
    @ParameterizedTest(name = "strong {0}")
    @ValueSource(booleans = {false, true})
    void as_many_columns_as_a_table_can_have(boolean strong) {
        onBoth(table("big", 1600, _ -> "bigint", i -> i % 3 == 0 ? String.valueOf(i) : "NULL")
                .toArray(String[]::new));
        onBoth(table("mixed", 1600, i -> List.of("text", "float8", "uuid").get(i % 3), i -> "NULL")
                .toArray(String[]::new));
        assertThat(Comparing.verdicts(worlds, Comparing.all(strong)).values()).containsOnly(Verdict.EQUAL);

        worlds.right().run("UPDATE big SET c2599 = 0", "UPDATE mixed SET c2599 = ''");
        assertThat(Comparing.verdicts(worlds, Comparing.all(strong)).values()).containsOnly(Verdict.DIFFERENT);
    }

    private void onBoth(String... statements) {
        worlds.left().run(statements);
        worlds.right().run(statements);
    }

    private static Stream<String> table(String name, int columns, IntFunction<String> type, IntFunction<String> value) {
        return Stream.of(
                "CREATE TABLE " + name + " ("
                        + IntStream.range(0, columns)
                                .mapToObj(i -> "c" + (1000 + i) + " " + type.apply(i))
                                .collect(joining(", "))
                        + ")",
                "INSERT INTO " + name + " VALUES ("
                        + IntStream.range(0, columns).mapToObj(value).collect(joining(", ")) + ")");
    }
}
