package dev.restamp.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's folder: as little as there must be is a title, a project and a database. */
class ScenarioFolderTest {
    @TempDir
    private Path home;

    @Test
    void as_little_as_a_title_a_project_and_a_database_is_enough() throws Exception {
        var scenario = Scenario.in(least());
        assertThat(scenario.name()).isEqualTo("outage");
        assertThat(scenario.title()).isEqualTo("our outage");
        assertThat(scenario.breaks()).isEmpty();

        try (var practice = Practice.start(scenario, Running.HOME, _ -> {})) {
            assertThat(practice.databases()).extracting(PracticeDatabase::name).containsExactly("shop");
            assertThat(practice.project().resolve("alembic.ini")).exists();
            assertThat(Running.value(practice.databases().getFirst(), "SELECT 1"))
                    .isEqualTo("1");
        }
    }

    @Test
    void scripts_are_run_in_order_and_a_break_where_it_says() throws Exception {
        write("scenario.properties", "title = our outage\ndatabases = whole, broken\n");
        Files.delete(home.resolve("outage/databases/shop.sql"));
        write(
                "schema.sql",
                "CREATE TABLE t (a text);\nCREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql;");
        write("data.sql", "-- one; row\nINSERT INTO t VALUES ('a;b');");
        write("databases/whole.sql", "");
        write("databases/broken.sql", "INSERT INTO t VALUES ('broken');");
        write("breaks/worse/break.properties", "title = worse\ndatabase = broken\n");
        write("breaks/worse/break.sql", "DELETE FROM t;");
        write("breaks/README", "not a break");
        write("databases/README", "not a database");

        try (var practice = Practice.start(Scenario.in(home.resolve("outage")), Running.HOME, _ -> {})) {
            assertThat(practice.databases()).extracting(PracticeDatabase::name).containsExactly("whole", "broken");
            var broken = practice.databases().getLast();
            assertThat(Running.query(broken, "SELECT a FROM t ORDER BY a")).containsExactly("a;b", "broken");
            practice.applyBreak("worse");
            assertThat(Running.value(broken, "SELECT count(*) FROM t")).isEqualTo("0");
            assertThat(Running.value(practice.databases().getFirst(), "SELECT count(*) FROM t"))
                    .isEqualTo("1");
            practice.reset();
            assertThat(Running.value(broken, "SELECT count(*) FROM t")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scenario.properties            |                              | outage/scenario.properties: it has no title
            scenario.properties            | title = a\\nbad = \\u00       | outage/scenario.properties: it is no properties file
            scenario.properties            | title = a\\ndatabases = x     | outage/scenario.properties: databases = x does not name what is in databases: shop
            scenario.properties            | title = a\\ndatabases = shop, shop | does not name what is in databases: shop
            databases/a b.sql              | SELECT 1                     | outage/databases/a b.sql: "a b" cannot name a practice database
            databases/original.sql         | SELECT 1                     | outage/databases/original.sql: "original" cannot name a practice database
            breaks/worse/break.sql         | SELECT 1                     | outage/breaks/worse/break.properties: it is missing
            breaks/worse/break.properties  | title = a\\ndatabase = shop   | outage/breaks/worse: it has no break.sql
            breaks/worse/break.properties  | database = shop              | outage/breaks/worse/break.properties: it has no title
            breaks/worse/break.properties  | title = a                    | outage/breaks/worse/break.properties: it has no database
            breaks/worse/break.properties  | title = a\\ndatabase = store  | outage/breaks/worse/break.properties: there is no database store
            """)
    void what_is_wrong_is_said_with_its_file(String file, String content, String said) {
        write(file, content == null ? "" : content.replace("\\n", "\n"));
        wrong(() -> Scenario.in(home.resolve("outage")), said);
    }

    @Test
    void the_part_of_a_tool_is_read_in_the_place_of_what_is_above() throws Exception {
        write("schema.sql", "CREATE TABLE version_of_alembic (a text);");
        write("breaks/lost/break.properties", "title = lost\ndatabase = shop\n");
        write("breaks/lost/break.sql", "SELECT 1");
        write("breaks/slow/break.properties", "title = slow\ndatabase = shop\nanyTool = true\n");
        write("breaks/slow/break.sql", "SELECT 1");
        write("tools/README", "not a tool");
        write("tools/other/project/other.conf", "");
        write("tools/other/version.sql", "DROP TABLE version_of_alembic; CREATE TABLE version_of_other (a text);");
        write("tools/other/databases/shop.sql", "INSERT INTO version_of_other VALUES ('7');");
        write("tools/other/breaks/locked/break.properties", "title = locked\ndatabase = shop\n");
        write("tools/other/breaks/locked/break.sql", "SELECT 1");
        var scenario = Scenario.in(home.resolve("outage"));
        assertThat(scenario.tools()).containsExactly("other");
        assertThat(scenario.breaks()).containsOnlyKeys("lost", "slow");

        var told = scenario.toldFor("other");
        assertThat(told.tool()).contains("other");
        assertThat(told.breaks()).containsOnlyKeys("locked", "slow");
        try (var practice = Practice.start(told, Running.HOME, _ -> {})) {
            var shop = practice.databases().getFirst();
            assertThat(Running.value(shop, "SELECT a FROM version_of_other")).isEqualTo("7");
            assertThat(Running.query(shop, "SELECT to_regclass('version_of_alembic')::text"))
                    .containsOnlyNulls();
            assertThat(practice.project().resolve("other.conf")).exists();
            assertThat(practice.project().resolve("alembic.ini")).doesNotExist();
        }
    }

    @Test
    void a_tool_that_it_is_not_told_for_is_refused_with_those_that_there_are() {
        var scenario = Scenario.in(home.resolve("outage"));
        wrong(() -> scenario.toldFor("other"), "outage is not told for other");
        write("tools/flyway/project/flyway.toml", "");
        assertThatThrownBy(() -> scenario.toldFor("other"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.hint()).isEqualTo("--tool flyway"));
    }

    @Test
    void what_is_missing_is_said() throws IOException {
        wrong(() -> Scenario.in(home.resolve("nowhere")), "there is no folder ");
        wrong(() -> Scenario.in(home.resolve("outage/project")), "holds no scenario: it has no scenario.properties");
        Files.delete(home.resolve("outage/databases/shop.sql"));
        wrong(() -> Scenario.in(home.resolve("outage")), "outage/databases: there is no database");
        Files.delete(home.resolve("outage/project/alembic.ini"));
        Files.delete(home.resolve("outage/project"));
        wrong(() -> Scenario.in(home.resolve("outage")), "has no folder project");
    }

    @Test
    void a_file_that_is_no_text_is_a_problem() throws IOException {
        Files.write(home.resolve("outage/schema.sql"), new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
        wrong(() -> Scenario.in(home.resolve("outage")), "is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema.sql", "data.sql", "databases/shop.sql"})
    void sql_that_fails_is_the_users_and_no_bug(String file) {
        write(file, "SELECT 1;\n\nINSERT INTO nowhere\nVALUES (1);\n");
        wrong(
                () -> Practice.start(Scenario.in(home.resolve("outage")), Running.HOME, _ -> {}),
                "outage/" + file + ":3: relation \"nowhere\" does not exist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT 1; -- fine\\n\\restrict x       | outage/schema.sql:2: \\restrict x is a command of psql, and no SQL
            SELECT 'never ends                    | outage/schema.sql:1: what begins here never ends
            CREATE TABLE t (a int);\\nCOPY t FROM stdin;  | outage/schema.sql:2: COPY
            """)
    void what_only_psql_understands_is_named(String sql, String said) {
        write("schema.sql", sql.replace("\\n", "\n"));
        wrong(() -> Practice.start(Scenario.in(home.resolve("outage")), Running.HOME, _ -> {}), said);
    }

    private static void wrong(ThrowingCallable call, String said) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.what()).contains(said);
            assertThat(problem.exit()).isEqualTo(Exit.USAGE);
        });
    }

    @BeforeEach
    void least_folder() {
        least();
    }

    private Path least() {
        write("scenario.properties", "title = our outage\n");
        write("project/alembic.ini", "[alembic]\nscript_location = migrations\n");
        write("databases/shop.sql", "");
        return home.resolve("outage");
    }

    private void write(String file, String content) {
        try {
            var path = home.resolve("outage").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
