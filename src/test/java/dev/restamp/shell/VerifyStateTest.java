package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify --content --state}: a table of 17,000 pages, a row each, is three pieces. */
class VerifyStateTest {
    private final TestDatabase local = TestPostgres.database();
    private final TestDatabase stage = TestPostgres.database();

    @TempDir
    private Path home;

    private AskedShell shell;

    @BeforeEach
    void two_databases() {
        for (var world : List.of(local, stage)) {
            world.run(
                    "CREATE TABLE big (id int PRIMARY KEY, a text, n int)",
                    "ALTER TABLE big ALTER a SET STORAGE PLAIN, SET (fillfactor = 10)",
                    "INSERT INTO big SELECT i, repeat('x', 500), 0 FROM generate_series(1, 17000) i",
                    "CREATE TABLE small AS SELECT 1 AS a",
                    "VACUUM ANALYZE");
        }
        shell = new AskedShell(home, home, local);
        ask("connect", RealAlembic.url(stage), "--as", "stage");
        ask("connect", "--as", "local");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void goes_on_where_it_stopped() throws IOException {
        var said = verify();
        assertThat(said.exit()).as(said.out()).isEqualTo(Exit.OK);
        assertThat(said.out()).contains("2 of 2 tables equal, 17,001 rows", "compared in 3 pieces");
        var lines = Files.readAllLines(state());
        assertThat(lines).hasSize(7);

        // Stopped in the middle of the line for the second piece; what is known of the first is not asked for again.
        var cut = new ArrayList<>(lines.subList(0, 4));
        Files.writeString(state(), String.join("\n", cut) + "\n" + lines.get(4).substring(0, 20));
        stage.run("UPDATE big SET n = 1 WHERE id = 5");
        assertThat(verify().exit()).isEqualTo(Exit.OK);
        assertThat(Files.readAllLines(state()))
                .as("nothing is lost after the cut line")
                .endsWith(lines.get(4), lines.get(5), lines.get(6));

        Files.write(state(), lines.subList(0, 4));
        stage.run("UPDATE big SET n = 1 WHERE id = 16999");
        assertThat(verify().out()).contains("big: other content in 17,000 rows");

        stage.run("UPDATE big SET n = 0 WHERE id = 16999");
        assertThat(verify().exit()).as("what differed is looked at again").isEqualTo(Exit.OK);
    }

    @Test
    void a_change_of_columns_makes_what_was_known_worthless() throws IOException {
        verify();
        for (var world : List.of(local, stage)) {
            world.run("ALTER TABLE big ADD m int");
        }
        var before = Files.readAllLines(state()).size();
        assertThat(verify().exit()).isEqualTo(Exit.OK);
        assertThat(Files.readAllLines(state())).hasSize(before + 4);
    }

    @Test
    void a_file_of_something_else_is_left_alone() throws IOException {
        Files.writeString(state(), "mine\n");
        assertThat(verify().exit()).isEqualTo(Exit.USAGE);
        assertThat(Files.readString(state())).isEqualTo("mine\n");

        Files.delete(state());
        verify();
        ask("use", "stage");
        var turned = ask("verify", "--against", "@local", "--content", "--state", "state.jsonl");
        assertThat(turned.exit()).isEqualTo(Exit.USAGE);
        assertThat(turned.problem()).contains("is the state of another comparison");
    }

    @Test
    void a_state_is_of_two_databases() {
        ask("snapshot", "save", "before", "--content");
        var said = ask("verify", "--against", "snap:before", "--content", "--state", "state.jsonl");
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(state()).doesNotExist();
    }

    private Path state() {
        return home.resolve("state.jsonl");
    }

    private AskedShell.Said verify() {
        return ask("verify", "--against", "@stage", "--content", "--state", "state.jsonl");
    }

    private AskedShell.Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }
}
