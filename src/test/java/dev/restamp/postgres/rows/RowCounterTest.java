package dev.restamp.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.rows.RowCount;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.Limits;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.rows.RowCounter.Choice;
import dev.restamp.postgres.rows.RowCounter.More;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
        assertThat(heard).hasSize(231).last().asString().endsWith(" 231/231 1.0");
    }

    @Test
    void an_estimate_stands_beside_the_count() {
        world.run(
                "CREATE TABLE users AS SELECT generate_series(1, 75)",
                "ANALYZE users",
                "INSERT INTO users VALUES (76)");

        try (var database = world.open()) {
            assertThat(database.<List<RowCount>>readTogether(
                            3, readers -> RowCounter.count(readers, Choice.ALL, this::hear)))
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

            assertThat(database.readTogether(3, readers -> RowCounter.count(readers, Choice.ALL, this::hear)).stream()
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
            var named = List.of(
                    List.of(table("v")),
                    List.of(table("nope"), table("no")),
                    List.of(ObjectKey.of(Kind.TABLE, "elsewhere", "a"), table("a")));
            var counts = database.readTogether(
                    3, readers -> RowCounter.count(readers, new Choice(named, Set.of(), Pace.FREE), this::hear));

            assertThat(counts.stream().map(RowCounterTest::inWords))
                    .containsExactly("public.v 3", "public.nope ? there is no such table", "public.a 1");
        }
    }

    @Test
    void a_huge_table_is_counted_in_slices_and_each_partition_for_itself() {
        world.run(
                "CREATE TABLE huge (a text) WITH (fillfactor = 10)",
                "ALTER TABLE huge ALTER a SET STORAGE PLAIN",
                "INSERT INTO huge SELECT repeat('x', 500) FROM generate_series(1, 9000)",
                "CREATE TABLE prices (at int) PARTITION BY LIST (at)",
                "CREATE TABLE prices_1 PARTITION OF prices FOR VALUES IN (1)",
                "CREATE TABLE prices_2 PARTITION OF prices FOR VALUES IN (2)",
                "INSERT INTO prices VALUES (1), (2), (2)",
                "VACUUM ANALYZE");

        try (var database = world.open()) {
            var slowly = new Choice(List.of(), Set.of(), Pace.of(Optional.empty(), 90));
            assertThat(database.readTogether(3, readers -> RowCounter.count(readers, slowly, this::hear)).stream()
                            .map(RowCounterTest::inWords))
                    .containsExactly("public.huge 9000", "public.prices 3");
        }

        assertThat(heard.stream().filter(line -> line.startsWith(" "))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(heard).last().asString().endsWith(" 2/2 1.0");
    }

    @Test
    void partitions_foreign_tables_and_views_where_they_are_asked_for() {
        world.run(
                "CREATE TABLE prices (at int) PARTITION BY LIST (at)",
                "CREATE TABLE prices_1 PARTITION OF prices FOR VALUES IN (1)",
                "INSERT INTO prices VALUES (1)",
                "CREATE VIEW v AS SELECT generate_series(1, 3)",
                "CREATE MATERIALIZED VIEW m AS SELECT generate_series(1, 4)");
        try (var database = world.open()) {
            var choice = new Choice(List.of(), Set.of(More.values()), Pace.FREE);
            assertThat(database.readTogether(3, readers -> RowCounter.count(readers, choice, this::hear)).stream()
                            .map(RowCounterTest::inWords))
                    .containsExactly("public.m 4", "public.prices 1", "public.prices_1 1", "public.v 3");
        }
    }

    @Test
    void what_there_is_no_time_for_is_estimated() {
        world.run(
                "CREATE TABLE slow AS SELECT i FROM generate_series(1, 1000) i",
                "CREATE VIEW sleeping AS SELECT pg_sleep(30)::text",
                "ANALYZE slow");
        try (var database = world.open()) {
            var choice = new Choice(List.of(), Set.of(More.VIEW), Pace.of(Optional.of(Duration.ofMillis(200)), 100));
            List<RowCount> counts = database.readTogether(1, readers -> RowCounter.count(readers, choice, this::hear));
            assertThat(counts)
                    .containsExactly(
                            new RowCount(table("sleeping"), OptionalLong.empty(), OptionalLong.empty(), "time limit"),
                            new RowCount(table("slow"), OptionalLong.empty(), OptionalLong.of(1000), "time limit"));
        }
    }

    @Test
    void several_connections_see_one_snapshot() {
        world.run("CREATE TABLE a (i int)", "CREATE TABLE b (i int)");
        try (var database = world.open()) {
            var counts = database.readTogether(4, readers -> {
                readers.first().query(Sql.of("SELECT 1"), row -> row.number("?column?"));
                world.run("INSERT INTO a VALUES (1)", "INSERT INTO b VALUES (1)");
                return readers.map(
                        List.of("a", "b", "a", "b", "a", "b"),
                        (reading, table) -> reading.first(
                                        Sql.of("SELECT count(*) AS n, pg_backend_pid() AS pid, pg_sleep(0.05) FROM "
                                                + "public." + table),
                                        row -> List.of(row.number("n"), row.number("pid")))
                                .orElseThrow());
            });
            assertThat(counts).allMatch(count -> count.getFirst() == 0);
            assertThat(counts.stream().map(List::getLast).distinct()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void no_tables_are_no_rows() {
        assertThat(all()).isEmpty();
    }

    private List<String> all() {
        try (var database = world.open()) {
            return database.readTogether(3, readers -> RowCounter.count(readers, Choice.ALL, this::hear)).stream()
                    .map(RowCounterTest::inWords)
                    .toList();
        }
    }

    private void hear(Optional<RowCount> table, int done, int tables, double fraction) {
        heard.add(table.map(one -> one.table().name()).orElse("") + " " + done + "/" + tables + " " + fraction);
    }

    private static String inWords(RowCount count) {
        var rows = count.rows().isPresent() ? Long.toString(count.rows().getAsLong()) : "? " + count.why();
        return String.join(".", count.table().path()) + " " + rows;
    }

    private static ObjectKey table(String name) {
        return ObjectKey.of(Kind.TABLE, "public", name);
    }
}
