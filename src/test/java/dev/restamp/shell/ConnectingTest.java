package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.core.revision.Revision;
import dev.restamp.postgres.PgBouncer;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.AskedShell.Said;
import dev.restamp.shell.ConnectChoice.Asking;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to say what to connect to, on a real server; and no password in anything that is said. */
class ConnectingTest {
    private final TestDatabase database = TestPostgres.database();
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path home;

    @AfterEach
    void no_password_was_said() {
        assertThat(said).allSatisfy(text -> assertThat(text).doesNotContain(TestPostgres.PASSWORD, "wrong-canary"));
    }

    @Test
    void by_the_environment_in_the_order_profile_url_service_host() throws IOException {
        passfile("rw-------");
        config("[profile.mine]\nurl = \"" + url() + "\"\nlabel = \"stage\"\n");
        Files.writeString(home.resolve(".pg_service.conf"), "[shop]\nhost=" + host() + "\nport=" + port() + "\n");
        var pg = Map.of("PGUSER", TestPostgres.USER, "PGDATABASE", database.name());

        assertThat(connect(Map.of("RESTAMP_PROFILE", "mine", "DATABASE_URL", "postgresql://x/y")))
                .contains("mine = ", "profile mine", "password from");
        assertThat(connect(Map.of("DATABASE_URL", url(), "PGHOST", "x"))).contains("from $DATABASE_URL");
        assertThat(connect(plus(pg, "PGSERVICE", "shop"))).contains("from $PGSERVICE", "service shop of");
        assertThat(connect(plus(pg, "PGHOST", host(), "PGPORT", port())))
                .contains("from $PGHOST", "port from $PGPORT", "user from $PGUSER");
        try (var shell = shell(Map.of())) {
            var nothing = ask(shell, "connect");
            assertThat(nothing.exit()).isEqualTo(Exit.CONNECTION);
            assertThat(nothing.problem()).contains("no connection");
        }
    }

    @Test
    void by_a_word_that_is_typed() throws IOException {
        passfile("rw-------");
        Files.writeString(
                home.resolve(".pg_service.conf"),
                "[shop]\nhost=%s\nport=%s\nuser=%s\ndbname=%s\n"
                        .formatted(host(), port(), TestPostgres.USER, database.name()));
        try (var shell = shell(Map.of())) {
            assertThat(ask(shell, "profile", "add", "kept", RealAlembic.url(database), "--env", "prod")
                            .out())
                    .contains("added kept", "its password was left out");
            assertThat(ask(shell, "connect", "kept").out()).contains("kept = ", "PRODUCTION");
            assertThat(ask(shell, "connect", "service=shop").out()).contains("shop = ", "service shop of");
            assertThat(ask(
                                    shell,
                                    "connect",
                                    "host=" + host(),
                                    "port=" + port(),
                                    "user=" + TestPostgres.USER,
                                    "dbname=" + database.name())
                            .out())
                    .contains(database.name() + " = ");
            assertThat(ask(shell, "connections").out()).contains("kept", "prod", "shop", "idle, ");
            assertThat(ask(shell, "profile", "list").out()).contains("kept", url());
            assertThat(ask(shell, "profile", "show", "kept").out()).contains("label", "prod");
            assertThat(ask(shell, "profile", "test", "kept").out()).contains("PostgreSQL");
            assertThat(ask(shell, "disconnect", "kept").exit()).isEqualTo(Exit.OK);
            assertThat(ask(shell, "use", "kept").exit())
                    .as("its profile is there")
                    .isEqualTo(Exit.OK);
            assertThat(ask(shell, "profile", "remove", "kept").exit()).isEqualTo(Exit.OK);
            assertThat(ask(shell, "connect", "kept").problem()).isEqualTo("no profile is called \"kept\"");
        }
    }

    @Test
    void a_password_is_found_in_a_file_that_is_private_and_in_no_other() throws IOException {
        var file = Files.writeString(home.resolve("word"), TestPostgres.PASSWORD + "\n");
        try (var shell = shell(Map.of())) {
            shell.session().choose(choice(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(ask(shell, "connect").problem()).isEqualTo("others can read the password file " + file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(ask(shell, "connect").exit()).isEqualTo(Exit.OK);
        }
        passfile("rw-r--r--");
        try (var shell = shell(Map.of())) {
            assertThat(ask(shell, "connect", url()).problem())
                    .isEqualTo("password needed for " + TestPostgres.USER + "@" + host() + ":" + port() + "/"
                            + database.name() + " and this is not a terminal");
        }
    }

    private ConnectChoice choice(Path passwordFile) {
        return new ConnectChoice(
                Optional.of(url()),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(5)),
                Optional.of(passwordFile),
                Asking.NEVER,
                false);
    }

    @Test
    void what_goes_wrong_has_its_own_words() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var shell = shell(Map.of())) {
            assertThat(ask(shell, "connect", "postgresql://u:wrong-canary@127.0.0.1:" + free + "/d")
                            .problem())
                    .isEqualTo("nothing listens on 127.0.0.1:" + free);
            assertThat(ask(shell, "connect", "postgresql://u:wrong-canary@no-such-host.invalid/d")
                            .problem())
                    .isEqualTo("unknown host \"no-such-host.invalid\"");
            assertThat(ask(shell, "connect", url().replace("@", ":wrong-canary@"))
                            .problem())
                    .startsWith("the server refused the password of ");
            assertThat(ask(shell, "connect", RealAlembic.url(database) + "?sslmode=require")
                            .problem())
                    .contains("has no TLS");
            assertThat(ask(shell, "connect", RealAlembic.url(database) + "?colour=red")
                            .problem())
                    .isEqualTo("the URL has parameters nobody knows: colour");
            assertThat(ask(shell, "connect", "postgresql://u:wrong-canary@x@h/d")
                            .problem())
                    .startsWith("the URL has two \"@\"");
        }
    }

    @Test
    void a_lost_connection_is_opened_again_and_that_is_said() throws IOException {
        database.run("CREATE TABLE t (a int)");
        try (var shell = shell(Map.of("DATABASE_URL", RealAlembic.url(database)))) {
            ask(shell, "counts");
            database.run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    + " WHERE application_name = 'restamp' AND datname = current_database()");
            var again = ask(shell, "counts");
            assertThat(again.out()).contains("1 table").doesNotContain("reconnected");
            assertThat(again.remarks()).contains("reconnected: the connection had been lost");
            assertThat(ask(shell, "counts").remarks()).isEmpty();
            assertThat(ask(shell, "reconnect").out()).contains("PostgreSQL");
        }
    }

    @Test
    void a_role_reads_and_writes() throws IOException {
        project();
        database.run(
                "CREATE ROLE member_role LOGIN PASSWORD 'pw'",
                "CREATE ROLE table_owner",
                "GRANT table_owner TO member_role",
                "CREATE TABLE users (id serial PRIMARY KEY)",
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "ALTER TABLE alembic_version OWNER TO table_owner",
                "ALTER TABLE users OWNER TO table_owner");
        try (var shell = shell(Map.of())) {
            var member = url().replace(TestPostgres.USER + "@", "member_role:pw@");
            assertThat(ask(shell, "connect", member, "--role", "table_owner").out())
                    .contains("as role table_owner");
            var stamped = ask(shell, "stamp", "aaaa00000001", "--expect", "");
            assertThat(stamped.exit()).as(stamped.problem() + stamped.out()).isEqualTo(Exit.OK);
        }
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("aaaa00000001");
        database.run("DROP TABLE alembic_version, users", "DROP ROLE table_owner", "DROP ROLE member_role");
    }

    @Test
    void every_command_works_through_a_transaction_pooler() throws IOException {
        PgBouncer.assumeInstalled();
        project();
        database.run(
                "CREATE TABLE users (id serial PRIMARY KEY)",
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");
        try (var pooler = PgBouncer.before(database);
                var shell = shell(Map.of(
                        "DATABASE_URL",
                        RealAlembic.url(database).replace(":" + port() + "/", ":" + pooler.port() + "/")))) {
            assertThat(ask(shell, "connect").out()).contains("POOLER, transaction mode (backend PID ");
            assertThat(ask(shell, "status").out()).contains("VD105");
            assertThat(ask(shell, "diagnose").out()).contains("aaaa00000001");
            assertThat(ask(shell, "counts").out()).contains("users");
            assertThat(ask(shell, "stamp", "aaaa00000001", "--expect", "").exit())
                    .isEqualTo(Exit.OK);
            assertThat(ask(shell, "status").exit()).isEqualTo(Exit.OK);
            assertThat(ask(shell, "undo").exit()).isEqualTo(Exit.OK);
        }
        assertThat(database.column("SELECT count(*) FROM alembic_version")).containsExactly("0");
    }

    private void project() {
        var revision = Revision.of("aaaa00000001");
        DrawnProject.write(
                home,
                List.of(revision),
                "",
                _ -> "op.create_table('users', sa.Column('id', sa.Integer(), primary_key=True))");
    }

    private String connect(Map<String, String> environment) {
        try (var shell = shell(environment)) {
            var answer = ask(shell, "connect");
            assertThat(answer.exit()).as(answer.problem()).isEqualTo(Exit.OK);
            return answer.out();
        }
    }

    private AskedShell shell(Map<String, String> environment) {
        return new AskedShell(home, plus(environment, "HOME", home.toString()));
    }

    private Said ask(AskedShell shell, String... words) {
        var answer = shell.ask(List.of(words));
        said.add(answer.out() + answer.problem());
        return answer;
    }

    private void passfile(String mode) throws IOException {
        var file = Files.writeString(
                home.resolve(".pgpass"), "*:*:*:*:" + TestPostgres.PASSWORD.replace("\\", "\\\\") + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private void config(String text) throws IOException {
        var file = home.resolve(".config/restamp/config.toml");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private String url() {
        return "postgresql://" + database.url().display();
    }

    private String host() {
        return database.url().host();
    }

    private String port() {
        return Integer.toString(database.url().port());
    }

    private static Map<String, String> plus(Map<String, String> environment, String... more) {
        var all = new HashMap<>(environment);
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
