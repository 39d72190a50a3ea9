package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of two tables, healthy until a test leaves something undone in it. */
class RestoreTest {
    private final TestDatabase shop = TestPostgres.database();

    @TempDir
    private Path home;

    private AskedShell shell;

    @BeforeEach
    void a_healthy_shop() {
        shop.run(
                "CREATE TABLE users (id serial PRIMARY KEY, name text)",
                "CREATE TABLE orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id int REFERENCES users)",
                "INSERT INTO users (name) SELECT 'u' || i FROM generate_series(1, 20) i",
                "INSERT INTO orders (user_id) SELECT id FROM users");
        shell = new AskedShell(home, home, shop);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void nothing_is_left_in_a_healthy_database() {
        var said = ask("diagnose", "--restore");
        assertThat(said.problem()).isEmpty();
        assertThat(said.out())
                .contains("no leftovers of a restore found, 16 checks")
                .doesNotContain("fix");
        assertThat(said.exit()).isEqualTo(Exit.OK);
    }

    @Test
    void a_sequence_behind_its_data() {
        shop.run("SELECT setval('users_id_seq', 1, false)");
        var said = ask("diagnose", "--restore");
        assertThat(said.out())
                .contains("1 leftover of a restore found")
                .containsPattern("public.users_id_seq +next is 1, but public.users.id has 20")
                .contains("SELECT setval('public.users_id_seq', 20);");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
    }

    @Test
    void wrong_usage() {
        assertThat(ask("diagnose", "--check-keys").problem()).isEqualTo("--check-keys goes with --restore");
        assertThat(ask("diagnose", "--restore", "--as", "restamp_tset").problem())
                .isEqualTo("there is no role \"restamp_tset\". Did you mean: restamp_test");
    }

    private AskedShell.Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }
}
