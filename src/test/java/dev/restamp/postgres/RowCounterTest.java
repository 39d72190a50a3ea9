package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RowCounterTest {
    private final TestPostgres.TestDatabase world = TestPostgres.database();
    private final List<String> heard = new ArrayList<>();

    @Test
    void counts_every_table_of_every_schema_in_the_order_of_names() {
        world.run(
                "CREATE SCHEMA \"a;b\"",
                "CREATE TABLE \"a;b\".\"T \"\"quoted\"\"\" AS SELECT generate_series(1, 7)",
                "CREATE TABLE empty (a int)",
                "CREATE TABLE users AS SELECT generate_series(1, 75)",
                "CREATE VIEW v AS SELECT 1");

        assertThat(all()).containsExactly("a;b.T \"quoted\" 7", "public.empty 0", "public.users 75");
    }

    @Test
    void rows_of_a_partition_are_its_parents_and_rows_of_a_child_its_own() {
        world.run(
                "CREATE TABLE prices (at date) PARTITION BY RANGE (at)",
                "CREATE TABLE prices_2026 PARTITION OF prices FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
                "INSERT INTO prices VALUES ('2026-05-05'), ('2026-06-06')",
                "CREATE TABLE parent (a int)",
                "CREATE TABLE child () INHERITS (parent)",
                "INSERT INTO child VALUES (1)");

        assertThat(all()).containsExactly("public.child 1", "public.parent 0", "public.prices 2");
    }

    @Test
    void more_tables_than_fit_one_statement_and_a_big_one() {
        world.run(
                "DO $$ BEGIN FOR i IN 100..329 LOOP"
                        + " EXECUTE format('CREATE TABLE t%s AS SELECT generate_series(1, %s)', i, i); END LOOP; END $$",
                "CREATE TABLE big AS SELECT repeat('x', 1000) AS a FROM generate_series(1, 20000)",
                "VACUUM ANALYZE big");

        var counts = all();

        assertThat(counts)
                .hasSize(231)
                .startsWith("public.big 20000", "public.t100 100")
                .endsWith("public.t329 329");
        assertThat(heard).hasSize(231).last().isEqualTo("big 231/231 1.0");
    }

    @Test
    void an_estimate_stands_beside_the_count() {
        world.run(
                "CREATE TABLE users AS SELECT generate_series(1, 75)",
                "ANALYZE users",
                "INSERT INTO users VALUES (76)");

        try (var database = world.open()) {
            assertThat(database.<List<RowCount>>read(reading -> RowCounter.all(reading, this::hear)))
                    .isEqualTo(List.of(new RowCount(table("users"), OptionalLong.of(76), OptionalLong.of(75), "")));
        }
    }

    @Test
    void a_table_without_rights_or_locked_costs_its_own_row_only() throws Exception {
        var role = "counter_" + world.name();
        world.run(
                "CREATE TABLE a AS SELECT 1",
                "CREATE TABLE denied AS SELECT 1",
                "CREATE TABLE locked AS SELECT 1",
                "CREATE TABLE z AS SELECT 1",
                "CREATE ROLE " + role + " LOGIN PASSWORD 'pw'",
                "GRANT SELECT ON a, locked, z TO " + role);
        var limits = new Limits(
                Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30));
        try (var meddler = world.connect();
                var statement = meddler.createStatement();
                var database = Database.connect(world.urlAs(role, "pw"), Optional.empty(), limits)) {
            meddler.setAutoCommit(false);
            statement.execute("LOCK TABLE locked");

            assertThat(database.read(reading -> RowCounter.all(reading, this::hear)).stream()
                            .map(RowCounterTest::inWords))
                    .containsExactly(
                            "public.a 1",
                            "public.denied ? this role may not read it",
                            "public.locked ? lock not obtained in 100 ms",
                            "public.z 1");
        }
    }

    @Test
    void named_tables_come_in_the_order_they_were_named() {
        world.run(
                "CREATE TABLE a AS SELECT 1",
                "CREATE TABLE b AS SELECT 1",
                "CREATE VIEW v AS SELECT generate_series(1, 3)");
        try (var database = world.open()) {
            var counts = database.read(reading -> RowCounter.of(
                    reading,
                    List.of(
                            List.of(table("v")),
                            List.of(table("nope"), table("no")),
                            List.of(ObjectKey.of(Kind.TABLE, "elsewhere", "a"), table("a"))),
                    this::hear));

            assertThat(counts.stream().map(RowCounterTest::inWords))
                    .containsExactly("public.v 3", "public.nope ? there is no such table", "public.a 1");
        }
    }

    @Test
    void no_tables_are_no_rows() {
        assertThat(all()).isEmpty();
    }

    private List<String> all() {
        try (var database = world.open()) {
            return database.read(reading -> RowCounter.all(reading, this::hear)).stream()
                    .map(RowCounterTest::inWords)
                    .toList();
        }
    }

    private void hear(RowCount table, int done, int tables, double fraction) {
        heard.add(table.table().name() + " " + done + "/" + tables + " " + fraction);
    }

    private static String inWords(RowCount count) {
        var rows = count.rows().isPresent() ? Long.toString(count.rows().getAsLong()) : "? " + count.why();
        return String.join(".", count.table().path()) + " " + rows;
    }

    private static ObjectKey table(String name) {
        return ObjectKey.of(Kind.TABLE, "public", name);
    }
}
