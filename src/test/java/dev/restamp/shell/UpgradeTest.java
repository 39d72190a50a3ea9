package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.WholeShell.Said;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The project's own tool as a child: a real Alembic, or a program in its place that does what no Alembic would. Revisions:
 * aaaa00000001 makes one, bbbb00000002 two, cccc00000003 fills two.
 */
class UpgradeTest {
    private static final String FIRST = "aaaa00000001";
    private static final String SECOND = "bbbb00000002";
    private static final String THIRD = "cccc00000003";

    @TempDir
    private Path home;

    private final TestDatabase database = TestPostgres.database();

    @Test
    void runs_what_remains_and_says_what_status_says_then() {
        var alembic = alembic("op.execute(\"INSERT INTO two SELECT id FROM one\")");
        alembic.run("upgrade", FIRST);
        try (var shell = shell()) {
            var said = shell.run(OutputFormats.TABLE, "upgrade");
            assertThat(said.exit()).as(said.all()).isEqualTo(Exit.OK);
            assertThat(said.out())
                    .containsSubsequence(
                            "UPGRADE   alembic upgrade head; nothing has been run",
                            "-m alembic -c",
                            "$DATABASE_URL",
                            "2 revisions:",
                            SECOND,
                            "UPGRADED  " + FIRST + " -> " + THIRD,
                            "OK  nothing speaks against the row " + THIRD);
            assertThat(stored()).containsExactly(THIRD);
            assertThat(shell.run(OutputFormats.TABLE, "report -").out())
                    .contains("upgraded", "alembic upgrade head ran, row " + FIRST + " → " + THIRD)
                    .doesNotContain("wrote nothing");
        }
    }

    @Test
    void goes_no_further_than_it_is_told() {
        var alembic = alembic("pass");
        alembic.run("upgrade", FIRST);
        try (var shell = shell()) {
            var said = shell.run(OutputFormats.TABLE, "upgrade " + SECOND);
            assertThat(said.out()).contains("alembic upgrade " + SECOND, "1 revision:");
            assertThat(stored()).as(said.all()).containsExactly(SECOND);
        }
    }

    @Test
    void answers_a_program_with_one_object_and_the_tools_words_beside_it() throws Exception {
        var alembic = alembic("print('from the script')");
        alembic.run("upgrade", SECOND);
        try (var shell = shell()) {
            var said = shell.run(OutputFormats.JSON, "upgrade");
            var answer = new JsonMapper().readTree(said.out());
            assertThat(answer.get("before").get(0).stringValue()).isEqualTo(SECOND);
            assertThat(answer.get("row").get(0).stringValue()).isEqualTo(THIRD);
            assertThat(answer.get("ran").booleanValue()).isTrue();
            assertThat(answer.get("tool_exit").intValue()).isZero();
            assertThat(said.err()).contains("  | from the script");
        }
    }

    @Test
    void of_a_run_that_fails_it_says_what_explain_says() {
        var alembic = alembic("op.execute(\"INSERT INTO two VALUES (1), (1)\")");
        alembic.run("upgrade", SECOND);
        try (var shell = shell()) {
            var said = shell.run(OutputFormats.TABLE, "upgrade");
            assertThat(said.exit()).as(said.all()).isEqualTo(Exit.NOT_WRITTEN);
            assertThat(said.out())
                    .containsSubsequence("FAILED  alembic upgrade head ended with 1", "row as before: " + SECOND)
                    .contains("23505 unique_violation", "rows are in the way of the revision");
            assertThat(shell.run(OutputFormats.TABLE, "report -").out()).contains("upgrade failed");
        }
    }

    @Test
    void ctrl_c_ends_a_statement_that_takes_long_and_the_tool_with_it() throws Exception {
        var alembic = alembic("op.execute(\"SELECT pg_sleep(60)\")");
        alembic.run("upgrade", SECOND);
        try (var shell = shell()) {
            var running = CompletableFuture.supplyAsync(() -> shell.run(OutputFormats.TABLE, "upgrade"));
            await(
                    running,
                    "SELECT count(*)::text FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active'"
                            + " AND application_name LIKE 'alembic by restamp %'");
            var before = System.nanoTime();
            shell.session().interrupts().fire();
            var said = running.get(30, TimeUnit.SECONDS);
            assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(5));
            assertThat(said.exit()).as(said.all()).isEqualTo(Exit.INTERRUPTED);
            assertThat(said.err()).contains("alembic upgrade head was stopped", "`status`");
            assertThat(stored()).containsExactly(SECOND);
        }
    }

    @Test
    void a_tool_that_does_not_listen_is_ended_all_the_same() throws Exception {
        at(FIRST);
        var started = home.resolve("started");
        fake("trap '' INT; touch " + started + "; sleep 60 & wait; wait");
        try (var shell = shell()) {
            var running = CompletableFuture.supplyAsync(() -> shell.run(OutputFormats.TABLE, "upgrade"));
            while (!Files.exists(started)) {
                assertThat(running.isDone()).isFalse();
                TimeUnit.MILLISECONDS.sleep(20);
            }
            shell.session().interrupts().fire();
            assertThat(running.get(20, TimeUnit.SECONDS).exit()).isEqualTo(Exit.INTERRUPTED);
        }
    }

    @Test
    void what_it_prints_can_do_no_harm_and_tells_no_secret() throws Exception {
        at(FIRST);
        fake("""
                printf '%s\\n' "$@" > seen
                printf '\\033[2J\\033]0;owned\\007 url %s\\n' "$DATABASE_URL"
                printf 'password c@nary/7f3a:%%41 or c%%40nary%%2F7f3a%%3A%%2541 or c%%40nary%%2f7f3a%%3a%%2541\\n' >&2
                printf 'token %s\\n' "$API_TOKEN"
                printf '\\342\\200\\256 last\\n'
                exit 3""");
        for (var format : List.of(OutputFormats.TABLE, OutputFormats.JSON, OutputFormats.named("md"))) {
            try (var shell = shell()) {
                var said = shell.run(format, "upgrade --env API_TOKEN=s3cr3t-t0ken");
                assertThat(said.exit()).as(said.all()).isEqualTo(Exit.NOT_WRITTEN);
                assertThat(said.all()).contains("owned", "url postgresql://", "password ***");
                assertThat(said.all().toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("c@nary", "c%40nary", "s3cr3t-t0ken");
                assertThat(HostileDatabaseTest.obeyed(said.all())).isEmpty();
                assertThat(shell.run(OutputFormats.TABLE, "report -").all()).doesNotContain("c@nary", "c%40nary");
            }
        }
        assertThat(Files.readString(project().resolve("seen")))
                .isEqualTo(String.join(
                        "\n", "-u", "-m", "alembic", "-c", project() + "/alembic.ini", "upgrade", "head", ""));
    }

    @Test
    void the_tool_finds_the_url_and_what_was_added_in_its_environment() throws Exception {
        at(FIRST);
        fake("echo \"$DATABASE_URL $MIGRATION_MODE $HOME\" > seen; exit 3");
        try (var shell = shell()) {
            shell.run(OutputFormats.TABLE, "upgrade --env MIGRATION_MODE=1");
        }
        assertThat(Files.readString(project().resolve("seen"))).isEqualTo(url() + " 1 " + home + "\n");
    }

    @Test
    void the_profile_says_which_variable_the_url_goes_to_and_what_else_is_set() throws Exception {
        at(FIRST);
        fake("echo \"$SHOP_URL $MIGRATION_MODE\" > seen; exit 3");
        Files.createDirectories(home.resolve(".config/restamp"));
        Files.writeString(
                home.resolve(".config/restamp/config.toml"),
                "[profile.shop]\nurl = \"" + database.url().display().replaceFirst("^", "postgresql+asyncpg://")
                        + "\"\nurl_variable = \"SHOP_URL\"\nenv = { MIGRATION_MODE = \"1\" }\n");
        try (var shell = shell(Map.of("PGPASSWORD", TestPostgres.PASSWORD))) {
            shell.run(OutputFormats.TABLE, "connect shop");
            var said = shell.run(OutputFormats.TABLE, "upgrade --confirm " + database.name());
            assertThat(said.out()).contains("$SHOP_URL, $MIGRATION_MODE");
        }
        assertThat(Files.readString(project().resolve("seen")))
                .isEqualTo("postgresql+asyncpg" + url().replaceFirst("postgresql", "") + " 1\n");
    }

    @Test
    void a_tool_that_is_not_installed_is_named_with_the_way_to_get_it() throws Exception {
        at(FIRST);
        fake("echo \"$0: No module named alembic.__main__; 'alembic' is a package and cannot be directly executed\";"
                + " exit 1");
        try (var shell = shell()) {
            var said = shell.run(OutputFormats.TABLE, "upgrade");
            assertThat(said.exit()).isEqualTo(Exit.PROJECT);
            assertThat(said.err()).contains("alembic upgrade cannot be run", "-m pip install alembic");
        }
        Files.writeString(project().resolve(".venv/bin/python"), "#!/nowhere/python\n");
        var said = run("upgrade");
        assertThat(said.exit()).as(said.all()).isEqualTo(Exit.PROJECT);
        assertThat(said.err()).contains(".venv/bin/python is not there");
    }

    @Test
    void nothing_is_started_where_nothing_is_left_to_run() throws Exception {
        at(THIRD);
        fake("touch started");
        var said = run("upgrade");
        assertThat(said.exit()).as(said.all()).isEqualTo(Exit.OK);
        assertThat(said.out()).contains("nothing to run");
        assertThat(project().resolve("started")).doesNotExist();
    }

    @Test
    void a_run_that_would_fail_is_refused_with_the_stamp_to_do_first() throws Exception {
        at(SECOND);
        database.run("UPDATE alembic_version SET version_num = '" + FIRST + "'");
        fake("touch started");
        var said = run("upgrade");
        assertThat(said.exit()).as(said.all()).isEqualTo(Exit.REFUSED);
        assertThat(said.out()).contains("REFUSED", "would fail", "VD101", "first: stamp " + THIRD);
        database.run("UPDATE alembic_version SET version_num = '" + THIRD + "'", "DROP TABLE two");
        assertThat(run("upgrade").out()).contains("REFUSED", "the version row is ahead of the schema");
        assertThat(project().resolve("started")).doesNotExist();
    }

    @Test
    void production_has_to_be_confirmed_by_its_name() throws Exception {
        at(FIRST);
        fake("touch started");
        try (var shell = shell()) {
            shell.run(OutputFormats.TABLE, "connect --env prod");
            var said = shell.run(OutputFormats.TABLE, "upgrade");
            assertThat(said.exit()).isEqualTo(Exit.REFUSED);
            assertThat(said.err()).contains("production needs --confirm " + database.name());
            assertThat(shell.run(OutputFormats.TABLE, "upgrade --confirm other").exit())
                    .isEqualTo(Exit.REFUSED);
            assertThat(project().resolve("started")).doesNotExist();
            shell.run(OutputFormats.TABLE, "upgrade --confirm " + database.name());
            assertThat(project().resolve("started")).exists();
        }
    }

    @Test
    void what_is_no_revision_or_no_variable_is_refused() throws Exception {
        at(FIRST);
        fake("touch started");
        assertThat(run("upgrade nosuch").exit()).isEqualTo(Exit.PROJECT);
        assertThat(run("upgrade --env DATABASE_URL=postgresql://elsewhere/x").exit())
                .isEqualTo(Exit.USAGE);
        assertThat(run("upgrade --env MODE").exit()).isEqualTo(Exit.USAGE);
        assertThat(project().resolve("started")).doesNotExist();
    }

    private Said run(String line) {
        try (var shell = shell()) {
            return shell.run(OutputFormats.TABLE, line);
        }
    }

    private WholeShell shell() {
        return shell(Map.of("DATABASE_URL", url(), "PATH", "/usr/bin:/bin"));
    }

    private WholeShell shell(Map<String, String> environment) {
        return new WholeShell(project(), home, environment);
    }

    private Path project() {
        return home.resolve("project");
    }

    private String url() {
        return RealAlembic.url(database);
    }

    private List<String> stored() {
        return database.column("SELECT version_num FROM alembic_version");
    }

    /** @param third what the third revision does */
    private RealAlembic alembic(String third) {
        draw(third);
        return RealAlembic.in(project(), database);
    }

    private void draw(String third) {
        DrawnProject.chain(
                project(),
                List.of(
                        Map.entry(FIRST, "op.create_table('one', sa.Column('id', sa.Integer, primary_key=True))"),
                        Map.entry(SECOND, "op.create_table('two', sa.Column('id', sa.Integer, primary_key=True))"),
                        Map.entry(THIRD, third)));
    }

    /** The database as Alembic leaves it there. */
    private void at(String revision) {
        draw("pass");
        database.run(
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('" + revision + "')",
                "CREATE TABLE one (id serial PRIMARY KEY)");
        if (!revision.equals(FIRST)) {
            database.run("CREATE TABLE two (id serial PRIMARY KEY)");
        }
    }

    /** A program in the place of the project's Python. */
    private void fake(String script) throws IOException {
        var program = Files.createDirectories(project().resolve(".venv/bin")).resolve("python");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private void await(CompletableFuture<Said> running, String count) throws Exception {
        while (database.column(count).getFirst().equals("0")) {
            assertThat(running.isDone()).as("ended: " + running).isFalse();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
