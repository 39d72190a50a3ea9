package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WhoTest {
    private final TestDatabase world = TestPostgres.database();

    @TempDir
    private Path home;

    @AfterEach
    void nothing_was_written() {
        assertThat(world.column(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"))
                .containsExactlyInAnyOrder("alembic_version", "orders");
    }

    WhoTest() {
        world.run(
                "CREATE TABLE alembic_version (version_num text PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('a1')",
                "CREATE TABLE orders (id int)");
    }

    @Test
    void nobody() {
        var said = ask("who");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out()).isEqualTo("nobody else is on this database\n");
    }

    @Test
    void somebody_who_migrates_is_a_finding_without_a_project_too() throws SQLException {
        try (var other = world.connect()) {
            other.setAutoCommit(false);
            run(other, "UPDATE alembic_version SET version_num = 'b2'");
            run(other, "INSERT INTO orders VALUES (1)");
            var said = ask("who");
            assertThat(said.exit()).isEqualTo(Exit.FINDING);
            assertThat(said.out())
                    .containsPattern("\\d+  meddler +" + TestPostgres.USER
                            + " +\\S+ +idle in transaction +0:0\\d  HOLDS alembic_version, HOLDS orders  <- migrating")
                    .containsPattern("do not stamp now: pid \\d+ is migrating")
                    .contains("watch --until 0 2 who");
        }
    }

    @Test
    void somebody_who_does_not_is_none() throws SQLException {
        try (var other = world.connect()) {
            other.setAutoCommit(false);
            run(other, "INSERT INTO orders VALUES (1)");
            var said = ask("who");
            assertThat(said.exit()).isEqualTo(Exit.OK);
            assertThat(said.out()).contains("HOLDS orders", "nobody writes to alembic_version");
        }
    }

    @Test
    void json_names_who_migrates() throws SQLException {
        try (var other = world.connect()) {
            run(other, "SET application_name = 'alembic'");
            var json = new JsonMapper().readTree(ask("who", "--json").out());
            assertThat(json.path("migrating")).hasSize(1);
            var one = json.path("sessions").path(0);
            assertThat(one.path("pid").asLong())
                    .isEqualTo(json.path("migrating").path(0).asLong());
            assertThat(one.path("application").asString()).isEqualTo("alembic");
            assertThat(one.path("migrating").asBoolean()).isTrue();
        }
    }

    private AskedShell.Said ask(String... words) {
        try (var shell = new AskedShell(home, home, world)) {
            return shell.ask(List.of(words));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
