package dev.restamp.shell;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two revisions; the second is there in part: its column has another type, and its index is missing. */
class EvidenceTest {
    private final TestDatabase world = TestPostgres.database();

    @TempDir
    private Path home;

    @BeforeEach
    void a_project_and_half_its_schema() {
        DrawnProject.chain(
                home,
                List.of(
                        entry(
                                "aaaa00000001",
                                "op.create_table('orders', sa.Column('id', sa.Integer(), primary_key=True))"),
                        entry("bbbb00000002", """
                        op.add_column('orders', sa.Column('total', sa.Numeric(10, 2)))
                            op.create_index('ix_total', 'orders', ['total'])
                            op.execute('ANALYZE')\
                        """)));
        world.run(
                "CREATE TABLE orders (id serial PRIMARY KEY, total text)",
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('aaaa00000001')");
    }

    @Test
    void each_object_with_what_is_to_be_seen_of_it() {
        var said = ask("evidence", "head");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out())
                .contains("bbbb00000002 (head)")
                .containsPattern("creates column orders\\.total +DIFFERENT +type .*text")
                .containsPattern("creates index ix_total +ABSENT")
                .contains("no trace: ")
                .doesNotContain("aaaa00000001");
    }

    @Test
    void without_a_revision_it_is_about_the_place_and_what_is_there_in_part() {
        assertThat(ask("evidence").out()).contains("aaaa00000001", "bbbb00000002", "creates table orders");
    }

    @Test
    void the_statements_run_as_they_are_and_show_the_same() {
        var script = ask("evidence", "head", "--sql").out();
        world.run(script);
        assertThat(script)
                .startsWith("BEGIN READ ONLY;\n")
                .contains(
                        "SELECT version_num FROM public.alembic_version;",
                        "-- bbbb00000002 creates index ix_total: ABSENT",
                        "WHERE (schema, \"table\", name) = ('public', 'orders', 'total');",
                        "WHERE (schema, \"table\") = ('public', 'orders');")
                .endsWith("ROLLBACK;\n");
    }

    @Test
    void json_has_the_statements_too() {
        assertThat(ask("evidence", "head", "--json").out())
                .contains("\"revision\":\"bbbb00000002\",\"status\":\"partly\"", "\"queries\":[\"SELECT * FROM (");
    }

    private AskedShell.Said ask(String... words) {
        try (var shell = new AskedShell(home, home, world)) {
            return shell.ask(List.of(words));
        }
    }
}
