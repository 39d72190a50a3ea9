package dev.restamp.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PgBouncer in front of the shop. Where there is none, these tests are skipped. */
class PracticePoolerTest {
    private static Practice practice;

    @BeforeAll
    static void start() {
        assumeTrue(PracticePooler.program().isPresent(), "no PgBouncer here");
        practice = Practice.start(Scenario.named("shop"), Running.HOME, _ -> {});
    }

    @AfterAll
    static void stop() {
        if (practice != null) {
            practice.close();
        }
    }

    @Test
    void it_leads_to_the_database_to_work_on_and_gives_sessions_of_its_own() throws SQLException {
        var pooled = practice.pooler();
        assertThat(pooled.name()).isEqualTo("pooled");
        assertThat(pooled.port()).isNotEqualTo(practice.databases().getLast().port());
        assertThat(Running.value(pooled, "SELECT current_database()")).isEqualTo("shop");
        assertThat(practice.pooler()).as("there is only one").isEqualTo(pooled);
        try (var connection = Running.connect(pooled);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            assertThat(row.getInt(1))
                    .isNotEqualTo(
                            connection.unwrap(org.postgresql.PGConnection.class).getBackendPID());
        }
    }

    @Test
    void it_wants_the_password_and_others_cannot_read_it() throws IOException {
        var pooled = practice.pooler();
        var url = "jdbc:" + pooled.url().replace("postgres@", "");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                .isInstanceOf(SQLException.class);
        var users = Running.folder(practice).resolve("pooler/users.txt");
        assertThat(Files.getPosixFilePermissions(users)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readAllLines(practice.passfile()))
                .contains("127.0.0.1:" + pooled.port() + ":*:postgres:" + pooled.password());
    }

    @Test
    void it_belongs_to_the_practice_and_nothing_else_on_this_machine_does() {
        var pooled = practice.pooler();
        assertThat(practice.reaches("127.0.0.1", pooled.port())).isTrue();
        assertThat(practice.reaches("localhost", pooled.port())).isFalse();
        assertThat(practice.reaches("127.0.0.1", 5432)).isFalse();
    }

    @Test
    void it_goes_on_after_the_databases_were_put_back() throws SQLException {
        var pooled = practice.pooler();
        Running.value(pooled, "SELECT 1");
        practice.mark();
        practice.run("shop", "DROP TABLE invoices");
        practice.back();
        practice.reset();
        assertThat(Running.value(pooled, "SELECT count(*) FROM invoices")).isEqualTo("3000");
    }

    @Test
    void it_ends_with_the_practice() throws IOException {
        var other = Practice.start(Scenario.named("shop"), Running.HOME, _ -> {});
        other.pooler();
        var process = Running.pooler(Running.folder(other));
        assertThat(process.isAlive()).isTrue();

        other.close();

        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(Running.folder(other)).doesNotExist();
    }
}
