package dev.restamp.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.Limits;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.postgres.rows.ContentReader.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Two databases of one server; in most tests both begin with the same tables. */
class ContentReaderTest {
    private final TestDatabase left = TestPostgres.database();
    private final TestDatabase right = TestPostgres.database();

    @Test
    void every_table_of_either_side_in_the_order_of_names() {
        onBoth("CREATE TABLE b AS SELECT 1 AS a", "CREATE TABLE c AS SELECT 1 AS a");
        left.run("CREATE TABLE a ()", "INSERT INTO c VALUES (2)");
        right.run("CREATE SCHEMA z", "CREATE TABLE z.a ()");

        assertThat(found(Choice.ALL))
                .containsExactly(
                        "public.a ONLY_LEFT not there on the right",
                        "public.b EQUAL 1:1",
                        "public.c DIFFERENT 2:1",
                        "z.a ONLY_RIGHT not there on the left");
    }

    @Test
    void a_column_on_one_side_only_is_named() {
        left.run("CREATE TABLE t (a int, b int, \"C\" int)");
        right.run("CREATE TABLE t (a int, d int, e int)");

        assertThat(found(Choice.ALL))
                .containsExactly("public.t COLUMNS columns differ, only left: C, b; only right: d, e");
    }

    @Test
    void what_is_left_out_does_not_count() {
        left.run("CREATE TABLE t (a int, at timestamp, b int)", "INSERT INTO t VALUES (1, '2026-01-01', 2)");
        right.run("CREATE TABLE t (a int, at date)", "INSERT INTO t VALUES (1, '2026-02-02')");
        BiPredicate<ObjectKey, String> leftOut = (table, column) ->
                table.equals(table("t")) && List.of("at", "b").contains(column);

        assertThat(found(Choice.ALL)).containsExactly("public.t COLUMNS columns differ, only left: b");
        assertThat(found(new Choice(List.of(), "", leftOut, false, 100, Pace.FREE)))
                .containsExactly("public.t EQUAL 1:1");
        assertThat(found(new Choice(List.of(), "", (_, _) -> true, false, 100, Pace.FREE)))
                .containsExactly("public.t EQUAL 1:1");
    }

    @Test
    void named_tables_and_views_only() {
        onBoth(
                "CREATE TABLE a AS SELECT 1 AS a",
                "CREATE TABLE other ()",
                "CREATE VIEW v AS SELECT * FROM a",
                "CREATE MATERIALIZED VIEW m AS SELECT * FROM a");
        right.run("INSERT INTO a VALUES (2)");
        var named = List.of(
                List.of(table("v")),
                List.of(table("m")),
                List.of(table("nope")),
                List.of(ObjectKey.of(Kind.TABLE, "elsewhere", "a"), table("a")));

        assertThat(found(new Choice(named, "", (_, _) -> false, false, 100, Pace.FREE)))
                .containsExactly(
                        "public.a DIFFERENT 1:2",
                        "public.m EQUAL 1:1",
                        "public.nope UNKNOWN there is no such table",
                        "public.v DIFFERENT 1:2");
    }

    @Test
    void rows_of_a_child_are_not_its_parents() {
        onBoth("CREATE TABLE parent (a int)", "CREATE TABLE child () INHERITS (parent)");
        left.run("INSERT INTO parent VALUES (1)");
        right.run("INSERT INTO child VALUES (1)");

        assertThat(found(Choice.ALL)).containsExactly("public.child DIFFERENT 0:1", "public.parent DIFFERENT 1:0");
    }

    @Test
    void a_table_without_columns_has_rows_all_the_same() {
        onBoth("CREATE TABLE t ()", "INSERT INTO t DEFAULT VALUES");
        assertThat(found(Choice.ALL)).containsExactly("public.t EQUAL 1:1");

        right.run("INSERT INTO t DEFAULT VALUES");
        assertThat(found(Choice.ALL)).containsExactly("public.t DIFFERENT 1:2");
        assertThat(found(Comparing.STRONG)).containsExactly("public.t DIFFERENT 1:2");
    }

    @Test
    void a_table_that_cannot_be_read_costs_its_own_verdict_only() throws Exception {
        var role = "content_" + left.name();
        onBoth(
                "CREATE TABLE a AS SELECT 1 AS a",
                "CREATE TABLE denied AS SELECT 1 AS a",
                "CREATE TABLE hidden AS SELECT 1 AS a",
                "CREATE TABLE in_part AS SELECT 1 AS a, 2 AS b",
                "CREATE TABLE locked AS SELECT 1 AS a");
        left.run(
                "ALTER TABLE hidden ENABLE ROW LEVEL SECURITY",
                "CREATE ROLE " + role + " LOGIN PASSWORD 'pw'",
                "GRANT SELECT ON a, hidden, locked TO " + role,
                "GRANT SELECT (a) ON in_part TO " + role);
        var limits = new Limits(
                Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30));
        try (var meddler = left.connect();
                var statement = meddler.createStatement();
                var ours = Database.connect(left.urlAs(role, "pw"), Optional.empty(), limits);
                var theirs = right.open()) {
            meddler.setAutoCommit(false);
            statement.execute("LOCK TABLE locked");

            assertThat(Comparing.compare(ours, theirs, Choice.ALL).stream().map(ContentReaderTest::inWords))
                    .containsExactly(
                            "public.a EQUAL 1:1",
                            "public.denied UNKNOWN this role may not read it",
                            "public.hidden UNKNOWN row security would hide rows from this role",
                            "public.in_part UNKNOWN permission denied for table in_part (SQLSTATE 42501)",
                            "public.locked UNKNOWN lock not obtained in 100 ms");
        }
    }

    @Test
    void a_sample_has_the_same_rows_on_both_sides() {
        left.run("CREATE TABLE t (id int PRIMARY KEY, v text)", "CREATE TABLE u (a int, b text)");
        right.run("CREATE TABLE t (v text, id bigint)", "CREATE TABLE u (a int, b text)");
        left.run("INSERT INTO t SELECT i, 'v' || i FROM generate_series(1, 5000) i", "INSERT INTO u SELECT * FROM t");
        right.run(
                "INSERT INTO t SELECT 'v' || i, i FROM generate_series(5000, 1, -1) i",
                "INSERT INTO u SELECT id, v FROM t");

        assertThat(Comparing.compare(both(), Comparing.sample(10))).allSatisfy(one -> {
            assertThat(one.verdict()).isEqualTo(Verdict.EQUAL);
            assertThat(one.left().map(Fingerprint::rows).orElse(0L)).isBetween(400L, 600L);
        });
        assertThat(found(Comparing.sample(0.001))).containsExactly("public.t EQUAL 0:0", "public.u EQUAL 0:0");
        assertThat(found(Comparing.sample(100)))
                .containsExactly("public.t EQUAL 5000:5000", "public.u EQUAL 5000:5000");
    }

    @Test
    void a_change_in_a_row_of_the_sample_is_found_and_no_other() {
        onBoth(
                "CREATE TABLE t (id int PRIMARY KEY, v int)",
                "INSERT INTO t SELECT i, i FROM generate_series(1, 1000) i");
        var chosen = "(hashint4extended(id, 0) & 1048575) < 104858";

        right.run("UPDATE t SET v = -1 WHERE NOT " + chosen);
        assertThat(Comparing.verdicts(both(), Comparing.sample(10))).containsEntry("public.t", Verdict.EQUAL);
        assertThat(Comparing.verdicts(both(), Comparing.sample(50))).containsEntry("public.t", Verdict.DIFFERENT);

        right.run("UPDATE t SET v = -1 WHERE id = (SELECT min(id) FROM t WHERE " + chosen + ")");
        assertThat(Comparing.verdicts(both(), Comparing.sample(10))).containsEntry("public.t", Verdict.DIFFERENT);
    }

    @Test
    void both_sides_are_heard_of_table_by_table() {
        onBoth(
                "CREATE TABLE a AS SELECT generate_series(1, 3)",
                "CREATE TABLE b AS SELECT repeat('x', 1000) AS a FROM generate_series(1, 20000)",
                "VACUUM ANALYZE b");
        var heard = new ConcurrentLinkedQueue<String>();
        try (var ours = left.open();
                var theirs = right.open()) {
            ours.readTogether(
                    3,
                    one -> theirs.readTogether(
                            3,
                            other -> ContentReader.compare(
                                    new Both<>(one, other),
                                    Choice.ALL,
                                    (isLeft, table, rows, done, tables, fraction) ->
                                            heard.add((isLeft ? "left " : "right ")
                                                    + table + " " + rows + " " + done + "/" + tables
                                                    + (fraction == 1 ? " all" : "")))));
        }

        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "left b 20000 1/2", "left a 3 2/2 all", "right b 20000 1/2", "right a 3 2/2 all");
    }

    @Test
    void the_server_sets_its_workers_on_a_table() {
        onBoth("CREATE TABLE t AS SELECT i, 'row ' || i AS v FROM generate_series(1, 300000) i");
        for (var world : List.of(left, right)) {
            for (var setting : List.of(
                    "min_parallel_table_scan_size = 0",
                    "parallel_setup_cost = 0",
                    "max_parallel_workers_per_gather = 2")) {
                world.run("ALTER DATABASE " + world.name() + " SET " + setting);
            }
        }
        var catalogsOnly = new Choice(List.of(List.of(table("nope"))), "", (_, _) -> false, false, 100, Pace.FREE);

        var before = both().map(ContentReaderTest::workers);
        found(catalogsOnly);
        var between = both().map(ContentReaderTest::workers);
        found(Choice.ALL);
        var after = both().map(ContentReaderTest::workers);

        assertThat(after.left() - between.left()).isGreaterThan(between.left() - before.left());
        assertThat(after.right() - between.right()).isGreaterThan(between.right() - before.right());
    }

    /** Launched so far in a database. A connection counts what it did before it is gone. */
    private static long workers(TestDatabase world) {
        var others = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        for (var tries = 0; tries < 1000 && !world.column(others).isEmpty(); tries++) {
            Thread.onSpinWait();
        }
        return Long.parseLong(world.column(
                        "SELECT parallel_workers_launched FROM pg_stat_database WHERE datname = current_database()")
                .getFirst());
    }

    private void onBoth(String... statements) {
        left.run(statements);
        right.run(statements);
    }

    private Both<TestDatabase> both() {
        return new Both<>(left, right);
    }

    private List<String> found(Choice choice) {
        return Comparing.compare(both(), choice).stream()
                .map(ContentReaderTest::inWords)
                .toList();
    }

    private static String inWords(ComparedContent compared) {
        var rows = compared.left().map(Fingerprint::rows).map(String::valueOf).orElse("") + ":"
                + compared.right().map(Fingerprint::rows).map(String::valueOf).orElse("");
        return String.join(".", compared.table().path()) + " " + compared.verdict() + " "
                + (compared.why().isEmpty() ? rows : compared.why());
    }

    private static ObjectKey table(String name) {
        return ObjectKey.of(Kind.TABLE, "public", name);
    }
}
