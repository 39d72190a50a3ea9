package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.postgres.UserQuery.Answer;
import dev.restamp.postgres.UserQuery.Column;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserQueryTest {
    private final TestDatabase world = TestPostgres.database();

    @Test
    void values_are_as_the_server_writes_them() {
        var answer =
                run("select 1 as n, 1.50::numeric as d, true as b, null as x, 'a' || chr(9) as t, '{1}'::int[] as l");
        assertThat(answer.columns())
                .containsExactly(
                        new Column("n", "int4", true),
                        new Column("d", "numeric", true),
                        new Column("b", "bool", false),
                        new Column("x", "text", false),
                        new Column("t", "text", false),
                        new Column("l", "_int4", false));
        assertThat(answer.rows().getFirst())
                .containsExactly(
                        Optional.of("1"),
                        Optional.of("1.50"),
                        Optional.of("t"),
                        Optional.empty(),
                        Optional.of("a\t"),
                        Optional.of("{1}"));
        assertThat(answer.cut()).isFalse();
    }

    @Test
    void a_thousand_rows_and_no_more() {
        assertThat(run("select generate_series(1, 1000)").cut()).isFalse();
        var answer = run("select generate_series(1, 5000000)");
        assertThat(answer.rows()).hasSize(1000);
        assertThat(answer.cut()).isTrue();
    }

    @Test
    void names_are_looked_for_where_the_connection_looks() {
        world.run(
                "CREATE SCHEMA \"my \"\"schema\"",
                "CREATE TABLE \"my \"\"schema\".t AS SELECT 7 AS a",
                "ALTER DATABASE " + world.name() + " SET search_path = \"my \"\"schema\"");
        try (var database = world.open()) {
            assertThat(database.read(reading -> UserQuery.run(reading, "table t"))
                            .rows())
                    .hasSize(1);
        }
    }

    @Test
    void question_marks_and_braces_are_the_users() {
        assertThat(run("select '{\"a\":1}'::jsonb ? 'a', '{fn now()}'").rows().getFirst())
                .containsExactly(Optional.of("t"), Optional.of("{fn now()}"));
    }

    @Test
    void show_and_explain_answer_too() {
        assertThat(run("show server_version").rows()).hasSize(1);
        assertThat(run("explain select 1").rows().getFirst().getFirst().orElseThrow())
                .startsWith("Result");
    }

    @Test
    void a_mistake_is_told_as_psql_tells_it() {
        world.run("CREATE TABLE users (email text)");
        var problem = failure("select emial\nfrom users");
        assertThat(problem.exit()).isEqualTo(Exit.USAGE);
        assertThat(problem.what()).isEqualTo("column \"emial\" does not exist (SQLSTATE 42703)");
        assertThat(problem.hint()).isEqualTo("""
                LINE 1: select emial
                               ^
                HINT:  Perhaps you meant to reference the column "users.email".""");
    }

    @Test
    void the_place_is_found_in_long_lines_and_later_ones_and_behind_wide_characters() {
        assertThat(failure("select '🐘',\n\t" + "1 + ".repeat(40) + "x")
                        .hint()
                        .lines()
                        .map(line -> line.replace("1 + 1 + ", "")))
                .containsExactly("LINE 2: ...+ x", " ".repeat(61) + "^");
        assertThat(failure("select '🐘', x").hint()).isEqualTo("""
                LINE 1: select '🐘', x
                                    ^""");
    }

    @Test
    void a_function_that_writes_is_stopped_by_the_transaction() {
        world.run(
                "CREATE TABLE t (a int)",
                "CREATE FUNCTION sneak() RETURNS int LANGUAGE sql AS 'INSERT INTO public.t VALUES (1) RETURNING a'");
        assertThat(failure("select sneak()").exit()).isEqualTo(Exit.REFUSED);
        assertThat(world.column("SELECT count(*) FROM t")).containsExactly("0");
    }

    @Test
    void division_by_zero_is_no_mistake_of_the_statement() {
        assertThat(failure("select 1 / 0").exit()).isEqualTo(Exit.INCONCLUSIVE);
    }

    @Test
    void what_takes_too_long_is_stopped() {
        var limits = Limits.DEFAULT.withStatement(Duration.ofMillis(100));
        try (var database = Database.connect(world.url(), Optional.empty(), limits)) {
            var problem = catchThrowableOfType(
                    Problem.class, () -> database.read(reading -> UserQuery.run(reading, "select pg_sleep(5)")));
            assertThat(problem.exit()).isEqualTo(Exit.TIMEOUT);
        }
    }

    @Test
    void the_connection_is_good_for_the_next_command() {
        try (var database = world.open()) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> database.read(reading -> UserQuery.run(reading, "select x")));
            var path = database.read(reading -> UserQuery.run(reading, "show search_path"));
            assertThat(path.rows().getFirst().getFirst()).hasValue("public");
            assertThat(database.read(SessionReader::read)).isEmpty();
        }
    }

    /** All of them run inside a READ ONLY transaction, or change something it does not guard. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO PROGRAM 'cat'",
                "LOCK TABLE pg_class IN ACCESS EXCLUSIVE MODE",
                "SELECT pg_switch_wal()",
                "SELECT pg_advisory_lock(1)",
                "NOTIFY a",
                "SELECT pg_notify('a', 'b')",
                "SELECT pg_terminate_backend(pg_backend_pid())",
                "SET TRANSACTION READ WRITE",
            })
    void what_a_read_only_transaction_lets_through_is_refused_here(String sql) {
        assertThat(failure(sql).exit()).isEqualTo(Exit.REFUSED);
    }

    private Answer run(String sql) {
        try (var database = world.open()) {
            return database.read(reading -> UserQuery.run(reading, sql));
        }
    }

    private Problem failure(String sql) {
        return catchThrowableOfType(Problem.class, () -> run(sql));
    }
}
