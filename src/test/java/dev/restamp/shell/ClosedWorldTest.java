package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.restamp.core.Exit;
import dev.restamp.core.stamp.Receipt;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.WholeShell.Said;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a practice runs there is nothing else: no other server, and nothing of the user's own. {@code elsewhere} is a
 * server that would notice if somebody came.
 */
class ClosedWorldTest {
    private static final String REFUSED = "PRACTICE: no other database can be reached in this mode";

    @TempDir
    private Path home;

    private final TestDatabase own = TestPostgres.database();
    private final AtomicInteger visitors = new AtomicInteger();
    private ServerSocket elsewhere;
    private WholeShell shell;

    @BeforeEach
    void open() throws IOException {
        elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::count);
        Files.createDirectories(home.resolve("project"));
        Files.writeString(home.resolve("project/alembic.ini"), "[alembic]\nscript_location = migrations\n");
        Files.createDirectories(home.resolve("project/migrations/versions"));
        Files.writeString(home.resolve(".pg_service.conf"), "[away]\nhost=127.0.0.1\nport=" + port() + "\n");
        Files.createDirectories(home.resolve(".config/restamp"));
        Files.writeString(
                home.resolve(".config/restamp/config.toml"),
                "[profile.mine]\nurl = \"postgresql://me@127.0.0.1:" + port() + "/shop\"\n");
        shell = new WholeShell(
                home.resolve("project"),
                home,
                Map.of(
                        "XDG_CACHE_HOME",
                        Path.of("target", "practice cache").toAbsolutePath().toString(),
                        "DATABASE_URL",
                        "postgresql://me@127.0.0.1:" + port() + "/shop",
                        "RESTAMP_PROFILE",
                        "mine",
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        port(),
                        "PGUSER",
                        "me",
                        "PGSERVICE",
                        "away",
                        "PGDATABASE",
                        "mine"));
    }

    @AfterEach
    void close() throws IOException {
        shell.close();
        elsewhere.close();
    }

    @Test
    void no_other_database_can_be_reached_however_it_is_written() {
        run("practice start shop");
        var here = Integer.toString(
                shell.session().practice().orElseThrow().databases().getFirst().port());
        run("profile add there postgresql://me@127.0.0.1:" + port() + "/shop");
        for (var line : List.of(
                "connect postgresql://postgres@127.0.0.1:PORT/shop",
                "connect postgresql+asyncpg://postgres@127.0.0.1:PORT/shop?ssl=require",
                "connect jdbc:postgresql://127.0.0.1:PORT/shop",
                "connect postgresql://[::1]:PORT/shop",
                "connect postgresql://nowhere.invalid/shop",
                "connect postgresql://localhost:HERE/shop",
                "connect postgresql:///shop?host=127.0.0.1&port=PORT",
                "connect postgresql://127.0.0.1:HERE,127.0.0.1:PORT/shop",
                "connect host=127.0.0.1 port=PORT dbname=shop",
                "connect host=127.0.0.1,127.0.0.1 port=HERE,PORT dbname=shop",
                "connect host=127.0.0.1 hostaddr=127.0.0.2 port=HERE dbname=shop",
                "connect host=/var/run/postgresql dbname=shop",
                "connect service=away",
                "connect service=nowhere",
                "connect --direct-host 127.0.0.1:PORT",
                "connect postgresql://127.0.0.1:HERE/shop --direct-host nowhere.invalid",
                "connect there",
                "connect mine",
                "use there",
                "use mine",
                "@mine status",
                "profile test there",
                "profile test mine",
                "counts @mine @shop",
                "diff @shop @mine",
                "verify --against @mine")) {
            var typed = line.replace("PORT", port()).replace("HERE", here);
            var said = run(typed);
            assertThat(said.all()).as(typed).contains(REFUSED, "practice stop, then connect again");
            assertThat(said.exit()).as(typed).isEqualTo(Exit.REFUSED);
        }
        assertThat(run("connections").out()).contains("stage", "shop").doesNotContain("there", "mine");
        assertThat(visitors).hasValue(0);
    }

    @Test
    void what_the_users_variables_say_is_not_asked() {
        run("practice start shop");
        assertThat(run("connect").out()).contains("shop = postgres@127.0.0.1:", "of the practice");
        assertThat(shell.session().connections()).hasSize(2);
        run("disconnect");
        run("disconnect");
        assertThat(new Prompt(shell.session(), shell.session().console().canvas())
                        .getPrompt()
                        .toString())
                .isEqualTo("PRACTICE> ");

        assertThat(run("status").out()).contains("row and schema agree: 6f708192a3b4");
        assertThat(run("connect dbname=stage --as other --env prod").out()).contains("postgres@127.0.0.1:", "/stage");
        assertThat(run("@other current").out()).contains("708192a3b4c5 (head)");
        assertThat(new Prompt(shell.session(), shell.session().console().canvas())
                        .getPrompt()
                        .toString())
                .startsWith("PRACTICE other ");
        assertThat(visitors).hasValue(0);
    }

    @Test
    void a_pooler_of_the_practice_is_part_of_it() {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/pgbouncer")), "no PgBouncer here");
        run("practice start shop");
        assertThat(run("practice pooler").out()).contains("pooled = postgresql://postgres@127.0.0.1:");
        assertThat(run("status").out()).contains("row and schema agree: 6f708192a3b4");
        run("practice break behind");
        assertThat(run("stamp 6f708192a3b4 --expect 3c4d5e6f7081 --confirm shop")
                        .exit())
                .isEqualTo(Exit.OK);
    }

    @Test
    void what_was_open_is_closed_and_said_to_be() {
        run("connect " + RealAlembic.url(own) + " --as old");
        var open = shell.session().connection("old");

        var said = run("practice start shop");

        assertThat(said.err()).contains("closed old: no other database can be reached while you practise");
        assertThat(open.database().isOpen()).isFalse();
        assertThat(run("@old status").exit()).isEqualTo(Exit.USAGE);
        assertThat(run("practice stop").exit()).isEqualTo(Exit.OK);
        assertThat(run("connect " + RealAlembic.url(own) + " --as old").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void a_practice_after_a_practice_says_nothing_of_what_it_closes() {
        run("practice start shop");
        assertThat(run("practice start shop").err()).doesNotContain("closed");
    }

    @Test
    void nothing_of_the_users_own_is_touched_and_nothing_of_the_practice_is_left() throws IOException {
        new ReceiptStore(shell.session().state().receipts()).keep(receipt());
        run("connect " + RealAlembic.url(own) + " --as old");
        run("snapshot save before");
        var before = own();

        run("practice start shop");
        run("practice break behind");
        assertThat(run("stamp 6f708192a3b4 --expect 3c4d5e6f7081 --confirm shop")
                        .exit())
                .isEqualTo(Exit.OK);
        assertThat(run("snapshot save after").exit()).isEqualTo(Exit.OK);
        assertThat(run("profile add practised").exit()).isEqualTo(Exit.OK);
        assertThat(run("receipts").out()).contains("6f708192a3b4").doesNotContain("r-of-the-user");
        assertThat(run("snapshot list").out()).contains("after").doesNotContain("before");
        assertThat(run("profile list").out()).contains("practised").doesNotContain("mine");
        assertThat(own()).isEqualTo(before);

        run("practice stop");
        assertThat(own()).isEqualTo(before);
        assertThat(run("receipts").out()).contains("r-of-the-user").doesNotContain("6f708192a3b4");
        assertThat(run("snapshot list").out()).contains("before").doesNotContain("after");
        assertThat(run("profile list").out()).contains("mine").doesNotContain("practised");
    }

    @Test
    void afterwards_the_users_project_is_back() {
        var project = shell.session().project(home.resolve("project"));
        run("practice start shop");
        assertThat(run("heads").out()).contains("708192a3b4c5");
        run("practice stop");
        assertThat(shell.session().project()).isSameAs(project);
    }

    private Said run(String line) {
        return shell.run(OutputFormats.TABLE, line);
    }

    private String port() {
        return Integer.toString(elsewhere.getLocalPort());
    }

    private void count() {
        try {
            while (true) {
                elsewhere.accept().close();
                visitors.incrementAndGet();
            }
        } catch (SocketException _) {
            // The test is over.
        } catch (IOException failure) {
            visitors.addAndGet(1000);
        }
    }

    /** What the user has, file by file; the typed lines of a practice have a file of their own, and there is one log. */
    private Map<String, String> own() throws IOException {
        var files = new TreeMap<String, String>();
        for (var folder : List.of(home.resolve(".config"), home.resolve(".local/state"))) {
            try (var found = Files.walk(folder)) {
                for (var file : found.filter(Files::isRegularFile).toList()) {
                    if (!file.endsWith("restamp.log")) {
                        files.put(file.toString(), Files.readString(file));
                    }
                }
            }
        }
        return files;
    }

    private static Receipt receipt() {
        return new Receipt(
                "r-of-the-user",
                Instant.EPOCH,
                "1.0.0",
                "jo@db1:5432/shop",
                "shop",
                "1",
                "alembic_version",
                List.of(),
                List.of("a1"),
                List.of(),
                "1",
                List.of(),
                "",
                "",
                "");
    }
}
