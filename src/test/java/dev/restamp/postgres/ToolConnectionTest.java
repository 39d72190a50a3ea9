package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a migration tool gets that runs in this process, and what one is told that does not. */
class ToolConnectionTest {
    private final TestDatabase database = TestPostgres.database();

    @Test
    void writes_in_the_role_and_the_search_path_of_the_url() throws Exception {
        var role = "owner_" + database.name();
        database.run("CREATE ROLE " + role, "GRANT " + role + " TO " + TestPostgres.USER, "CREATE SCHEMA app");
        database.run("GRANT ALL ON SCHEMA app TO " + role);
        try (var reading = open("?role=" + role + "&search_path=app");
                var tool = new ToolConnection(reading, "flyway");
                var connection = tool.source().getConnection()) {
            connection.createStatement().execute("CREATE TABLE made (id int)");
            assertThat(text(connection, "SELECT current_setting('application_name')"))
                    .isEqualTo("flyway");
        }
        assertThat(database.column("SELECT tableowner || ' ' || schemaname FROM pg_tables WHERE tablename = 'made'"))
                .containsExactly(role + " app");
    }

    @Test
    void cancel_ends_the_statement_that_runs_and_gives_no_connection_any_more() throws Exception {
        try (var reading = open("");
                var tool = new ToolConnection(reading, "flyway")) {
            var source = tool.source();
            var sleeping = CompletableFuture.supplyAsync(() -> sleep(source));
            while (database.column("SELECT pid::text FROM pg_stat_activity WHERE query LIKE '%sleep(50)%' AND state ="
                            + " 'active' AND application_name = 'flyway'")
                    .isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            tool.cancel();
            assertThat(sleeping.get(10, TimeUnit.SECONDS)).contains("canceling statement");
            assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_connection_that_is_left_open_is_ended_with_it() throws Exception {
        try (var reading = open("")) {
            Connection left;
            try (var tool = new ToolConnection(reading, "flyway")) {
                left = tool.source().getConnection();
            }
            assertThat(left.isClosed()).isTrue();
        }
    }

    @Test
    void a_child_is_told_a_url_that_leads_to_the_same_place() {
        assertThat(told("")).isEqualTo("postgresql://" + login());
        assertThat(told("?sslmode=disable&connect_timeout=7"))
                .isEqualTo("postgresql://" + login() + "?sslmode=disable&connect_timeout=7");
        assertThat(told("?role=" + TestPostgres.USER + "&search_path=app"))
                .isEqualTo("postgresql://" + login() + "?options=-c%20role%3D" + TestPostgres.USER
                        + "%20-c%20search_path%3Dapp");
    }

    @Test
    void the_python_driver_that_was_named_stays_with_its_own_parameters() {
        var asked = "postgresql+asyncpg://" + login() + "?ssl=disable&search_path=app";
        try (var reading = Database.connect(DatabaseUrl.parse(asked, Map.of()), Optional.empty(), Limits.DEFAULT)) {
            assertThat(ToolUrl.of(reading, asked).reveal())
                    .isEqualTo("postgresql+asyncpg://" + login() + "?ssl=disable");
        }
    }

    private String told(String parameters) {
        var asked = "postgres://" + login() + parameters;
        try (var reading = Database.connect(DatabaseUrl.parse(asked, Map.of()), Optional.empty(), Limits.DEFAULT)) {
            return ToolUrl.of(reading, asked).reveal();
        }
    }

    private Database open(String parameters) {
        return Database.connect(
                DatabaseUrl.parse("postgresql://" + login() + parameters, Map.of()), Optional.empty(), Limits.DEFAULT);
    }

    private String login() {
        var url = database.url();
        return url.user() + ":c%40nary%2F7f3a%3A%2541@" + url.host() + ":" + url.port() + "/" + database.name();
    }

    private static String sleep(javax.sql.DataSource source) {
        try (var connection = source.getConnection()) {
            return text(connection, "SELECT pg_sleep(50)::text");
        } catch (SQLException failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
