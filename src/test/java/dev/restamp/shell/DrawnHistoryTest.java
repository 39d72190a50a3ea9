package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.shell.command.Commands;
import dev.restamp.shell.render.OutputFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that has both tables of a project while its row says that it has the first one. */
class DrawnHistoryTest {
    @TempDir
    private Path home;

    private WholeShell shell;

    @BeforeEach
    void open() {
        var database = TestPostgres.database();
        database.run(
                "CREATE TABLE a (id integer)",
                "CREATE TABLE b (id integer)",
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('aaaa00000001')");
        DrawnProject.chain(home, List.of(created("aaaa00000001", "a"), created("bbbb00000002", "b")));
        shell = new WholeShell(home, home, Map.of("DATABASE_URL", RealAlembic.url(database)));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private static Map.Entry<String, String> created(String id, String table) {
        return Map.entry(id, "op.create_table('" + table + "', sa.Column('id', sa.Integer()))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "history -o svg | >row<",
                "history -o svg | >schema<",
                "history -o dot | \"aaaa00000001\" [label=\"aaaa00000001\\nrow\"",
                "history -o dot | \"bbbb00000002\" -> \"aaaa00000001\"",
                "history -o mermaid | class r1 row",
                "history -o html | >schema<",
                "history -o md | <- row (current)",
                "diagnose -o svg | what the database shows",
                "diagnose -o svg | VD101"
            })
    void a_picture_says_where_row_and_schema_are(String line, String part) {
        assertThat(type(line).out()).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status -o svg",
                "history --plain -o svg",
                "history -v -o dot",
                "history --help -o svg",
                "diagnose --restore -o mermaid",
                "stamp bbbb00000002 --confirm x -o svg",
                "snapshot save before -o dot"
            })
    void what_has_no_graph_is_refused_before_anything_is_done(String line) {
        var said = type(line);
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("draws a graph, and this answer has none", "history -o ");
        assertThat(type("current --plain").out()).contains("aaaa00000001");
        assertThat(type("snapshot list").out()).doesNotContain("before");
    }

    @Test
    void the_commands_that_draw_are_those_that_a_refusal_names() {
        var drawing = Commands.all(shell.session(), new ReceiptStore(home), new LateRunner(), () -> {}).stream()
                .map(command -> command.usage())
                .filter(usage -> usage.draws())
                .map(usage -> usage.name())
                .toList();
        var hint = type("status -o svg").err();
        assertThat(drawing).containsExactlyInAnyOrder("history", "diagnose");
        assertThat(drawing).allSatisfy(name -> assertThat(hint).contains(name + " -o svg"));
    }

    @Test
    void a_drawing_has_the_newest_first_whatever_it_is_kept_in() {
        assertThat(type("history --topo -o svg").err()).contains("--topo needs --plain");
        assertThat(type("history --topo -o md").err()).contains("--topo needs --plain");
        assertThat(type("history --topo -o json").exit()).isEqualTo(Exit.OK);
    }

    private WholeShell.Said type(String line) {
        return shell.run(OutputFormats.TABLE, line);
    }
}
