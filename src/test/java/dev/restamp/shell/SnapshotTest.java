package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.AskedShell.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    private final TestDatabase world = TestPostgres.database();

    @TempDir
    Path home;

    private AskedShell shell;

    @BeforeEach
    void a_database() {
        world.run(
                "CREATE TABLE users (id serial PRIMARY KEY, name text)",
                "INSERT INTO users (name) VALUES ('canary in a row'), ('two')",
                "CREATE TABLE orders (id serial PRIMARY KEY, user_id int REFERENCES users)",
                "CREATE INDEX ix_orders ON orders (user_id)");
        DrawnProject.chain(home, List.of(Map.entry("r1", "op.create_table('users', sa.Column('id', sa.Integer))")));
        world.run(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('r1')");
        shell = new AskedShell(home, home, world);
        ask("connect", "--as", "db1");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void it_is_kept_for_the_user_alone_and_has_no_row() throws IOException {
        var said = ask("snapshot", "save", "before");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out()).contains("row r1", "3 tables", "3 rows", "no row contents");
        var file = files().getFirst();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("restamp.manifest/1", "\"rows\" : 2", "ix_orders")
                .doesNotContain("canary", TestPostgres.PASSWORD);
    }

    @Test
    void a_database_is_held_against_what_it_was() {
        ask("snapshot", "save", "before");
        assertThat(ask("diff", "snap:before").exit()).isEqualTo(Exit.OK);
        world.run("DROP INDEX ix_orders", "ALTER TABLE users ALTER name SET NOT NULL");
        var said = ask("diff", "snap:before");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .containsPattern("- +orders.ix_orders +missing +there")
                .containsPattern("\\| +users.name +not null +not null +–")
                .contains("2 differences: 1 column, 1 index");
    }

    @Test
    void a_copy_in_a_file_is_a_side_too() {
        ask("snapshot", "save", "before", "--no-counts");
        assertThat(ask("snapshot", "export", "before", "copy.json").out()).contains("copy.json");
        assertThat(ask("diff", "copy.json", "snap:before").out()).contains("3 tables against 3", "no difference");
        assertThat(ask("snapshot", "export", "before", "copy.json").problem()).contains("is there already");
        assertThat(ask("snapshot", "show", "before").out()).contains("1 revisions", "3 tables", "public.users");
    }

    @Test
    void what_has_been_changed_by_hand_is_not_believed() throws IOException {
        ask("snapshot", "save", "before", "--no-counts");
        var file = files().getFirst();
        Files.writeString(file, Files.readString(file).replace("integer", "bigint"));
        assertThat(ask("diff", "snap:before").problem()).contains("not those that were saved");
        Files.writeString(file, "{\"schema\": \"restamp.manifest/1\", \"taken\": 7}");
        assertThat(ask("diff", "snap:before").problem()).contains("\"sha256\" is missing");
        Files.writeString(file, "{\"schema\": \"restamp.manifest/1\"");
        assertThat(ask("diff", "snap:before").problem()).contains("is no JSON: line 1");
        Files.writeString(file, "{\"schema\": \"restamp.receipt/1\"}");
        assertThat(ask("diff", "snap:before").problem()).contains("it is no restamp.manifest/1");
        assertThat(ask("snapshot").out()).contains("it is no restamp.manifest/1");
    }

    @Test
    void a_file_that_is_nested_too_deep_is_no_snapshot() throws IOException {
        Files.writeString(home.resolve("deep.json"), "{\"objects\":" + "[".repeat(2000));
        assertThat(ask("diff", "deep.json").problem()).contains("deep.json is no JSON");
    }

    @Test
    void names_lead_nowhere_else() {
        assertThat(ask("snapshot", "save", "../../x").problem()).contains("cannot name a snapshot");
        assertThat(ask("snapshot", "save", "x").exit()).isEqualTo(Exit.OK);
        assertThat(ask("snapshot", "save", "x").problem()).contains("there is a snapshot x");
        assertThat(ask("snapshot", "remove", "x").exit()).isEqualTo(Exit.OK);
        assertThat(ask("snapshot", "remove", "x").problem()).contains("there is no snapshot called");
        assertThat(ask("snapshot").out()).contains("no snapshot is kept yet");
        assertThat(ask("snapshot", "safe", "x").problem()).contains("not \"safe\"");
        assertThat(ask("snapshot", "list", "--no-counts").problem()).contains("--no-counts");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.endsWith("before.json")).toList();
        }
    }

    private Said ask(String... words) {
        return shell.ask(List.of(words));
    }
}
