package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.revision.StampStep.Update;
import dev.restamp.core.revision.VersionTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    private static final Path PGBOUNCER = Path.of("/usr/sbin/pgbouncer");
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final TestPostgres.TestDatabase world = TestPostgres.database();
    private Optional<Path> folder = Optional.empty();
    private int port;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PGBOUNCER), "no PgBouncer in " + PGBOUNCER);
        world.run(
                "CREATE TABLE alembic_version (version_num text PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('ae10')");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var home = Files.createTempDirectory("restamp-pgbouncer-");
        folder = Optional.of(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(
                home.resolve("users.txt"), "\"" + TestPostgres.USER + "\" \"" + TestPostgres.PASSWORD + "\"\n");
        Files.writeString(
                home.resolve("pgbouncer.ini"), """
                [databases]
                * = host=localhost port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s/users.txt
                pool_mode = transaction
                default_pool_size = 1
                query_wait_timeout = 5
                pidfile = %s/pid
                logfile = %s/log
                """.formatted(world.server().port(), port, home, home, home));
        DebianPostgres.asPostgres(
                PGBOUNCER.toString(), "-d", home.resolve("pgbouncer.ini").toString());
        waitUntilItListens();
    }

    @AfterEach
    void stop() throws IOException {
        if (folder.isPresent()) {
            var pid =
                    Long.parseLong(Files.readString(folder.get().resolve("pid")).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            for (var file : List.of("pid", "log", "users.txt", "pgbouncer.ini", "")) {
                Files.deleteIfExists(folder.get().resolve(file));
            }
        }
    }

    @Test
    void is_recognised() {
        try (var database = open()) {
            assertThat(database.server().transactionPooler()).isTrue();
        }
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
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + world.name(), properties);
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
                info.rows().ids(),
                List.of(new Update("ae10", "f6b2")),
                false,
                database.server().systemIdentifier(),
                database.server().databaseOid());
    }

    private Database open() {
        var url = "postgresql://" + TestPostgres.USER + "@127.0.0.1:" + port + "/" + world.name();
        return Database.connect(DatabaseUrl.parse(url, Map.of()), Optional.of(Secret.of(TestPostgres.PASSWORD)), SHORT);
    }

    private void waitUntilItListens() throws IOException, InterruptedException {
        for (var i = 0; ; i++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException failure) {
                if (i == 50) {
                    throw failure;
                }
                Thread.sleep(100);
            }
        }
    }
}
