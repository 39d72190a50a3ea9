package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.StampStep.Update;
import dev.restamp.core.revision.VersionTable;
import java.io.IOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through PgBouncer in transaction mode, all clients sharing one server session: the worst that users have. */
class PoolerTest {
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final TestPostgres.TestDatabase world = TestPostgres.database();
    private PgBouncer pooler;

    @BeforeEach
    void start() throws IOException {
        PgBouncer.assumeInstalled();
        world.run(
                "CREATE TABLE alembic_version (version_num text PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('ae10')");
        pooler = PgBouncer.before(world);
    }

    @AfterEach
    void stop() throws IOException {
        if (pooler != null) {
            pooler.close();
        }
    }

    @Test
    void is_recognised() {
        try (var database = open()) {
            assertThat(database.server().transactionPooler()).isTrue();
        }
    }

    @Test
    void refuses_options_and_is_said_to_stand_between() {
        var url = url() + "?options=-c%20work_mem%3D1MB";

        var problem = catchThrowableOfType(
                Problem.class,
                () -> Database.connect(
                        DatabaseUrl.parse(url, Map.of()), Optional.of(Secret.of(TestPostgres.PASSWORD)), SHORT));

        assertThat(problem.code()).isEqualTo("CN218");
        assertThat(problem.hint()).contains("leave `options` out");
    }

    @Test
    void leaves_no_role_behind() {
        world.run("CREATE ROLE pooled_role");
        var url = DatabaseUrl.parse(url(), Map.of("role", "pooled_role"), Map.of());
        try (var database = Database.connect(url, Optional.of(Secret.of(TestPostgres.PASSWORD)), SHORT);
                var other = open()) {
            assertThat(database.read(PoolerTest::user)).isEqualTo("pooled_role");
            assertThat(other.read(PoolerTest::user)).isEqualTo(TestPostgres.USER);
        }
        world.run("DROP ROLE pooled_role");
    }

    private static String user(Reading reading) {
        return reading.first(Sql.of("SELECT current_user::text AS name"), row -> row.text("name"))
                .orElseThrow();
    }

    @Test
    void leaves_nothing_behind_in_a_session_that_others_get_next() throws Exception {
        try (var database = open()) {
            database.read(CatalogReader::read);
        }
        var properties = new Properties();
        properties.setProperty("user", TestPostgres.USER);
        properties.setProperty("password", TestPostgres.PASSWORD);
        properties.setProperty("prepareThreshold", "0");
        try (var other = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + pooler.port() + "/" + world.name(), properties);
                var statement = other.createStatement()) {
            statement.execute("INSERT INTO alembic_version VALUES ('written by another client')");
            for (var setting : List.of("search_path", "lock_timeout", "statement_timeout", "row_security")) {
                try (var rows = statement.executeQuery(
                        "SELECT setting = reset_val FROM pg_settings WHERE name = '" + setting + "'")) {
                    assertThat(rows.next() && rows.getBoolean(1)).as(setting).isTrue();
                }
            }
        }
    }

    @Test
    void can_be_read_and_written_through() {
        try (var database = open();
                var second = open()) {
            assertThat(second.read(reading -> VersionReader.read(reading, VersionTable.ALEMBIC))
                            .rows()
                            .ids())
                    .containsExactly("ae10");

            var stamped = VersionWriter.write(database, order(database), _ -> "p1 holds", (_, _) -> {});

            assertThat(stamped.rows()).containsExactly("f6b2");
        }
        assertThat(world.column("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .containsExactly("0");
    }

    @Test
    void names_who_holds_a_lock_though_there_is_one_server_session_only() throws Exception {
        try (var database = open();
                var meddler = world.connect();
                var statement = meddler.createStatement()) {
            var order = order(database);
            meddler.setAutoCommit(false);
            statement.execute("UPDATE alembic_version SET version_num = 'c3'");

            var problem = catchThrowableOfType(
                    Problem.class, () -> VersionWriter.write(database, order, _ -> "p1 holds", (_, _) -> {}));

            assertThat(problem.exit()).isEqualTo(Exit.TIMEOUT);
            assertThat(problem.what()).contains("(app=meddler, 00:00 in transaction) holds it");
        }
    }

    private StampOrder order(Database database) {
        var info = database.read(reading -> VersionReader.read(reading, VersionTable.ALEMBIC));
        return new StampOrder(
                info.table(),
                VersionTable.ALEMBIC,
                info.rows(),
                List.of(new Update("ae10", "f6b2")),
                false,
                database.server().systemIdentifier(),
                database.server().databaseOid());
    }

    private String url() {
        return "postgresql://" + TestPostgres.USER + "@127.0.0.1:" + pooler.port() + "/" + world.name();
    }

    private Database open() {
        return Database.connect(
                DatabaseUrl.parse(url(), Map.of()), Optional.of(Secret.of(TestPostgres.PASSWORD)), SHORT);
    }
}
