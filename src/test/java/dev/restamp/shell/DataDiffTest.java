package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.AskedShell.Said;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code diff --data}. The current connection is {@code local}, the other one {@code stage}. */
class DataDiffTest {
    private final TestDatabase local = TestPostgres.database();
    private final TestDatabase stage = TestPostgres.database();

    @TempDir
    private Path home;

    private AskedShell shell;

    @BeforeEach
    void two_databases() {
        both(
                "CREATE TABLE orders (id int PRIMARY KEY, status text, note text)",
                "INSERT INTO orders SELECT i, 'new', NULL FROM generate_series(1, 150) i");
        shell = new AskedShell(home, home, local);
        ask("connect", RealAlembic.url(stage), "--as", "stage");
        ask("connect", "--as", "local");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void rows_that_are_all_the_same() {
        var said = ask("diff", "--data", "orders", "@stage");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out()).contains("orders   local  against  stage", "no difference: 150 rows");
        assertThat(ask("diff", "--data", "orders", "@stage", "--sql").out()).doesNotContain("UPDATE", "SET");
    }

    @Test
    void what_was_added_is_missing_and_changed() {
        local.run("INSERT INTO orders VALUES (201, 'paid', 'mine')", "UPDATE orders SET note = 'x' WHERE id = 7");
        stage.run("INSERT INTO orders VALUES (202, 'paid', 'theirs')", "UPDATE orders SET status = '' WHERE id = 8");
        var said = ask("diff", "--data", "orders", "@stage");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .containsPattern("\\+ +201 +note=mine status=paid +not there")
                .containsPattern("- +202 +missing +note=theirs status=paid")
                .containsPattern("\\| +7 +note +x +NULL")
                .containsPattern("\\| +8 +status +new +''")
                .contains("1 added, 1 missing, 2 changed; 151 rows against 151");
        assertThat(ask("diff", "--data", "orders", "stage", "local").out())
                .containsPattern("- +201 +missing +note=mine status=paid");
    }

    @Test
    void json_has_the_rows_and_what_was_compared() {
        local.run("UPDATE orders SET note = 'x' WHERE id = 7", "DELETE FROM orders WHERE id = 150");
        var json = json("diff", "--data", "orders", "@stage");
        assertThat(json.get("table").stringValue()).isEqualTo("orders");
        assertThat(json.get("left").stringValue()).isEqualTo("local");
        assertThat(json.get("right").stringValue()).isEqualTo("stage");
        assertThat(json.get("key")).extracting(JsonNode::stringValue).containsExactly("id");
        assertThat(json.get("left_rows").intValue()).isEqualTo(149);
        assertThat(json.get("right_rows").intValue()).isEqualTo(150);
        assertThat(json.get("differing").intValue()).isEqualTo(2);
        assertThat(json.get("beyond").intValue()).isZero();
        assertThat(json.get("settled").intValue()).isZero();
        assertThat(json.get("moving").booleanValue()).isFalse();
        assertThat(json.get("rows").get(0).toString())
                .isEqualTo("{\"key\":[\"7\"],\"difference\":\"changed\",\"columns\":[\"note\"],"
                        + "\"left\":[{\"id\":\"7\",\"note\":\"x\",\"status\":\"new\"}],"
                        + "\"right\":[{\"id\":\"7\",\"note\":null,\"status\":\"new\"}]}");
        assertThat(json.get("rows").get(1).get("difference").stringValue()).isEqualTo("missing");
    }

    @Test
    void as_many_as_are_wanted() {
        local.run("UPDATE orders SET status = 'paid'");
        assertThat(ask("diff", "--data", "orders", "@stage").out())
                .contains("… 50 more; --limit 0 shows all", "150 changed");
        assertThat(ask("diff", "--data", "orders", "@stage", "--limit", "0").out())
                .doesNotContain("more;");
        var said = ask("diff", "--data", "orders", "@stage", "--limit", "2", "--jobs", "1", "--sql");
        assertThat(said.lines().stream().filter(line -> line.startsWith("UPDATE")))
                .hasSize(2);
        assertThat(said.out()).contains("-- more rows differ: --limit 0");
    }

    @Test
    void a_column_that_does_not_count() {
        local.run("UPDATE orders SET note = 'x'", "UPDATE orders SET status = 'paid' WHERE id = 3");
        assertThat(ask("diff", "--data", "orders", "@stage", "--without", "note")
                        .out())
                .contains("1 changed");
        assertThat(ask("diff", "--data", "orders", "@stage", "--without", "orders.note,public.orders.status")
                        .exit())
                .isEqualTo(Exit.OK);
    }

    @Test
    void a_table_where_each_side_looks_for_it() {
        both("CREATE SCHEMA billing", "CREATE TABLE billing.\"a.b\" (id int PRIMARY KEY)");
        local.run("INSERT INTO billing.\"a.b\" VALUES (1)");
        var said = ask("diff", "--data", "billing.a.b", "@stage", "--sql");
        assertThat(said.out()).contains("INSERT INTO \"billing\".\"a.b\" (\"id\")");
        stage.run(said.out());
        assertThat(ask("diff", "--data", "billing.a.b", "@stage").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void a_view_and_a_table_without_columns() {
        both("CREATE VIEW v AS SELECT count(*) AS n FROM orders", "CREATE TABLE bare ()");
        local.run("DELETE FROM orders WHERE id = 1", "INSERT INTO bare DEFAULT VALUES");
        assertThat(ask("diff", "--data", "v", "@stage").out()).contains("1 added, 1 missing", "nothing names a row");
        assertThat(ask("diff", "--data", "bare", "@stage").exit()).isEqualTo(Exit.FINDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIMARY KEY", ""})
    void a_sketch_makes_the_right_side_like_the_left_whatever_the_type(String key) {
        both(
                "CREATE TYPE mood AS ENUM ('calm', 'it''s')",
                "CREATE TYPE pair AS (a text, b timestamptz)",
                "CREATE DOMAIN plus AS int CHECK (VALUE > 0)",
                "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY " + key + ", a_bytea bytea, a_money money,"
                        + " a_numeric numeric, a_time timestamptz, a_stamp timestamp, a_date date, a_span interval,"
                        + " a_jsonb jsonb, a_json json, a_ints int[], a_texts text[], a_pair pair, a_mood mood,"
                        + " a_plus plus, a_text text, a_char char(5), a_float float8, a_real real, a_bool boolean,"
                        + " a_uuid uuid, a_point point, a_inet inet, a_bits varbit, a_range tstzrange, a_xml xml,"
                        + " a_search tsvector, \"odd \"\"\\\nname\" text, a_sum int GENERATED ALWAYS AS (a_plus + 1) STORED)",
                "INSERT INTO t (a_text) SELECT 'same ' || i FROM generate_series(1, 30) i");
        var columns = "a_bytea, a_money, a_numeric, a_time, a_stamp, a_date, a_span, a_jsonb, a_json, a_ints, a_texts,"
                + " a_pair, a_mood, a_plus, a_text, a_char, a_float, a_real, a_bool, a_uuid, a_point, a_inet, a_bits,"
                + " a_range, a_xml, a_search, \"odd \"\"\\\nname\"";
        local.run(
                "SET timezone = 'Asia/Kathmandu'",
                "INSERT INTO t (" + columns + ") SELECT '\\x00ff5c27', 1234.5, 1.500, '2026-11-22 03:12:44.000001+00',"
                        + " '0044-03-15 01:02:03 BC', 'infinity', '-1 mons +2 days -03:04:05.6', '{\"a\": \"\\u001b\"}',"
                        + " '{\"a\" :  1 }', '[2:3]={1,NULL}', ARRAY['', NULL, 'NULL', 'a\"b', E'\\\\'],"
                        + " '(\"a,\"\"b\",2026-01-01)'::pair, 'it''s', 7, text, 'ab', 'NaN', 0.1, true,"
                        + " '00000000-0000-0000-0000-00000000000f', '(1.5,-2)', '::1', B'0101',"
                        + " '[2026-01-01,2026-02-01)', '<a>&lt;</a>', 'a:1 b:2', text"
                        + " FROM unnest(ARRAY['it''s', E'back\\\\slash', E'two\\r\\nlines\\ttab ', E'\\u001b[2J\\u202e',"
                        + " '-- no comment; DROP TABLE t; /*', '', '  ', E'\\u009b\\U000e0041😀', '$$', '\\N', 'NULL',"
                        + " repeat('long ', 3000), 'E''x']) text",
                "INSERT INTO t (a_text) VALUES (NULL), (NULL)",
                "UPDATE t SET a_plus = 3, a_text = NULL, a_money = -0.01 WHERE id = 4",
                "DELETE FROM t WHERE id = 5");
        stage.run(
                "INSERT INTO t (" + columns
                        + ") SELECT '\\xdead', -2, 'NaN', 'infinity', 'epoch', '0044-03-15 BC', '1 day',"
                        + " 'null', '[ ]', '{}', '{NULL}', NULL, 'calm', 1, E'x\\\\\\'y', '', '-0', 'Infinity', false,"
                        + " NULL, '(0,0)', '10.0.0.0/8', '', 'empty', '<b/>', '', E'\\n'",
                "INSERT INTO t (a_text) VALUES (''), (''), ('only here')");
        assertThat(ask("diff", "--data", "t", "@stage").exit()).isEqualTo(Exit.FINDING);
        var said = ask("diff", "--data", "t", "@stage", "--sql");
        assertThat(said.problem()).isEmpty();
        stage.run("SET datestyle = 'German'; SET timezone = 'America/New_York'; SET intervalstyle = 'sql_standard';"
                + " SET bytea_output = 'escape'; SET extra_float_digits = -5;\n" + said.out());
        var after = ask("diff", "--data", "t", "@stage");
        assertThat(after.out()).contains("no difference");
        assertThat(after.exit()).isEqualTo(Exit.OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a int, b text, touched int)",
                "CREATE TABLE t (a int, b text, touched int) PARTITION BY LIST (a)"
            })
    void a_sketch_of_rows_that_nothing_names(String table) {
        both(table);
        if (table.contains("PARTITION")) {
            both("CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1)", "CREATE TABLE t2 PARTITION OF t DEFAULT");
        }
        local.run("INSERT INTO t VALUES (1, 'x', 1), (1, 'x', 1), (2, NULL, 1), (3, 'y', 1), (3, 'y', 1), (3, 'y', 1)");
        stage.run(
                "INSERT INTO t VALUES (1, 'x', 5), (1, 'x', 5), (1, 'x', 5), (2, NULL, 5), (2, NULL, 5), (3, 'y', 5), (4, 'z', 5)");
        var said = ask("diff", "--data", "t", "@stage", "--sql", "--without", "touched");
        stage.run(said.out());
        assertThat(ask("diff", "--data", "t", "@stage", "--without", "touched").out())
                .contains("no difference: 6 rows");
        assertThat(stage.column("SELECT count(*) FROM t WHERE touched = 5"))
                .as("what does not differ stays")
                .containsExactly("4");
    }

    @Test
    void a_sketch_where_one_side_has_lost_its_key() {
        stage.run(
                "ALTER TABLE orders DROP CONSTRAINT orders_pkey",
                "ALTER TABLE orders ALTER id DROP NOT NULL",
                "INSERT INTO orders VALUES (1, 'new', NULL), (NULL, 'new', 'x'), (NULL, 'old', 'x')",
                "UPDATE orders SET status = 'paid' WHERE id = 9");
        var said = ask("diff", "--data", "orders", "@stage");
        assertThat(said.out()).contains("0 added, 1 missing, 1 changed, 1 there more often");
        stage.run(ask("diff", "--data", "orders", "@stage", "--sql").out());
        assertThat(ask("diff", "--data", "orders", "@stage").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void what_looks_like_a_password_is_neither_shown_nor_written_as_something_else() {
        local.run(
                "UPDATE orders SET note = 'postgresql://jo:hunter2@db/shop' WHERE id = 1",
                "UPDATE orders SET note = '" + TestPostgres.PASSWORD + "' WHERE id = 2",
                "UPDATE orders SET note = 'fine' WHERE id = 3");
        var said = ask("diff", "--data", "orders", "@stage", "--sql");
        assertThat(said.out()).doesNotContain("hunter2", TestPostgres.PASSWORD).contains("looks like a password");
        stage.run(said.out());
        assertThat(stage.column("SELECT note FROM orders WHERE note IS NOT NULL"))
                .containsExactly("fine");
        assertThat(ask("diff", "--data", "orders", "@stage").out())
                .doesNotContain("hunter2", TestPostgres.PASSWORD)
                .contains("2 changed");
    }

    @Test
    void values_that_want_to_do_harm_come_out_escaped() {
        local.run("UPDATE orders SET note = E'\\u001b[2J\\u202e\\u0007\\u009b' WHERE id = 1");
        for (var words : List.of(
                List.of("diff", "--data", "orders", "@stage"),
                List.of("diff", "--data", "orders", "@stage", "--sql"),
                List.of("diff", "--data", "orders", "@stage", "--json"))) {
            assertThat(shell.ask(words).out()).doesNotContain("\u001b", "\u202e", "\u0007", "\u009b");
        }
        stage.run(ask("diff", "--data", "orders", "@stage", "--sql").out());
        assertThat(ask("diff", "--data", "orders", "@stage").exit()).isEqualTo(Exit.OK);
    }

    /** The row is read in a snapshot from before the change, as the reader has to wait for it. */
    @Test
    void what_was_being_written_is_equal_when_it_is_looked_at_again() throws SQLException {
        stage.run("UPDATE orders SET status = 'old' WHERE id IN (5, 6)");
        try (var other = stage.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
            statement.execute("UPDATE orders SET status = 'new' WHERE id = 5");
            var writer = Thread.startVirtualThread(() -> commitWhenAwaited(other));
            var said = ask("diff", "--data", "orders", "@stage");
            assertThat(writer.isAlive()).isFalse();
            assertThat(said.out())
                    .containsPattern("\\| +6 +status +new +old")
                    .contains("1 changed", "1 differed a moment ago and are equal now")
                    .doesNotContain("go on changing");
            assertThat(said.exit()).isEqualTo(Exit.FINDING);
        }
    }

    private void commitWhenAwaited(Connection writer) {
        var waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = '"
                + stage.name() + "'";
        while (stage.column(waiting).equals(List.of("0"))) {
            Thread.onSpinWait();
        }
        try {
            writer.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void what_never_comes_to_rest_is_said_to() {
        local.run("CREATE TABLE moving (id int PRIMARY KEY, at text)", "INSERT INTO moving VALUES (1, 'x')");
        stage.run("CREATE VIEW moving AS SELECT 1 AS id, clock_timestamp()::text AS at");
        var json = json("diff", "--data", "moving", "@stage");
        assertThat(json.get("moving").booleanValue()).isTrue();
        assertThat(json.get("differing").intValue()).isEqualTo(1);
    }

    @Test
    void columns_that_only_one_side_has() {
        stage.run("ALTER TABLE orders ADD extra int");
        var said = ask("diff", "--data", "orders", "@stage");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.problem()).isEqualTo("public.orders: columns differ, only right: extra");
        assertThat(ask("diff", "--data", "orders", "@stage", "--without", "extra")
                        .exit())
                .isEqualTo(Exit.OK);
    }

    @Test
    void a_table_that_one_role_may_not_read() {
        var role = stage.name() + "_reader";
        stage.run("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'");
        ask("connect", RealAlembic.url(stage, role, "pw"), "--as", "poor");
        ask("use", "local");
        var said = ask("diff", "--data", "orders", "@poor");
        assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(said.problem()).isEqualTo("public.orders: this role may not read it");
    }

    @Test
    void mistakes() {
        stage.run("CREATE TABLE theirs (id int)");
        ask("snapshot", "save", "before");
        assertThat(refusals(List.of(
                        List.of("diff", "--data", "nope", "@stage"),
                        List.of("diff", "--data", "theirs", "@stage"),
                        List.of("diff", "--data", "orders", "@local"),
                        List.of("diff", "--data", "orders"),
                        List.of("diff", "--data", "orders", "snap:before"),
                        List.of("diff", "--data", "orders", "@stage", "--limit", "x"),
                        List.of("diff", "--data", "orders", "@stage", "--limit", "-1"),
                        List.of("diff", "--data", "orders", "@stage", "--jobs", "0"),
                        List.of("diff", "@stage", "--limit", "3"),
                        List.of("diff", "@stage", "--without", "note"),
                        List.of("diff", "--data", "orders", "@nowhere"))))
                .containsExactly(
                        "neither side has a table public.nope",
                        "the left side has no table public.theirs",
                        "both sides are local",
                        "scripts make tables, not rows: diff --data needs another connection",
                        "snap:before has no rows",
                        "--limit takes a number of rows, not \"x\"",
                        "--limit takes a number of rows, not \"-1\"",
                        "--jobs takes a number from 1 to 32, not \"0\"",
                        "--limit is for diff --data TABLE",
                        "--without is for diff --data TABLE",
                        "no connection is called \"nowhere\"");
    }

    private List<String> refusals(List<List<String>> lines) {
        return lines.stream()
                .map(line -> {
                    var said = shell.ask(line);
                    assertThat(said.exit()).as(String.join(" ", line)).isEqualTo(Exit.USAGE);
                    return said.problem();
                })
                .toList();
    }

    private JsonNode json(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--json");
        return new JsonMapper().readTree(shell.ask(all).out());
    }

    private void both(String... statements) {
        local.run(statements);
        stage.run(statements);
    }

    private Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }
}
