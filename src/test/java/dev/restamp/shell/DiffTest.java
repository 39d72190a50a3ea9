package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The current connection is {@code local}, the other one {@code stage}. */
class DiffTest {
    private final TestDatabase local = TestPostgres.database();
    private final TestDatabase stage = TestPostgres.database();

    @TempDir
    private Path home;

    private AskedShell shell;

    @BeforeEach
    void two_databases() {
        for (var world : List.of(local, stage)) {
            world.run(
                    "CREATE TABLE users (id serial PRIMARY KEY, name varchar(40) CHECK (name IN ('a', 'b')))",
                    "CREATE TABLE orders (id serial PRIMARY KEY, user_id int REFERENCES users, status text)",
                    "CREATE INDEX ix_status ON orders (status)");
        }
        shell = new AskedShell(home, home, local);
        ask("connect", RealAlembic.url(stage), "--as", "stage");
        ask("connect", "--as", "local");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void two_that_are_alike() {
        var said = ask("diff", "@stage");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out()).contains("local  against  stage", "2 tables against 2", "no difference");
    }

    @Test
    void what_is_missing_what_is_too_much_and_what_is_otherwise() {
        stage.run(
                "ALTER TABLE orders ALTER status SET NOT NULL, ALTER status SET DEFAULT 'new'",
                "CREATE TABLE audit (id int, note text)",
                "ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey",
                "ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE");
        local.run("CREATE INDEX ix_more ON users (name)");
        var said = ask("diff", "@stage");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .containsPattern("- +audit +missing +there, 2 parts")
                .containsPattern("\\| +orders.status +not null +– +not null")
                .containsPattern("\\| +orders.status +default +– +'new'::text")
                .containsPattern("\\| +orders.orders_user_id_fkey +on delete +– +cascade")
                .containsPattern("\\+ +users.ix_more +there +not there")
                .contains("5 differences")
                .doesNotContain("audit.note");
    }

    @Test
    void names_that_postgresql_made_and_the_order_of_columns_do_not_count() {
        stage.run(
                "ALTER TABLE orders RENAME CONSTRAINT orders_user_id_fkey TO orders_user_id_fkey1",
                "ALTER TABLE orders DROP status",
                "ALTER TABLE orders ADD extra int",
                "ALTER TABLE orders ADD status text",
                "ALTER TABLE orders DROP extra",
                "CREATE INDEX ix_status ON orders (status)");
        assertThat(ask("diff", "@stage").out()).contains("no difference");
        assertThat(ask("diff", "@stage", "--order").out()).contains("no difference");
        stage.run("ALTER TABLE orders DROP user_id", "ALTER TABLE orders ADD user_id int REFERENCES users");
        assertThat(ask("diff", "@stage", "--order").out())
                .containsPattern("orders +column order +id, user_id, status +id, status, user_id")
                .contains("1 difference");
    }

    @Test
    void only_what_is_asked_for() {
        stage.run("ALTER TABLE orders ADD a int", "ALTER TABLE users ADD b int", "CREATE INDEX ix_b ON users (b)");
        assertThat(ask("diff", "@stage", "--table", "users", "--only", "columns")
                        .out())
                .contains("users.b", "1 difference")
                .doesNotContain("orders", "ix_b");
        assertThat(ask("diff", "@stage", "--ignore", "users*", "--ignore", "orders.a")
                        .out())
                .contains("no difference");
    }

    @Test
    void owners_and_rights_count_where_that_is_asked_for() {
        stage.run("ALTER TABLE users OWNER TO pg_monitor", "GRANT SELECT ON orders TO PUBLIC");
        assertThat(ask("diff", "@stage").exit()).isEqualTo(Exit.OK);
        assertThat(ask("diff", "@stage", "--owners").out()).containsPattern("users +owner +restamp_test +pg_monitor");
        assertThat(ask("diff", "@stage", "--grants").out()).containsPattern("orders +grants");
    }

    @Test
    void json_has_both_values_whole() {
        stage.run("ALTER TABLE orders ALTER status SET DEFAULT '" + "x".repeat(100) + "'");
        assertThat(ask("diff", "@stage", "--json").out())
                .contains("{\"kind\":\"column\",\"name\":\"public.orders.status\",\"difference\":\"changed\","
                        + "\"property\":\"default\",\"left\":null,\"right\":\"'" + "x".repeat(100) + "'::text\","
                        + "\"revision\":null,\"file\":null}");
    }

    @Test
    void what_may_have_been_renamed_is_suggested() {
        stage.run("ALTER TABLE orders RENAME status TO state", "ALTER TABLE users RENAME TO people");
        assertThat(ask("diff", "@stage").out())
                .contains("maybe renamed: column orders.status here is orders.state there")
                .contains("maybe renamed: table users here is people there");
    }

    @Test
    void two_that_look_alike_are_not_guessed_at() {
        stage.run("ALTER TABLE orders DROP status", "ALTER TABLE orders ADD a text, ADD b text");
        assertThat(ask("diff", "@stage").out()).contains("3 columns").doesNotContain("maybe");
    }

    @Test
    void a_file_says_what_is_left_out() throws IOException {
        stage.run("CREATE TABLE audit_1 (id int)", "CREATE TABLE audit_2 (id int)", "CREATE SCHEMA other");
        Files.writeString(home.resolve(".restamp-ignore"), "# hosting\naudit_* # logs\n\n");
        assertThat(ask("diff", "@stage").out()).contains("1 difference: 1 schema");
        assertThat(ask("diff", "@stage", "--schema", "public").out()).contains("no difference");
        Files.writeString(home.resolve("other.txt"), "other");
        assertThat(ask("diff", "@stage", "--ignore-file", "other.txt").out()).contains("2 tables");
        assertThat(ask("diff", "@stage", "--ignore-file", "none.txt").problem()).contains("none.txt");
    }

    @Test
    void a_sketch_makes_the_right_side_like_the_left() {
        stage.run(
                "ALTER TABLE orders DROP status",
                "CREATE VIEW named AS SELECT id, name FROM users WHERE name <> 'x'",
                "CREATE TABLE audit (id int)");
        var said = ask("diff", "@stage", "--sql");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .contains(
                        "-- a sketch, for stage: it would become like local",
                        "-- ! what it drops is gone with its data");
        stage.run(said.out());
        assertThat(ask("diff", "@stage").exit()).isEqualTo(Exit.OK);
        stage.run("DROP INDEX ix_status");
        ask("snapshot", "save", "stage");
        assertThat(ask("diff", "snap:stage", "--sql").out()).contains("-- no difference");
        assertThat(ask("diff", "@stage", "snap:stage", "--sql").out())
                .contains("for stage: it would become like snap:stage", "CREATE INDEX ix_status ON public.orders");
        assertThat(ask("diff", "@stage", "--sql", "--json").out())
                .contains("\"target\":\"stage\"", "\"hazards\":[\"stops");
    }

    @Test
    void revisions_are_sides() {
        DrawnProject.chain(
                home,
                List.of(
                        Map.entry("a1", "op.execute('CREATE TABLE users (id serial PRIMARY KEY, name varchar(40))')"),
                        Map.entry("a2", "op.execute('CREATE INDEX ix_users_name ON users (name)')"),
                        Map.entry("a3", "op.execute('ALTER TABLE users ALTER COLUMN name SET NOT NULL')")));
        var said = ask("diff", "rev:a3");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .containsPattern("- +users.ix_users_name +missing +there +a2  migrations/versions/0001_a2.py")
                .containsPattern("\\| +users.name +nullable +true +false +a3")
                .containsPattern("\\+ +orders +there, 6 parts +not there")
                .containsPattern("\\+ +users.users_name_check +there +not there");
        assertThat(ask("diff").out()).contains("rev:heads", "4 differences: 1 table, 1 column, 1 constraint, 1 index");
        assertThat(ask("diff", "rev:a1", "--ignore", "orders", "--ignore", "*_check")
                        .exit())
                .isEqualTo(Exit.OK);
        assertThat(ask("diff", "rev:a1", "rev:a3").out()).containsPattern("- +users.ix_users_name +missing +there +a2");
        assertThat(ask("diff", "rev:a3", "rev:a1").out()).containsPattern("\\+ +users.ix_users_name +there +not there");
        assertThat(ask("diff", "rev:a3", "db", "--only", "indexes").out())
                .containsPattern("\\+ +users.ix_users_name +there +not there");
        assertThat(ask("diff", "rev:a9").problem()).contains("a9");
    }

    @Test
    void of_two_databases_the_project_says_what_makes_the_missing() {
        DrawnProject.chain(home, List.of(Map.entry("a1", "op.execute('CREATE TABLE audit (id int)')")));
        stage.run("CREATE TABLE audit (id int)");
        assertThat(ask("diff", "@stage").out()).containsPattern("- +audit +missing +there, 1 part +a1  migrations");
    }

    @Test
    void what_keeps_it_waiting_is_named() throws SQLException {
        try (var other = stage.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
            var said = ask("diff", "@stage");
            assertThat(said.exit()).isEqualTo(Exit.TIMEOUT);
            assertThat(said.problem()).contains("stage: lock not obtained", "locked: public.users (pid ");
        }
        assertThat(ask("diff", "@stage").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void mistakes() {
        assertThat(ask("diff", "@stage", "--table", "ordrs").problem()).isEqualTo("neither side has a table ordrs");
        assertThat(ask("diff", "@nowhere").problem()).contains("nowhere");
        assertThat(ask("diff", "@stage", "--only", "colums").problem())
                .isEqualTo("there is no kind \"colums\". Did you mean: columns");
    }

    private AskedShell.Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }
}
