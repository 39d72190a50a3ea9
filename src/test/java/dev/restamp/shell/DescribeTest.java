package dev.restamp.shell;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeTest {
    private final TestDatabase world = TestPostgres.database();

    @TempDir
    private Path home;

    DescribeTest() {
        world.run(
                "CREATE TABLE users (id serial PRIMARY KEY)",
                "CREATE TABLE orders (id serial PRIMARY KEY, user_id integer NOT NULL REFERENCES users (id) ON DELETE"
                        + " CASCADE, total numeric(10,2) DEFAULT 0 CHECK (total >= 0), note text)",
                "CREATE UNIQUE INDEX ix_note ON orders (lower(note)) WHERE note IS NOT NULL");
    }

    @Test
    void columns_constraints_and_indexes_with_their_revisions() {
        project();
        var said = ask("describe", "orders");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out())
                .containsPattern("table orders   aaaa00000001, bbbb00000002|table orders   aaaa00000001")
                .containsPattern("user_id +integer +not null +aaaa00000001")
                .containsPattern("total +numeric\\(10,2\\) +null +0\\S* +bbbb00000002")
                .containsPattern("note +text +null +no revision")
                .containsPattern("orders_user_id_fkey +foreign key +user_id +-> users\\(id\\) ON DELETE CASCADE")
                .containsPattern("orders_total_check +check +total +.*>=.*0")
                .containsPattern(
                        "ix_note +unique btree +\\(lower\\(note\\)\\) +WHERE .*note IS NOT NULL.* +no revision");
    }

    @Test
    void without_a_project_it_is_described_all_the_same() {
        var said = ask("describe", "orders");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out()).contains("user_id", "which revision made what is not known");
    }

    @Test
    void json() {
        project();
        assertThat(ask("describe", "public.orders", "--json").out())
                .contains(
                        "\"table\":\"public.orders\"",
                        "{\"name\":\"user_id\",\"type\":\"integer\",\"nullable\":false,\"default\":null,\"revisions\":[\"aaaa00000001\"]}",
                        "\"references\":\"public.users\"",
                        "\"name\":\"ix_note\"");
    }

    @Test
    void a_table_that_is_not_there() {
        var said = ask("describe", "order");
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.problem()).isEqualTo("there is no table \"order\". Did you mean: orders");
    }

    private void project() {
        DrawnProject.chain(
                home,
                List.of(
                        entry(
                                "aaaa00000001",
                                "op.create_table('orders', sa.Column('id', sa.Integer(), primary_key=True),"
                                        + " sa.Column('user_id', sa.Integer(), nullable=False))"),
                        entry("bbbb00000002", "op.add_column('orders', sa.Column('total', sa.Numeric(10, 2)))")));
    }

    private AskedShell.Said ask(String... words) {
        try (var shell = new AskedShell(home, home, world)) {
            return shell.ask(List.of(words));
        }
    }
}
