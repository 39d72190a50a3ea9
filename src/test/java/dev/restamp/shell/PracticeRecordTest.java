package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.ScratchDatabase;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.practice.Scenario;
import dev.restamp.shell.AskedShell.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database of the user's is recorded, and what was recorded is practised: the same is wrong with it. */
class PracticeRecordTest {
    private static final String CANARY = "s3cret-canary";
    private static final String IMPORTS = "from alembic import op\nimport sqlalchemy as sa\n";
    private static final String TABLE =
            "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY)";

    private final TestDatabase database = TestPostgres.database();

    @TempDir
    private Path home;

    private AskedShell shell;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(project().resolve("migrations/versions"));
        Files.writeString(project().resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
        shell = new AskedShell(
                project(),
                Map.of(
                        "HOME",
                        home.toString(),
                        "DATABASE_URL",
                        RealAlembic.url(database),
                        "XDG_CACHE_HOME",
                        Path.of("target", "practice cache").toAbsolutePath().toString()));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    static Stream<Arguments> incidents() {
        return Stream.of(
                Arguments.of("shop", "ghost-revision"),
                Arguments.of("shop", "two-rows"),
                Arguments.of("shop", "changed-by-hand"),
                Arguments.of("restored-dump", "half-restored"));
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void what_was_wrong_is_wrong_in_practice_too(String scenario, String name) throws IOException {
        var incident = Scenario.named(scenario);
        build(incident, name);
        copyProject(scenario);
        var before = status();

        var recorded = json("practice", "record", "../recorded", "--name", "shop");
        assertThat(recorded.get("same").booleanValue()).isTrue();
        assertThat(recorded.get("left_out")).isEmpty();
        assertThat(recorded.get("secrets_taken_out_of")).isEmpty();
        assertThat(shell.session().practice()).as("nothing runs afterwards").isEmpty();

        assertThat(ask("practice", "start", "../recorded").exit()).isEqualTo(Exit.OK);
        var after = status();
        for (var member : List.of("row", "schema", "heads", "findings", "upgrade", "hides")) {
            assertThat(after.get(member)).as(member).isEqualTo(before.get(member));
        }
        assertThat(after.at("/connection/name").stringValue()).isEqualTo("shop");
        json("counts")
                .get("tables")
                .properties()
                .forEach(table -> assertThat(table.getValue().longValue())
                        .as(table.getKey())
                        .isEqualTo(
                                table.getKey().endsWith("alembic_version")
                                        ? before.get("row").size()
                                        : 0));
    }

    @Test
    void a_table_that_is_missing_stays_missing() throws IOException {
        revision("a1", "None", "op.create_table('t', sa.Column('id', sa.Integer()))");
        database.run("CREATE TABLE t (id int)");
        assertThat(recordedFindings()).containsExactly("VD106");
    }

    @Test
    void rows_that_are_there_twice_and_a_missing_key_stay_so() throws IOException {
        revision("a1", "None", "op.create_table('t', sa.Column('id', sa.Integer()))");
        database.run(
                "CREATE TABLE t (id int)",
                "CREATE TABLE alembic_version (version_num varchar(32))",
                "INSERT INTO alembic_version VALUES ('a1'), ('a1')");
        assertThat(recordedFindings()).contains("VD111");
        assertThat(Files.readString(recorded().resolve("databases/" + database.name() + ".sql"))
                        .lines())
                .containsExactly(
                        "INSERT INTO public.alembic_version (version_num) VALUES ('a1');",
                        "INSERT INTO public.alembic_version (version_num) VALUES ('a1');");
    }

    @Test
    void a_version_table_elsewhere_and_a_search_path_of_its_own_stay_so() throws IOException {
        Files.writeString(
                project().resolve("migrations/env.py"),
                "context.configure(version_table='wo \"x\"', version_table_schema='kept')\n");
        revision("a1", "None", "op.create_table('t', sa.Column('id', sa.Integer()))");
        database.run(
                "CREATE SCHEMA kept",
                "CREATE SCHEMA tenant",
                "CREATE TABLE tenant.t (id int)",
                "CREATE TABLE kept.\"wo \"\"x\"\"\" (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO kept.\"wo \"\"x\"\"\" VALUES ('a1')",
                "ALTER DATABASE " + database.name() + " SET search_path = tenant, public");
        assertThat(recordedFindings()).isEmpty();
        assertThat(ask("practice", "start", "../recorded").problem()).isEmpty();
        shell.session().practice().orElseThrow().mark();
        shell.session().practice().orElseThrow().back();
        assertThat(status().get("row").valueStream().map(JsonNode::stringValue)).containsExactly("a1");
    }

    @Test
    void names_that_would_end_a_comment_or_a_literal_do_not() throws IOException {
        revision("a1", "None", "pass");
        database.run(
                TABLE,
                "INSERT INTO alembic_version VALUES ('x'';--\n\u001b[2J')",
                "CREATE TABLE \"a\n;DROP TABLE t;--\" (\"b\"\"c\u202e\" text DEFAULT E'\\n'';--')",
                "COMMENT ON TABLE \"a\n;DROP TABLE t;--\" IS 'c\n*/ '';--'",
                "CREATE EXTENSION file_fdw",
                "CREATE SERVER \"s\n;DROP TABLE t;--\" FOREIGN DATA WRAPPER file_fdw",
                "CREATE FOREIGN TABLE \"f\n;DROP TABLE t;--\" (a text) SERVER \"s\n;DROP TABLE t;--\""
                        + " OPTIONS (filename '/dev/null')");
        var said = json("practice", "record", "../recorded");
        assertThat(said.get("left_out").valueStream().map(JsonNode::stringValue))
                .anyMatch(one -> one.startsWith("table f ;DROP TABLE t;--"));
        assertThat(ask("practice", "start", "../recorded").problem()).isEmpty();
        assertThat(status().get("row").valueStream().map(JsonNode::stringValue)).containsExactly("x';--\n\u001b[2J");
    }

    @Test
    void what_cannot_be_had_is_left_out_and_said_and_is_a_finding() throws IOException {
        revision("a1", "None", "op.create_table('t', sa.Column('id', sa.Integer()))");
        database.run(
                TABLE,
                "INSERT INTO alembic_version VALUES ('a1')",
                "CREATE TABLE t (id int)",
                "CREATE ROLE " + database.name() + "_app",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY mine ON t TO " + database.name() + "_app USING (true)");
        var said = ask("practice", "record", "../recorded");
        assertThat(said.exit()).isEqualTo(Exit.FINDING);
        assertThat(said.out())
                .contains("left out", "CREATE POLICY mine", "_app\" does not exist", "policy t.mine: missing")
                .contains("1 difference; status says the same: nothing wrong");
        assertThat(Files.readString(recorded().resolve("schema.sql")))
                .contains("-- Left out:\n--   CREATE POLICY mine");
    }

    @Test
    void secrets_are_taken_out_and_everything_else_is_as_it_was() throws IOException {
        revision("a1", "None", "op.create_table('t', sa.Column('id', sa.Integer()))\r\n    # Straße");
        revision(
                "b2",
                "'a1'",
                "op.execute(\"CREATE USER x PASSWORD '" + CANARY + "'\")\n    url = 'postgresql://u:" + CANARY
                        + "@h/d'");
        Files.write(project().resolve("migrations/versions/c3.py"), """
                        # -*- coding: latin-1 -*-
                        'caf\u00e9'
                        revision = 'c3'
                        down_revision = 'b2'
                        def upgrade():
                            pass
                        """.getBytes(StandardCharsets.ISO_8859_1));
        database.run(
                TABLE,
                "INSERT INTO alembic_version VALUES ('c3')",
                "CREATE TABLE t (id int, dsn text DEFAULT 'postgresql://u:" + CANARY + "@h/d')",
                "COMMENT ON TABLE t IS 'password=" + CANARY + " host=h'",
                "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ DECLARE password text := 'x'; BEGIN"
                        + " PERFORM dblink_connect('host=h password=" + CANARY + "'); RETURN 'a'; END $$",
                "CREATE FUNCTION g() RETURNS boolean LANGUAGE sql AS $$ SELECT password = '" + CANARY
                        + "' FROM (VALUES ('x')) v (password) $$",
                "COMMENT ON COLUMN t.id IS 'once it was " + TestPostgres.PASSWORD + "'");
        var said = json("practice", "record", "../recorded");

        assertThat(said.get("secrets_taken_out_of").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrder(
                        "column t.dsn",
                        "column t.id",
                        "table t",
                        "function f()",
                        "function g()",
                        "alembic/versions/b2.py");
        assertThat(said.get("left_out")).isEmpty();
        assertThat(said.get("same").booleanValue()).isTrue();
        assertThat(files(recorded()).values())
                .allSatisfy(text ->
                        assertThat(text).doesNotContain(CANARY, TestPostgres.PASSWORD, RealAlembic.url(database)));
        for (var script : List.of("a1.py", "c3.py")) {
            assertThat(recorded().resolve("project/alembic/versions").resolve(script))
                    .hasSameBinaryContentAs(
                            project().resolve("migrations/versions").resolve(script));
        }
    }

    @Test
    void what_scripts_take_from_the_project_comes_along() throws IOException {
        Files.createDirectories(project().resolve("app"));
        Files.writeString(project().resolve("app/names.py"), "TABLE = 't'\nAPI_KEY = 'k3y-canary'\n");
        Files.writeString(project().resolve("app/secret_settings.py"), "KEY = '" + CANARY + "'\n");
        Files.writeString(project().resolve("migrations/env.py"), "from app import secret_settings\n");
        Files.writeString(project().resolve("migrations/versions/a1.py"), """
                        from alembic import op
                        import sqlalchemy as sa
                        from app.names import TABLE
                        revision = 'a1'
                        down_revision = None
                        def upgrade():
                            op.create_table(TABLE, sa.Column('id', sa.Integer()))
                        """);
        database.run(TABLE, "CREATE TABLE t (id int)");
        assertThat(recordedFindings()).containsExactly("VD105");
        assertThat(Files.readString(recorded().resolve("project/app/names.py")))
                .isEqualTo("TABLE = 't'\nAPI_KEY = '***'\n");
        assertThat(files(recorded().resolve("project")).keySet())
                .containsExactly(
                        "alembic.ini",
                        "alembic/env.py",
                        "alembic/script.py.mako",
                        "alembic/versions/a1.py",
                        "app/names.py");
    }

    @Test
    void nothing_is_overwritten_and_nothing_half_is_left() throws IOException {
        Files.createDirectories(recorded());
        Files.writeString(recorded().resolve("mine.txt"), "mine");
        assertThat(ask("practice", "record", "../recorded").problem()).contains("is there already, and not empty");
        assertThat(files(recorded())).containsOnlyKeys("mine.txt");
        assertThat(ask("practice", "record", "../recorded/mine.txt").exit()).isEqualTo(Exit.USAGE);

        revision("a1", "None", "pass");
        database.run(
                TABLE,
                "INSERT INTO alembic_version VALUES ('a1')",
                "CREATE ROLE " + database.name() + "_blind LOGIN PASSWORD 'blind-canary'");
        ask("connect", RealAlembic.url(database, database.name() + "_blind", "blind-canary"));
        var blind = ask("practice", "record", "../other");
        assertThat(blind.problem()).isEqualTo("the version rows cannot be recorded: this role may not SELECT from it");
        assertThat(home.resolve("other")).doesNotExist();
        assertThat(ask("practice", "record", "../other", "--name", "a b").problem())
                .isEqualTo("\"a b\" cannot name a practice database");
        assertThat(ask("practice", "record").problem()).isEqualTo("practice record needs a folder to write to");
        assertThat(ask("practice", "list", "--name", "x").problem()).isEqualTo("--name is for practice record FOLDER");
    }

    /** Of the private server on which the recording was built once. */
    private List<String> recordedFindings() {
        var recorded = json("practice", "record", "../recorded");
        assertThat(recorded.get("same").booleanValue()).as(recorded.toString()).isTrue();
        return recorded.get("findings_in_practice")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private JsonNode status() {
        return json("status");
    }

    private JsonNode json(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--json");
        var said = shell.ask(all);
        assertThat(said.problem()).isEmpty();
        return new JsonMapper().readTree(said.out());
    }

    private Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }

    private void build(Scenario incident, String name) {
        var url = database.url();
        var scratch =
                new ScratchDatabase("127.0.0.1", url.port(), TestPostgres.USER, TestPostgres.PASSWORD, database.name());
        incident.build().forEach(script -> scratch.run(script.text()));
        scratch.run(incident.databases().lastEntry().getValue().text());
        scratch.run(Optional.ofNullable(incident.breaks().get(name))
                .orElseThrow()
                .script()
                .text());
    }

    private void copyProject(String scenario) throws IOException {
        var from = Path.of("src/main/resources/dev/restamp/practice", scenario, "project");
        for (var file : files(from).keySet()) {
            Files.createDirectories(project().resolve(file).getParent());
            Files.write(project().resolve(file), Files.readAllBytes(from.resolve(file)));
        }
    }

    private void revision(String id, String down, String body) throws IOException {
        Files.writeString(
                project().resolve("migrations/versions/" + id + ".py"),
                IMPORTS + "revision = '" + id + "'\ndown_revision = " + down + "\ndef upgrade():\n    " + body + "\n");
    }

    private Path project() {
        return home.resolve("project");
    }

    private Path recorded() {
        return home.resolve("recorded");
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
