package dev.restamp.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for tests: {@code postgres:18} in a container where a Docker engine answers, else the embedded
 * binaries. One server serves all tests of the JVM; each test takes a database of its own.
 *
 * <pre>{@code
 * private final TestPostgres.TestDatabase world = TestPostgres.database();
 *
 * @Test
 * void reads_a_row() {
 *     world.run("CREATE TABLE t (a int)", "INSERT INTO t VALUES (1)");
 *     try (var database = world.open()) { … }
 * }
 * }</pre>
 */
public final class TestPostgres {
    /** A superuser, and its password: no output of any test may hold it. */
    public static final String USER = "restamp_test";

    public static final String PASSWORD = "c@nary/7f3a:%41";

    private final String host;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    TestPostgres(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** A new, empty database on the shared server. Takes some 30 ms. */
    public static TestDatabase database() {
        return shared().create();
    }

    /** The server of this JVM; started on first use, stopped with the JVM. */
    public static TestPostgres shared() {
        return Shared.SERVER;
    }

    /** A new, empty database on this server. */
    public TestDatabase create() {
        return create("");
    }

    /** @param options of {@code CREATE DATABASE}: {@code ENCODING 'LATIN1' LOCALE 'C'} */
    public TestDatabase create(String options) {
        var name = "test_" + databases.incrementAndGet();
        new TestDatabase(this, "postgres").run("CREATE DATABASE " + name + " TEMPLATE template0 " + options);
        return new TestDatabase(this, name);
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** One database of a test server. */
    public record TestDatabase(TestPostgres server, String name) {
        /** As a user would have it, with the superuser's password. */
        public DatabaseUrl url() {
            return urlAs(USER, PASSWORD);
        }

        /** The same for another role; make it first with {@link #run}. Every role needs its password. */
        public DatabaseUrl urlAs(String role, String password) {
            return DatabaseUrl.parse(
                            "postgresql://" + role + "@" + server.host + ":" + server.port + "/" + name, Map.of())
                    .withPassword(Secret.of(password));
        }

        /** A connection as the product has it. */
        public Database open() {
            return Database.connect(url(), Optional.empty(), Limits.DEFAULT);
        }

        /** Runs statements as superuser, each on its own. */
        public void run(String... statements) {
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure.getMessage(), failure);
            }
        }

        /** The first column of a query, as text, run as superuser. */
        public List<String> column(String query) {
            try (var connection = connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                var values = new ArrayList<String>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure.getMessage(), failure);
            }
        }

        /** A plain JDBC connection as superuser, for the other party of a test: it locks, kills, meddles. */
        public Connection connect() throws SQLException {
            var properties = new Properties();
            properties.setProperty("user", USER);
            properties.setProperty("password", PASSWORD);
            properties.setProperty("ApplicationName", "meddler");
            return DriverManager.getConnection(
                    "jdbc:postgresql://" + server.host + ":" + server.port + "/" + name, properties);
        }
    }

    /** Starts the shared server when it is first asked for. */
    private static final class Shared {
        private static final TestPostgres SERVER = start();

        private static TestPostgres start() {
            return dockerAnswers() ? container() : embedded();
        }

        /** Looks for the socket first: where there is none, Testcontainers takes a second and a page of log to say so. */
        private static boolean dockerAnswers() {
            return (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock")))
                    && DockerClientFactory.instance().isDockerAvailable();
        }

        @SuppressWarnings("resource") // Testcontainers removes it with the JVM
        private static TestPostgres container() {
            var container = new PostgreSQLContainer("postgres:18")
                    .withUsername(USER)
                    .withPassword(PASSWORD)
                    .withDatabaseName("postgres");
            container.start();
            return new TestPostgres(container.getHost(), container.getMappedPort(5432));
        }

        @SuppressWarnings("resource") // its own hook stops it with the JVM
        private static TestPostgres embedded() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("autovacuum", "off")
                        .setServerConfig("max_connections", "100")
                        .setDataDirectoryCustomizer(Shared::askForPasswords)
                        .start();
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("CREATE ROLE " + USER + " LOGIN SUPERUSER PASSWORD '" + PASSWORD + "'");
                }
                return new TestPostgres("localhost", server.getPort());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static void askForPasswords(File data) {
            try {
                Files.writeString(data.toPath().resolve("pg_hba.conf"), """
                        local all all      trust
                        host  all postgres all trust
                        host  all all      all scram-sha-256
                        """);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
