package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.Tls.Certificate;
import dev.restamp.postgres.rows.RowCounter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofSeconds(30));

    private final TestPostgres.TestDatabase world = TestPostgres.database();

    @Test
    void says_what_it_is_connected_to() {
        try (var database = world.open()) {
            var server = database.server();

            assertThat(server.database()).isEqualTo(world.name());
            assertThat(server.user()).isEqualTo(TestPostgres.USER);
            assertThat(server.version())
                    .isEqualTo(world.column("SHOW server_version").getFirst().split(" ", 2)[0]);
            assertThat(server.versionNumber())
                    .isEqualTo(Integer.parseInt(
                            world.column("SHOW server_version_num").getFirst()));
            assertThat(Long.toString(server.databaseOid()))
                    .isEqualTo(world.column("SELECT oid FROM pg_database WHERE datname = current_database()")
                            .getFirst());
            assertThat(server.systemIdentifier())
                    .contains(world.column("SELECT system_identifier FROM pg_control_system()")
                            .getFirst());
            assertThat(server.standby()).isFalse();
            assertThat(server.transactionPooler()).isFalse();
            assertThat(server.currentSchema()).contains("public");
            assertThat(server.tls().certificate()).isEqualTo(Certificate.NONE);
        }
    }

    @Test
    void a_server_that_keeps_its_identifier_to_itself_is_still_connected_to() {
        world.run("REVOKE EXECUTE ON FUNCTION pg_control_system() FROM public", role("plain"));
        try (var database = Database.connect(world.urlAs("plain", "pw"), Optional.empty(), Limits.DEFAULT)) {
            assertThat(database.server().systemIdentifier()).isEmpty();
            assertThat(database.server().user()).isEqualTo("plain");
        } finally {
            world.run("GRANT EXECUTE ON FUNCTION pg_control_system() TO public", "DROP ROLE plain");
        }
    }

    @Test
    void a_wrong_password_is_told_from_none_and_both_can_be_helped_by_another() {
        var url = world.urlAs(TestPostgres.USER, "wrong");
        var wrong = problem(url);
        var none = problem(DatabaseUrl.parse("postgresql://" + url.display(), Map.of()));

        assertThat(wrong.what()).isEqualTo("the server refused the password of " + url.display());
        assertThat(none.what()).isEqualTo("password needed for " + url.display());
        assertThat(Database.needsPassword(wrong)).isTrue();
        assertThat(Database.needsPassword(none)).isTrue();
    }

    @Test
    void a_password_given_takes_the_place_of_the_one_in_the_url() {
        var wrong = world.urlAs(TestPostgres.USER, "wrong");

        try (var database = Database.connect(wrong, Optional.of(Secret.of(TestPostgres.PASSWORD)), Limits.DEFAULT)) {
            assertThat(database.server().database()).isEqualTo(world.name());
        }
    }

    @Test
    void a_database_that_is_not_there_is_named() {
        var problem = problem(new TestPostgres.TestDatabase(world.server(), "no_such").url());

        assertThat(problem.what()).startsWith("no database \"no_such\" on ");
        assertThat(Database.needsPassword(problem)).isFalse();
    }

    @Test
    void a_role_with_too_many_connections_is_refused_by_name() {
        world.run(role("busy") + " CONNECTION LIMIT 0");

        assertThat(problem(world.urlAs("busy", "pw")).what()).startsWith("too many connections on ");
    }

    @Test
    void a_server_without_tls_is_told_from_a_refusal() {
        var url = DatabaseUrl.parse("postgresql://" + world.url().display() + "?sslmode=require", Map.of());

        assertThat(problem(url.withPassword(Secret.of(TestPostgres.PASSWORD))).what())
                .contains("has no TLS, and sslmode=require asks for it");
    }

    @Test
    void a_host_that_nobody_knows_is_named() {
        assertThat(problem(parse("postgresql://u:pw@no-such-host.invalid/d")).what())
                .isEqualTo("unknown host \"no-such-host.invalid\"");
        assertThat(problem(parse("postgresql://u:pw@db.railway.internal/d")).hint())
                .contains("DATABASE_PUBLIC_URL");
    }

    @Test
    void a_port_where_nothing_listens_is_named() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(problem(parse("postgresql://u:pw@127.0.0.1:" + free + "/d")).what())
                .isEqualTo("nothing listens on 127.0.0.1:" + free);
    }

    @Test
    void a_proxy_without_its_server_is_told_from_a_server() throws IOException {
        try (var proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(proxy));
            assertThat(problem(parse("postgresql://u:pw@127.0.0.1:" + proxy.getLocalPort() + "/d"))
                            .what())
                    .isEqualTo("127.0.0.1:" + proxy.getLocalPort() + " accepted the connection and closed it at once");
        }
    }

    private static void hangUp(ServerSocket proxy) {
        try {
            while (true) {
                proxy.accept().close();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void a_host_with_an_ipv6_address_is_out_of_reach_where_there_is_no_route_for_it() {
        assertThat(problem(parse("postgresql://u:pw@[2001:db8::1]/d?connect_timeout=1"))
                        .what())
                .containsPattern("2001:db8::1 has only an IPv6 address|no answer from|no route to");
    }

    @Test
    void a_server_that_accepts_and_says_nothing_does_not_hang_the_shell() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = parse("postgresql://u:pw@127.0.0.1:" + mute.getLocalPort() + "/d");

            var problem = catchThrowableOfType(Problem.class, () -> Database.connect(url, Optional.empty(), SHORT));

            assertThat(problem.exit()).isEqualTo(Exit.CONNECTION);
            assertThat(problem.what()).isEqualTo("no answer from 127.0.0.1:" + mute.getLocalPort() + " in 2 s");
        }
    }

    @Test
    void one_read_sees_one_moment() {
        world.run("CREATE TABLE t (a int)");
        try (var database = world.open()) {
            var seen = database.read(reading -> {
                var before = count(reading);
                world.run("INSERT INTO t VALUES (1)");
                return List.of(before, count(reading));
            });

            assertThat(seen).containsExactly(0L, 0L);
            assertThat(database.<Long>read(DatabaseTest::count)).isEqualTo(1L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1) RETURNING a",
                "CREATE TABLE u (a int)",
                "SELECT nextval('s')",
                "WITH x AS (DELETE FROM t RETURNING a) SELECT a FROM x"
            })
    void a_read_cannot_write(String sql) {
        world.run("CREATE TABLE public.t (a int)", "CREATE SEQUENCE public.s");
        try (var database = world.open()) {
            var problem = problem(database, sql.replace(" t ", " public.t ").replace("'s'", "'public.s'"));

            assertThat(problem.what()).contains("read-only transaction (SQLSTATE 25006)");
        }
    }

    @Test
    void a_read_cannot_be_made_a_write() {
        world.run("CREATE TABLE public.t (a int)");
        try (var database = world.open()) {
            assertThat(problem(database, "SELECT 1; COMMIT; BEGIN READ WRITE; DELETE FROM public.t")
                            .what())
                    .isEqualTo("several statements in one");
            assertThat(problem(database, "SET TRANSACTION READ WRITE").what())
                    .startsWith("transaction read-write mode must be set before any query");
            assertThat(answer(database, "SELECT ';' || count(*) AS a FROM public.t -- ; not a second one"))
                    .isEqualTo(";0");
        }
    }

    @Test
    void the_session_itself_is_read_only() {
        try (var database = world.open()) {
            assertThat(answer(
                            database,
                            "SELECT setting AS a FROM pg_catalog.pg_settings"
                                    + " WHERE name = 'default_transaction_read_only'"))
                    .isEqualTo("on");
        }
    }

    @Test
    void a_function_of_the_users_cannot_take_the_place_of_a_catalog_one() {
        world.run("CREATE FUNCTION public.version() RETURNS text LANGUAGE sql RETURN 'mine'");
        try (var database = world.open()) {
            assertThat(answer(database, "SELECT version() AS a")).startsWith("PostgreSQL");
        }
    }

    @Test
    void a_read_knows_the_search_path_it_does_not_use() {
        world.run(
                "CREATE SCHEMA sales", "ALTER DATABASE " + world.name() + " SET search_path = sales, nowhere, public");
        try (var database = world.open()) {
            assertThat(database.server().currentSchema()).contains("sales");
            assertThat(database.<List<String>>read(Reading::searchPath)).containsExactly("sales", "public");
        }
    }

    @Test
    void the_urls_own_search_path_wins() {
        world.run("CREATE SCHEMA \"Sales\"");
        var url = DatabaseUrl.parse("postgresql://" + world.url().display() + "?schema=Sales", Map.of())
                .withPassword(Secret.of(TestPostgres.PASSWORD));
        try (var database = Database.connect(url, Optional.empty(), Limits.DEFAULT)) {
            assertThat(database.server().currentSchema()).contains("Sales");
            assertThat(database.<List<String>>read(Reading::searchPath)).containsExactly("Sales");
        }
    }

    @Test
    void a_failure_keeps_the_servers_words() {
        try (var database = world.open()) {
            var problem = problem(database, "SELECT no_such_function()");

            assertThat(problem.what()).isEqualTo("function no_such_function() does not exist (SQLSTATE 42883)");
            assertThat(problem.hint()).isNotEmpty();
        }
    }

    @Test
    void a_failure_does_not_spoil_the_next_read() {
        try (var database = world.open()) {
            problem(database, "SELECT 1/0");

            assertThat(answer(database, "SELECT 1 AS a")).isEqualTo("1");
        }
    }

    @Test
    void a_slow_statement_is_stopped() {
        try (var database = Database.connect(world.url(), Optional.empty(), SHORT)) {
            assertThat(problem(database, "SELECT pg_sleep(5)::text").exit()).isEqualTo(Exit.TIMEOUT);
        }
    }

    @Test
    void one_snapshot_may_allow_its_statements_more() {
        try (var database = Database.connect(world.url(), Optional.empty(), SHORT)) {
            var slept = database.read(reading -> {
                reading.allow(Duration.ofSeconds(10));
                return reading.first(Sql.of("SELECT pg_sleep(0.6)::text AS a"), row -> row.text("a"));
            });

            assertThat(slept).contains("");
            assertThat(problem(database, "SELECT pg_sleep(5)::text").exit()).isEqualTo(Exit.TIMEOUT);
        }
    }

    @Test
    void a_locked_table_is_not_waited_for() throws Exception {
        world.run("CREATE TABLE t (a int)");
        try (var meddler = world.connect();
                var statement = meddler.createStatement();
                var database = Database.connect(world.url(), Optional.empty(), SHORT)) {
            meddler.setAutoCommit(false);
            statement.execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");

            var problem = problem(database, "SELECT a FROM public.t");

            assertThat(problem.exit()).isEqualTo(Exit.TIMEOUT);
            assertThat(problem.what()).startsWith("lock not obtained in 200 ms");
        }
    }

    @Test
    void a_read_takes_no_lock_that_keeps_writers_out() {
        world.run("CREATE TABLE t (a int PRIMARY KEY)");
        try (var database = world.open()) {
            var modes = database.readTogether(2, readers -> {
                CatalogReader.read(readers.first());
                RowCounter.count(readers, RowCounter.Choice.ALL, (_, _, _, _) -> {});
                return world.column("SELECT DISTINCT mode FROM pg_locks WHERE locktype = 'relation'"
                        + " AND pid IN (SELECT pid FROM pg_stat_activity WHERE application_name = 'restamp'"
                        + " AND datname = current_database())");
            });

            assertThat(modes).containsExactly("AccessShareLock");
        }
    }

    @Test
    void ctrl_c_stops_the_statement_and_keeps_the_connection() throws Exception {
        try (var database = world.open()) {
            var started = new CountDownLatch(1);
            var running = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    Problem.class,
                    () -> database.read(reading -> {
                        started.countDown();
                        return reading.query(Sql.of("SELECT pg_sleep(14)::text"), _ -> "");
                    })));
            started.await();
            while (world.column(
                            "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
                    .isEmpty()) {
                Thread.onSpinWait();
            }
            database.cancel();

            assertThat(running.get().exit()).isEqualTo(Exit.INTERRUPTED);
            assertThat(answer(database, "SELECT 1 AS a")).isEqualTo("1");
        }
    }

    @Test
    void a_lost_connection_is_opened_again_by_the_next_read() {
        try (var database = world.open()) {
            kill();

            assertThat(answer(database, "SELECT 1 AS a")).isEqualTo("1");
        }
    }

    @Test
    void whoever_listens_hears_why_a_connection_had_to_be_opened_again() {
        var heard = new ArrayList<String>();
        try (var database = world.open()) {
            database.whenReopened(heard::add);
            kill();
            answer(database, "SELECT 1 AS a");
            answer(database, "SELECT 1 AS a");
            database.closeIfIdle(Duration.ofMinutes(30));
            assertThat(database.isOpen()).isTrue();
            database.closeIfIdle(Duration.ZERO);
            assertThat(database.isOpen()).isFalse();
            answer(database, "SELECT 1 AS a");
            database.reconnect();

            assertThat(heard).containsExactly("the connection had been lost", "it was closed after 0 min without use");
        }
    }

    @Test
    void a_password_that_is_refused_later_is_asked_for_again() {
        world.run(role("rotated"));
        var given = new ArrayList<>(List.of("pw2"));
        try (var database = Database.connect(
                world.urlAs("rotated", "pw"),
                Optional.empty(),
                Limits.DEFAULT,
                _ -> Optional.of(Secret.of(given.removeFirst())))) {
            world.run("ALTER ROLE rotated PASSWORD 'pw2'");
            kill();

            assertThat(answer(database, "SELECT 1 AS a")).isEqualTo("1");
            assertThat(given).isEmpty();
        }
    }

    @Test
    void a_role_is_taken_on_in_each_transaction() {
        world.run(role("member"), "CREATE ROLE owner_role", "GRANT owner_role TO member");
        try (var database = Database.connect(as("owner_role"), Optional.empty(), Limits.DEFAULT)) {
            assertThat(database.server().user()).isEqualTo("owner_role");
            assertThat(answer(database, "SELECT current_user::text AS a")).isEqualTo("owner_role");
        }
        for (var other : List.of("pg_monitor", "no_such_role")) {
            var problem = problem(as(other));
            assertThat(problem.code()).isEqualTo("CN225");
            assertThat(problem.what()).startsWith("member cannot become role \"" + other + "\": ");
        }
        world.run("DROP ROLE owner_role");
    }

    private DatabaseUrl as(String role) {
        return DatabaseUrl.parse(
                        "postgresql://" + world.urlAs("member", "pw").display(), Map.of("role", role), Map.of())
                .withPassword(Secret.of("pw"));
    }

    @Test
    void a_connection_lost_during_a_read_is_a_problem_of_that_read_only() {
        try (var database = world.open()) {
            var problem = catchThrowableOfType(
                    Problem.class,
                    () -> database.read(reading -> {
                        kill();
                        return reading.query(Sql.of("SELECT 1 AS one"), row -> row.number("one"));
                    }));

            assertThat(problem.exit()).isEqualTo(Exit.CONNECTION);
            assertThat(problem.what()).startsWith("the connection was lost");
            assertThat(answer(database, "SELECT 1 AS a")).isEqualTo("1");
        }
    }

    private void kill() {
        world.run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                + " WHERE application_name = 'restamp' AND datname = current_database()");
    }

    private static String role(String name) {
        return "CREATE ROLE " + name + " LOGIN PASSWORD 'pw'";
    }

    private static DatabaseUrl parse(String url) {
        return DatabaseUrl.parse(url, Map.of());
    }

    private static long count(Reading reading) {
        return reading.first(Sql.of("SELECT count(*) AS n FROM public.t"), row -> row.number("n"))
                .orElseThrow();
    }

    private static String answer(Database database, String sql) {
        return database.read(
                reading -> reading.first(Sql.of(sql), row -> row.text("a")).orElseThrow());
    }

    private static Problem problem(Database database, String sql) {
        return catchThrowableOfType(Problem.class, () -> database.read(reading -> reading.query(Sql.of(sql), _ -> "")));
    }

    /** Of connecting; each must be one for exit code 3 and show no password, in no text and in no cause. */
    private static Problem problem(DatabaseUrl url) {
        var problem =
                catchThrowableOfType(Problem.class, () -> Database.connect(url, Optional.empty(), Limits.DEFAULT));
        assertThat(problem.exit()).isEqualTo(Exit.CONNECTION);
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString() + problem.hint()).doesNotContain(TestPostgres.PASSWORD);
        }
        return problem;
    }
}
