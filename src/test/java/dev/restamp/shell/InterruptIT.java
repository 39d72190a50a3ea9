package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.postgres.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a command waits for a server: the statement is cancelled, the shell lives. */
class InterruptIT {
    @TempDir
    private Path home;

    @Test
    void ctrl_c_cancels_the_command_and_its_statement_and_keeps_the_shell() throws Exception {
        var database = TestPostgres.database();
        database.run(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('aaaa00000001')");
        Files.createDirectories(home.resolve("migrations/versions"));
        Files.writeString(home.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/migrations\n");
        Files.writeString(
                home.resolve("migrations/versions/a.py"),
                "revision = 'aaaa00000001'\ndown_revision = None\n\ndef upgrade():\n    pass\n");
        var url = database.url();
        var environment = Map.of(
                "XDG_STATE_HOME",
                home.resolve("state").toString(),
                "HOME",
                home.toString(),
                "PGPASSWORD",
                TestPostgres.PASSWORD,
                "DATABASE_URL",
                "postgresql://" + url.user() + "@" + url.host() + ":" + url.port() + "/" + url.database());
        try (var shell = PseudoTerminal.start(home, environment, "");
                var holder = database.connect()) {
            var prompt = " aaaa00000001[=!?] ro> ";
            shell.await(prompt);
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE");

            shell.enter("current");
            waitForLock(database);
            var before = System.nanoTime();
            shell.type("\u0003");

            assertThat(shell.await(prompt)).contains("restamp: ").doesNotContain("Exception");
            assertThat(System.nanoTime() - before)
                    .as("not the lock's time limit")
                    .isLessThan(TimeUnit.SECONDS.toNanos(2));
            holder.rollback();
            shell.enter("current");
            assertThat(shell.await(prompt)).contains("aaaa00000001");
        }
    }

    private static void waitForLock(TestPostgres.TestDatabase database) throws InterruptedException {
        var waiting = "SELECT count(*)::text FROM pg_catalog.pg_locks WHERE NOT granted";
        while (database.column(waiting).getFirst().equals("0")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
