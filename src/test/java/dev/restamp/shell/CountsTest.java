package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.AskedShell.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code counts} of two sides. The current connection is {@code local}, the other one {@code stage}. */
class CountsTest {
    private final TestDatabase local = TestPostgres.database();
    private final TestDatabase stage = TestPostgres.database();

    @TempDir
    private Path home;

    private AskedShell shell;

    @BeforeEach
    void two_databases() {
        both(
                "CREATE TABLE positions AS SELECT generate_series(1, 75) AS id",
                "CREATE TABLE prices (at int) PARTITION BY LIST (at)",
                "CREATE TABLE prices_1 PARTITION OF prices FOR VALUES IN (1)",
                "INSERT INTO prices VALUES (1), (1)",
                "CREATE VIEW v AS SELECT generate_series(1, 3)",
                "ANALYZE");
        shell = new AskedShell(home, home, local);
        ask("connect", RealAlembic.url(stage), "--as", "stage");
        ask("connect", "--as", "local");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void all_equal() {
        var said = ask("counts", "@stage");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out())
                .containsPattern("table +local +stage")
                .containsPattern("positions +75 +75")
                .containsPattern("prices +2 +2")
                .contains("all equal: 2 tables, 77 rows on the left; one snapshot of each side")
                .doesNotContain("prices_1", "which rows");
        assertThat(ask("counts", "@stage", "positions").out()).contains("all equal: 1 table, 75 rows");
        assertThat(ask("counts", "@stage", "--jobs", "1").exit()).isEqualTo(Exit.OK);
    }

    @Test
    void what_differs_and_what_is_on_one_side_only() {
        local.run("INSERT INTO positions VALUES (76)", "CREATE TABLE mine (a int)");
        stage.run("INSERT INTO prices SELECT 1 FROM generate_series(1, 1000)", "CREATE TABLE theirs AS SELECT 1");
        var said = ask("counts", "@stage");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .containsPattern("mine +0 +– +not there on the right")
                .containsPattern("positions +76 +75 +\\+1")
                .containsPattern("prices +2 +1,002 +-1,000")
                .containsPattern("theirs +– +1 +not there on the left")
                .contains("0 equal, 4 different, 4 tables", "which rows: diff --data TABLE @local @stage");
        assertThat(ask("counts", "@stage", "@local", "positions").out()).containsPattern("positions +75 +76 +-1");
    }

    @Test
    void json_has_both_numbers_and_the_verdict() {
        stage.run("INSERT INTO positions VALUES (76)", "CREATE TABLE theirs AS SELECT 1");
        var json = json("counts", "@stage");
        assertThat(json.get("left").stringValue()).isEqualTo("local");
        assertThat(json.get("right").stringValue()).isEqualTo("stage");
        assertThat(json.get("complete").booleanValue()).isTrue();
        assertThat(json.get("counts").toString())
                .isEqualTo(
                        "[{\"table\":\"public.positions\",\"left\":75,\"right\":76,\"difference\":\"different\",\"why\":\"\"},"
                                + "{\"table\":\"public.prices\",\"left\":2,\"right\":2,\"difference\":\"equal\",\"why\":\"\"},"
                                + "{\"table\":\"public.theirs\",\"left\":null,\"right\":1,\"difference\":\"only right\",\"why\":\"\"}]");
    }

    @Test
    void partitions_and_views_where_they_are_asked_for() {
        assertThat(ask("counts", "@stage", "--partitions", "--views", "--foreign")
                        .out())
                .containsPattern("prices_1 +2 +2")
                .containsPattern("v +3 +3");
        assertThat(ask("counts", "@stage", "v", "prices_1").out()).contains("all equal: 2 tables, 5 rows");
    }

    @Test
    void estimates_are_no_verdict() {
        var said = ask("counts", "@stage", "--estimate");
        assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(said.out()).containsPattern("positions +~75 +~75").contains("2 not known");
    }

    @Test
    void what_there_is_no_time_for_is_not_known() {
        stage.run("CREATE VIEW slow AS SELECT pg_sleep(30)::text");
        local.run("CREATE VIEW slow AS SELECT '1'::text");
        var said = ask("counts", "@stage", "slow", "--limit-time", "300ms");
        assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(said.out()).contains("time limit", "1 not known");
    }

    @Test
    void a_table_that_a_role_may_not_read_is_not_known_and_the_rest_is() {
        var role = stage.name() + "_reader";
        stage.run("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'", "GRANT SELECT ON prices, prices_1 TO " + role);
        ask("connect", RealAlembic.url(stage, role, "pw"), "--as", "poor");
        var said = ask("counts", "@local", "@poor");
        assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(said.out())
                .containsPattern("positions +75 +~75 +this role may not read it")
                .contains("1 equal, 0 different, 1 not known");
        local.run("INSERT INTO prices VALUES (1)");
        assertThat(ask("counts", "@local", "@poor").exit()).isEqualTo(Exit.FINDING);
    }

    @Test
    void a_snapshot_is_a_side() {
        ask("snapshot", "save", "before");
        assertThat(ask("counts", "snap:before").out()).contains("all equal: 2 tables, 77 rows");
        local.run("DELETE FROM positions WHERE id > 70");
        var said = ask("counts", "snap:before", "positions");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out()).containsPattern("positions +70 +75 +-5").doesNotContain("which rows");
        assertThat(ask("counts", "snap:before", "@stage").exit()).isEqualTo(Exit.OK);
        ask("snapshot", "save", "bare", "--no-counts");
        assertThat(ask("counts", "snap:bare").exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(ask("counts", "snap:bare").out()).contains("not counted in the snapshot");
    }

    @Test
    void a_table_that_neither_side_has_is_never_equal() {
        var said = ask("counts", "@stage", "positions", "nope");
        assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(said.out()).containsPattern("nope +\\? +\\? +there is no such table");
        assertThat(ask("counts", "nope").exit()).isEqualTo(Exit.INCONCLUSIVE);
    }

    @Test
    void a_connection_without_its_sign_is_recognised() {
        assertThat(ask("counts", "stage", "positions").remarks())
                .contains("stage is no table but a connection: counts @stage")
                .doesNotContain("positions is");
        local.run("CREATE TABLE stage (a int)");
        assertThat(ask("counts", "stage").remarks()).isEmpty();
    }

    @Test
    void mistakes() {
        DrawnProject.chain(home, List.of(Map.entry("a1", "pass")));
        for (var line : List.of(
                List.of("counts", "@local"),
                List.of("counts", "@stage", "@local", "snap:x"),
                List.of("counts", "rev:a1"),
                List.of("counts", "snap:none"),
                List.of("counts", "@none"),
                List.of("counts", "@stage", "--limit-time", "30"),
                List.of("counts", "@stage", "--jobs", "many"))) {
            var said = shell.ask(line);
            assertThat(said.exit()).as(line + said.problem()).isEqualTo(Exit.USAGE);
            assertThat(said.problem()).isNotEmpty();
        }
        assertThat(ask("counts", "@local").problem()).isEqualTo("both sides are local");
        assertThat(ask("counts", "rev:a1").problem()).isEqualTo("rev:a1 has no rows: scripts make tables");
    }

    private JsonNode json(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--json");
        return new JsonMapper().readTree(shell.ask(all).out());
    }

    private void both(String... statements) {
        local.run(statements);
        stage.run(statements);
    }

    private Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }
}
