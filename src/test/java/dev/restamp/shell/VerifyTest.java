package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.AskedShell.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The current connection is {@code local}, the other one {@code stage}; both are where the project's scripts lead. */
class VerifyTest {
    private final TestDatabase local = TestPostgres.database();
    private final TestDatabase stage = TestPostgres.database();

    @TempDir
    private Path home;

    private AskedShell shell;

    @BeforeEach
    void two_databases() {
        DrawnProject.chain(
                home,
                List.of(
                        Map.entry("a1", "op.execute('CREATE TABLE positions (id int PRIMARY KEY, note text)')"),
                        Map.entry("a2", "op.execute('CREATE INDEX ix_note ON positions (note)')")));
        both(
                "CREATE TABLE positions (id int PRIMARY KEY, note text)",
                "CREATE INDEX ix_note ON positions (note)",
                "INSERT INTO positions SELECT i, 'n' || i FROM generate_series(1, 75) i",
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('a2')");
        shell = new AskedShell(home, home, local);
        ask("connect", RealAlembic.url(stage), "--as", "stage");
        ask("connect", "--as", "local");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void against_the_heads_row_and_schema() {
        var said = ask("verify");
        assertThat(said.out())
                .contains("local  against  the heads of the project", "VERIFIED  2 groups")
                .containsPattern("row +equal +a2")
                .containsPattern("schema +equal +no difference in")
                .doesNotContain("counts", "content");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        local.run("UPDATE alembic_version SET version_num = 'a1'");
        assertThat(ask("verify").out())
                .containsPattern("row +DIFFERENT +a1, expected a2")
                .contains("differs: row");
        local.run("DROP INDEX ix_note");
        var both = ask("verify");
        assertThat(both.exit()).isEqualTo(Exit.FINDING);
        assertThat(both.out()).contains("index positions.ix_note: missing", "NOT VERIFIED  differs: row, schema");
        assertThat(ask("verify", "--row").out()).doesNotContain("schema");
        assertThat(ask("verify", "--schema").out()).contains("differs: schema");
        local.run("DROP TABLE alembic_version");
        assertThat(ask("verify", "--row").out()).contains("there is no public.alembic_version, expected a2");
    }

    @Test
    void against_another_database() {
        var said = ask("verify", "--against", "@stage", "--row", "--schema", "--counts", "--content");
        assertThat(said.out())
                .contains("local  against  stage", "VERIFIED  4 groups")
                .containsPattern("counts +equal +2 of 2 tables as expected, 76 rows")
                .containsPattern("content +equal +1 of 1 table equal, 75 rows");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(ask("verify", "--against", "@stage").out())
                .contains("VERIFIED  3 groups")
                .doesNotContain("content");
        stage.run("UPDATE positions SET note = 'other' WHERE id = 7");
        assertThat(ask("verify", "--against", "@stage").exit()).isEqualTo(Exit.OK);
        var content = ask("verify", "--against", "@stage", "--content");
        assertThat(content.exit()).isEqualTo(Exit.FINDING);
        assertThat(content.out())
                .contains("positions: other content in 75 rows", "differs: content", "diff --data positions @stage");
    }

    @ParameterizedTest
    @CsvSource({
        "row, UPDATE alembic_version SET version_num = 'a1', 'a1, expected a2'",
        "schema, ALTER TABLE positions ALTER note SET NOT NULL, 'column positions.note'",
        "counts, DELETE FROM positions WHERE id = 75, 'positions: 74, expected 75 (-1)'",
        "content, UPDATE positions SET note = '' WHERE id = 75, 'positions: other content in 75 rows'",
    })
    void against_a_snapshot_before_and_after_a_change(String group, String change, String said) {
        ask("snapshot", "save", "before", "--content");
        var before = ask("verify", "--against", "snap:before");
        assertThat(before.out()).contains("VERIFIED  4 groups");
        assertThat(before.exit()).isEqualTo(Exit.OK);
        local.run(change);
        var after = ask("verify", "--against", "snap:before");
        assertThat(after.exit()).isEqualTo(Exit.FINDING);
        assertThat(after.out())
                .contains("NOT VERIFIED")
                .containsPattern(group + " +DIFFERENT")
                .contains(said);
        assertThat(ask("verify", "--against", "snap:before", "--" + group).exit())
                .isEqualTo(Exit.FINDING);
    }

    @Test
    void of_kept_content_only_the_tables_that_are_asked_for() {
        local.run("CREATE TABLE users AS SELECT 1 AS id");
        ask("snapshot", "save", "before", "--content");
        local.run(
                "UPDATE positions SET note = '' WHERE id = 75",
                "INSERT INTO users VALUES (2)",
                "CREATE TABLE fresh (id int)");
        assertThat(ask("verify", "--against", "snap:before", "--content").out())
                .contains("0 of 2 tables equal", "users: 2 rows, expected 1", "positions: other content in 75 rows");
        var one = ask("verify", "--against", "snap:before", "--content", "--table", "users");
        assertThat(one.out()).contains("0 of 1 table equal", "users").doesNotContain("positions");
        local.run("DELETE FROM users WHERE id = 2");
        assertThat(ask("verify", "--against", "snap:before", "--content", "--table", "public.users")
                        .exit())
                .isEqualTo(Exit.OK);
        var unknown = ask("verify", "--against", "snap:before", "--content", "--table", "fresh", "--table", "nope");
        assertThat(unknown.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(unknown.out()).contains("fresh: no fingerprint of it was kept", "nope: there is no such table");
        local.run("DROP TABLE users");
        assertThat(ask("verify", "--against", "snap:before", "--content", "--table", "users")
                        .out())
                .contains("users: not there");
    }

    @Test
    void kept_content_is_whole() {
        ask("snapshot", "save", "before", "--content");
        for (var options : List.of(List.of("--without", "note"), List.of("--sample", "10"), List.of("--strong"))) {
            var words = new ArrayList<>(List.of("verify", "--against", "snap:before", "--content"));
            words.addAll(options);
            var said = shell.ask(words);
            assertThat(said.exit()).isEqualTo(Exit.USAGE);
            assertThat(said.problem()).startsWith("snap:before has fingerprints of whole tables, none ");
        }
    }

    @Test
    void against_a_manifest_written_by_hand() throws IOException {
        write("expected.json", """
                {"version": "head",
                 "tables": {"public.positions": {"rows": 75}, "alembic_version": {"rows": "1..2"}},
                 "checks": [{"name": "no empty note", "sql": "SELECT id FROM positions WHERE note = ''"},
                            {"name": "enough", "sql": "SELECT count(*) > 70 FROM positions"}]}
                """);
        var said = ask("verify", "--against", "expected.json");
        assertThat(said.out())
                .contains("against  expected.json", "VERIFIED  3 groups")
                .containsPattern("row +equal +a2")
                .containsPattern("counts +equal +2 of 2 tables as expected, 76 rows")
                .containsPattern("checks +equal +2 of 2 pass");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        local.run("UPDATE positions SET note = '' WHERE id < 3", "DELETE FROM positions WHERE id > 70");
        var after = ask("verify", "--against", "expected.json");
        assertThat(after.exit()).isEqualTo(Exit.FINDING);
        assertThat(after.out())
                .contains(
                        "positions: 70, expected 75",
                        "no empty note: 2 rows, expected none",
                        "enough: false",
                        "differs: counts, checks");
        assertThat(ask("verify", "--against", "expected.json", "--counts", "--table", "alembic_version")
                        .out())
                .contains("1 of 1 table as expected");
    }

    @Test
    void a_manifest_of_a_table_that_is_not_there_and_too_few_rows() throws IOException {
        write(
                "expected.json",
                "{\"tables\": {\"x\": {\"rows\": \">= 31000\"}, \"positions\": {\"rows\": \">= 31000\"}}}");
        var said = ask("verify", "--against", "expected.json");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .contains("x: not there", "positions: 75, expected >= 31,000", "0 of 2 tables as expected");
    }

    @Test
    void content_in_a_manifest_is_compared_unasked() throws IOException {
        ask("snapshot", "save", "before", "--content");
        ask("snapshot", "export", "before", "before.json");
        var kept = new JsonMapper()
                .readTree(Files.readString(home.resolve("before.json")))
                .at("/tables/public.positions/content")
                .stringValue();
        write("expected.json", "{\"tables\": {\"positions\": {\"content\": \"" + kept + "\"}}}");
        assertThat(ask("verify", "--against", "expected.json").out())
                .containsPattern("content +equal +1 of 1 table equal");
        write("expected.json", "{\"tables\": {\"positions\": {\"content\": \"x" + kept + "\"}}}");
        var other = ask("verify", "--against", "expected.json");
        assertThat(other.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(other.out()).contains("is no fingerprint that this version makes");
    }

    @Test
    void every_mistake_of_a_manifest_is_named_with_its_line() throws IOException {
        write("expected.json", """
                {"version": [],
                 "tables": {"positions": {"rows": "many"},
                            "users": {"row": 3}},
                 "checks": [{"sql": "DELETE FROM positions"}]}
                """);
        var said = ask("verify", "--against", "expected.json");
        assertThat(said.exit()).isEqualTo(Exit.USAGE);
        assertThat(said.problem() + said.remarks()).contains("4 mistakes");
    }

    @Test
    void checks_pass_fail_and_err() throws IOException {
        write("checks.sql", """
                -- none without a note
                SELECT * FROM positions WHERE note IS NULL;
                -- all are there
                SELECT count(*) = 75 FROM positions;
                """);
        assertThat(ask("verify", "--checks", "checks.sql").out())
                .contains("2 of 2 pass", "VERIFIED  1 group")
                .doesNotContain("schema");
        write("more.sql", """
                -- broken
                SELECT 1/0;
                -- writes
                WITH gone AS (DELETE FROM positions RETURNING 1) SELECT * FROM gone;
                """);
        var unknown = ask("verify", "--checks", "checks.sql", "--checks", "more.sql");
        assertThat(unknown.out()).contains("broken: division by zero", "2 of 4 pass", "INCONCLUSIVE");
        assertThat(unknown.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(local.column("SELECT count(*) FROM positions")).containsExactly("75");
        local.run("UPDATE positions SET note = NULL WHERE id = 1");
        var failed = ask("verify", "--checks", "checks.sql", "--checks", "more.sql");
        assertThat(failed.exit()).isEqualTo(Exit.FINDING);
        assertThat(failed.out()).contains("none without a note: 1 row, expected none", "1 of 4 pass");
    }

    @Test
    void the_rights_of_a_role() {
        var role = local.name() + "_app";
        local.run("CREATE ROLE " + role);
        var said = ask("verify", "--as", role);
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .containsPattern("rights +DIFFERENT +" + role + " lacks")
                .doesNotContain("schema");
        assertThat(ask("verify", "--as", TestPostgres.USER).out())
                .contains(TestPostgres.USER + " may connect, read, write and call", "VERIFIED  1 group");
        assertThat(ask("verify", "--as", role + "x").problem())
                .isEqualTo("there is no role \"" + role + "x\". Did you mean: " + role);
    }

    @Test
    void so_many_rows_may_differ() {
        stage.run("DELETE FROM positions WHERE id > 72");
        assertThat(ask("verify", "--against", "@stage", "--counts", "--tolerance", "3")
                        .exit())
                .isEqualTo(Exit.OK);
        var said = ask("verify", "--against", "@stage", "--counts", "--tolerance", "2");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out()).contains("positions: 75, expected 72 (+3)");
    }

    @Test
    void content_without_a_column_of_a_sample_by_sha_and_slowly() {
        stage.run("UPDATE positions SET note = 'x'");
        assertThat(ask("verify", "--against", "@stage", "--content", "--without", "note")
                        .out())
                .contains("1 of 1 table equal, 75 rows, without note");
        assertThat(ask("verify", "--against", "@stage", "--content", "--strong").out())
                .contains("by SHA-256", "DIFFERENT");
        stage.run("UPDATE positions SET note = 'n' || id");
        assertThat(ask("verify", "--against", "@stage", "--content", "--strong").exit())
                .isEqualTo(Exit.OK);
        var sample =
                ask("verify", "--against", "@stage", "--content", "--sample", "50%", "--throttle", "50", "--jobs", "1");
        assertThat(sample.exit()).isEqualTo(Exit.OK);
        assertThat(sample.out()).contains("a sample of 50").doesNotContain("75 rows");
    }

    @Test
    void columns_and_tables_of_one_side() {
        stage.run("ALTER TABLE positions ADD extra int");
        local.run("CREATE TABLE mine (id int)");
        var said = ask("verify", "--against", "@stage", "--content", "--counts");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .contains(
                        "positions: columns differ, only right: extra",
                        "mine: not there on the right",
                        "mine: not expected");
        assertThat(ask("verify", "--against", "@stage", "--content", "--table", "positions", "--without", "extra")
                        .exit())
                .isEqualTo(Exit.OK);
    }

    @Test
    void what_there_is_no_time_for_is_not_known() {
        both("CREATE VIEW slow AS SELECT pg_sleep(30)::text AS a");
        var said = ask("verify", "--against", "@stage", "--counts", "--table", "slow", "--limit-time", "200ms");
        assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
        assertThat(said.out()).contains("slow: time limit", "INCONCLUSIVE  not known: counts");
    }

    @Test
    void json_has_every_group_and_everything_in_it() {
        stage.run("DELETE FROM positions WHERE id = 75");
        var json = json("verify", "--against", "@stage");
        assertThat(json.get("against").stringValue()).isEqualTo("stage");
        assertThat(json.get("verified").booleanValue()).isFalse();
        assertThat(json.get("groups"))
                .extracting(group -> group.get("group").stringValue() + " "
                        + group.get("state").stringValue())
                .containsExactly("row equal", "schema equal", "counts different");
        var counts = json.get("groups").get(2);
        assertThat(counts.get("details").get(0).stringValue()).isEqualTo("positions: 75, expected 74 (+1)");
        assertThat(counts.get("items").get(1).toString())
                .isEqualTo("{\"table\":\"public.positions\",\"rows\":75,\"expected\":\"74\",\"why\":\"different\"}");
    }

    @Test
    void a_table_that_neither_side_has_is_never_verified() {
        for (var group : List.of("--counts", "--content")) {
            var said = ask("verify", "--against", "@stage", group, "--table", "nope");
            assertThat(said.exit()).as(said.out()).isEqualTo(Exit.INCONCLUSIVE);
            assertThat(said.out()).contains("nope: there is no such table");
        }
    }

    @Test
    void mistakes() throws IOException {
        ask("snapshot", "save", "before");
        for (var line : List.of(
                List.of("verify", "--against", "@local"),
                List.of("verify", "--against", "@none"),
                List.of("verify", "--against", "snap:none"),
                List.of("verify", "--against", "snap:before", "--content"),
                List.of("verify", "--against", "rev:a1"),
                List.of("verify", "--against", "none.json"),
                List.of("verify", "--checks", "none.sql"),
                List.of("verify", "--counts"),
                List.of("verify", "--against", "@stage", "--tolerance", "-1"),
                List.of("verify", "--against", "@stage", "--content", "--sample", "0"),
                List.of("verify", "--against", "@stage", "--content", "--sample", "101"),
                List.of("verify", "--against", "@stage", "--throttle", "x"),
                List.of("verify", "--against", "@stage", "--limit-time", "30"),
                List.of("verify", "--against", "@stage", "--jobs", "33"))) {
            var said = shell.ask(line);
            assertThat(said.exit()).as(line + " " + said.problem()).isEqualTo(Exit.USAGE);
        }
        assertThat(ask("verify", "--counts").problem()).isEqualTo("there is nothing to hold local against");
        assertThat(ask("verify", "--against", "snap:before", "--content").problem())
                .isEqualTo("snap:before has no fingerprints");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
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
