package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.revision.VersionTable;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionReaderTest {
    private static final VersionTable VERSION = VersionTable.ALEMBIC;

    private final TestDatabase world = TestPostgres.database();

    SessionReaderTest() {
        world.run(
                "CREATE TABLE alembic_version (version_num text PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('a1')",
                "CREATE TABLE orders (id int)");
    }

    @Test
    void whoever_looks_is_not_there() {
        assertThat(sessions()).isEmpty();
    }

    @Test
    void one_that_is_idle_is_not_migrating() throws SQLException {
        try (var other = world.connect()) {
            run(other, "SELECT version_num FROM alembic_version");
            assertThat(sessions()).singleElement().satisfies(one -> {
                assertThat(one.application()).isEqualTo("meddler");
                assertThat(one.user()).isEqualTo(TestPostgres.USER);
                assertThat(one.state()).hasValue("idle");
                assertThat(one.seconds()).isPresent();
                assertThat(one.locks()).isEmpty();
                assertThat(one.isMigrating(VERSION)).isFalse();
            });
        }
    }

    @Test
    void one_that_writes_the_version_row_is_migrating() throws SQLException {
        assertThat(inTransaction("UPDATE alembic_version SET version_num = 'b2'")
                        .isMigrating(VERSION))
                .isTrue();
    }

    @Test
    void one_that_read_the_row_and_changes_tables_is_migrating_as_alembic_does_it() throws SQLException {
        assertThat(inTransaction("SELECT version_num FROM alembic_version", "ALTER TABLE orders ADD COLUMN a int")
                        .isMigrating(VERSION))
                .isTrue();
    }

    @Test
    void one_that_only_reads_or_writes_elsewhere_is_not() throws SQLException {
        assertThat(inTransaction("SELECT version_num FROM alembic_version", "INSERT INTO orders VALUES (1)")
                        .isMigrating(VERSION))
                .isFalse();
        assertThat(inTransaction("ALTER TABLE orders ADD COLUMN b int").isMigrating(VERSION))
                .isFalse();
    }

    @Test
    void a_table_of_that_name_in_another_schema_counts_unless_the_schema_is_known() throws SQLException {
        world.run("CREATE SCHEMA s", "CREATE TABLE s.alembic_version (version_num text)");
        var one = inTransaction("INSERT INTO s.alembic_version VALUES ('x')");
        assertThat(one.isMigrating(VERSION)).isTrue();
        assertThat(one.isMigrating(new VersionTable(Optional.of("public"), "alembic_version")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alembic", "Flyway Community", "liquibase-4.2"})
    void one_that_is_called_like_a_tool_is_migrating(String name) throws SQLException {
        try (var other = world.connect()) {
            run(other, "SET application_name = '" + name + "'");
            assertThat(sessions()).singleElement().matches(one -> one.isMigrating(VERSION));
        }
    }

    @Test
    void a_lock_on_the_version_table_that_keeps_everybody_out_does_not_keep_this_waiting() throws Exception {
        try (var holder = world.connect();
                var waiter = world.connect()) {
            holder.setAutoCommit(false);
            run(holder, "LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE");
            var waiting = Thread.ofVirtual().start(() -> waitFor(waiter));
            var sessions = sessions();
            for (var i = 0; i < 100 && sessions.stream().noneMatch(SessionReaderTest::waits); i++) {
                Thread.sleep(20);
                sessions = sessions();
            }
            var holding =
                    sessions.stream().filter(one -> !waits(one)).findFirst().orElseThrow();
            assertThat(sessions.stream().filter(SessionReaderTest::waits))
                    .singleElement()
                    .satisfies(one -> assertThat(one.locks())
                            .filteredOn(lock -> !lock.granted())
                            .singleElement()
                            .satisfies(lock ->
                                    assertThat(lock.blockedBy()).containsExactly(String.valueOf(holding.pid()))));
            holder.rollback();
            waiting.join();
        }
    }

    @Test
    void an_advisory_lock_is_seen() throws SQLException {
        assertThat(inTransaction("SELECT pg_advisory_xact_lock(1)").locks())
                .singleElement()
                .satisfies(lock -> assertThat(lock.table()).isEmpty());
    }

    @Test
    void a_plain_role_sees_names_and_locks_and_is_told_what_it_does_not_see() throws SQLException {
        var role = "who_" + world.name();
        world.run("CREATE ROLE " + role + " LOGIN PASSWORD 'plain-role'");
        try (var other = world.connect();
                var database = Database.connect(world.urlAs(role, "plain-role"), Optional.empty(), Limits.DEFAULT)) {
            other.setAutoCommit(false);
            run(other, "UPDATE alembic_version SET version_num = 'b2'");
            assertThat(database.read(SessionReader::read)).singleElement().satisfies(one -> {
                assertThat(one.hidden()).isTrue();
                assertThat(one.state()).isEmpty();
                assertThat(one.application()).isEqualTo("meddler");
                assertThat(one.isMigrating(VERSION)).isTrue();
            });
        }
    }

    @Test
    void the_statement_can_be_run_as_it_is() throws Exception {
        var text = Files.readString(Path.of("src/main/resources/dev/restamp/postgres/who.sql"));
        assertThat(text).doesNotContain("?");
        assertThat(world.column(text)).isEmpty();
    }

    private DatabaseSession inTransaction(String... statements) throws SQLException {
        try (var other = world.connect()) {
            other.setAutoCommit(false);
            for (var statement : statements) {
                run(other, statement);
            }
            return sessions().getFirst();
        }
    }

    private List<DatabaseSession> sessions() {
        try (var database = world.open()) {
            return database.read(SessionReader::read).stream()
                    .filter(one -> !one.application().equals("restamp"))
                    .toList();
        }
    }

    private static boolean waits(DatabaseSession one) {
        return one.locks().stream().anyMatch(lock -> !lock.granted());
    }

    private static void waitFor(Connection waiter) {
        try {
            run(waiter, "SELECT 1 FROM alembic_version");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
