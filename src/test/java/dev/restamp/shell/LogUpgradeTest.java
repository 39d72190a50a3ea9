package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.WholeShell.Said;
import dev.restamp.shell.render.OutputFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tool with a row for each migration, as a library in this process. Change sets: 10 makes one, 20 makes two and is tagged
 * v2, 30 makes three, 31 makes four.
 */
class LogUpgradeTest {
    @TempDir
    private Path home;

    private final TestDatabase database = TestPostgres.database();

    @BeforeEach
    void project() throws IOException {
        Files.writeString(home.resolve("liquibase.properties"), "changelog-file = log.yaml\n");
        Files.writeString(home.resolve("log.yaml"), """
                databaseChangeLog:
                  - changeSet: {id: '10', author: ana, changes: [{sql: {sql: CREATE TABLE one (id int)}}]}
                  - changeSet: {id: '20', author: ana, changes: [{sql: {sql: CREATE TABLE two (id int)}}, {tagDatabase: {tag: v2}}]}
                  - changeSet: {id: '30', author: ana, changes: [{sql: {sql: CREATE TABLE three (id int)}}]}
                  - changeSet: {id: '31', author: ana, changes: [{sql: {sql: CREATE TABLE four (id int)}}]}
                """);
    }

    @Test
    void runs_what_remains_in_the_tools_own_words() {
        var said = run("upgrade");
        assertThat(said.exit()).as(said.all()).isEqualTo(Exit.OK);
        assertThat(said.out())
                .containsSubsequence(
                        "UPGRADE   liquibase update; nothing has been run",
                        "Liquibase",
                        "4 change sets:",
                        "UPGRADED  (no row) -> 31::ana",
                        "OK");
        assertThat(applied()).containsExactly("10", "20", "30", "31");
        assertThat(run("upgrade").out()).contains("nothing to run: liquibase update would find nothing left");
    }

    @Test
    void goes_as_far_as_the_beginning_of_an_id_says() {
        var said = run("upgrade 2");
        assertThat(said.out()).contains("20::ana; nothing has been run", "2 change sets:");
        assertThat(applied()).as(said.all()).containsExactly("10", "20");
    }

    @Test
    void goes_as_far_as_a_tag() {
        var said = run("upgrade v2");
        assertThat(said.out()).contains("liquibase update-to-tag --tag=v2", "2 change sets:");
        assertThat(applied()).as(said.all()).containsExactly("10", "20");
    }

    @Test
    void goes_so_many_steps_from_where_the_rows_are() {
        run("upgrade 10");
        var said = run("upgrade +2");
        assertThat(said.out()).contains("2 change sets:");
        assertThat(applied()).as(said.all()).containsExactly("10", "20", "30");
    }

    /** In the project 20 stands before 30; in this database it comes after it. */
    @Test
    void counts_in_the_order_of_this_database() {
        run("upgrade 30");
        database.run("DELETE FROM databasechangelog WHERE id = '20'", "DROP TABLE two");
        var said = run("upgrade 20::ana");
        assertThat(said.exit()).as(said.all()).isEqualTo(Exit.OK);
        assertThat(said.out()).contains("1 change set:", "UPGRADED  30::ana, 1 change set run");
        assertThat(applied()).containsExactly("10", "20", "30");
    }

    @Test
    void what_is_none_or_more_than_one_is_no_target() {
        assertThat(run("upgrade 3").exit()).isEqualTo(Exit.PROJECT);
        assertThat(run("upgrade nosuch").exit()).isEqualTo(Exit.PROJECT);
        assertThat(tables()).isEmpty();
    }

    @Test
    void a_program_is_told_the_same() throws Exception {
        try (var shell = shell()) {
            var answer = new JsonMapper()
                    .readTree(shell.run(OutputFormats.JSON, "upgrade 2").out());
            assertThat(answer.get("target").stringValue()).isEqualTo("20::ana");
            assertThat(answer.get("ran").booleanValue()).isTrue();
            assertThat(answer.get("tool_exit").isNull()).isTrue();
            assertThat(answer.get("after").get(0).stringValue()).isEqualTo("20::ana");
        }
    }

    /** Finished, nothing to run, failed, refused: recorded with {@code -Dgolden=update}. */
    @Test
    void json_is_as_its_schema_says() throws IOException {
        var forms = new ArrayList<JsonNode>();
        forms.add(answer("upgrade", Exit.OK));
        forms.add(answer("upgrade", Exit.OK));
        breaks();
        forms.add(answer("upgrade", Exit.NOT_WRITTEN));
        database.run("DELETE FROM databasechangelog WHERE id = '31'");
        forms.add(answer("upgrade", Exit.REFUSED));
        var file = Path.of("docs/schemas/upgrade.json");
        if ("update".equals(System.getProperty("restamp.golden"))) {
            Files.writeString(file, JsonShape.schema(forms));
        }
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file));
        assertThat(forms).allSatisfy(form -> {
            assertThat(schema.validate(form)).as(form.toString()).isEmpty();
            assertThat(Files.readString(Path.of("docs/json.md")))
                    .contains(form.propertyNames().stream()
                            .map(name -> "`" + name + "`")
                            .toList());
        });
        assertThat(forms).extracting(form -> form.has("error")).containsExactly(false, false, true, true);
        assertThat(forms).extracting(form -> form.get("ran").booleanValue()).containsExactly(true, false, true, false);
    }

    private JsonNode answer(String line, Exit exit) {
        try (var shell = shell()) {
            var said = shell.run(OutputFormats.JSON, line);
            assertThat(said.exit()).as(said.all()).isEqualTo(exit);
            return new JsonMapper().readTree(said.out());
        }
    }

    private void breaks() throws IOException {
        Files.writeString(
                home.resolve("log.yaml"),
                "  - changeSet: {id: '40', author: ana, changes: [{sql: {sql: SELECT 1/0}}]}\n",
                StandardOpenOption.APPEND);
    }

    @Test
    void a_change_set_that_breaks_is_explained() throws IOException {
        breaks();
        var said = run("upgrade");
        assertThat(said.exit()).as(said.all()).isEqualTo(Exit.NOT_WRITTEN);
        assertThat(said.out())
                .contains(
                        "FAILED  liquibase update failed: log.yaml::40::ana: ERROR: division by zero",
                        "row (no row) -> 31::ana",
                        "it stopped in  log.yaml::40::ana");
        assertThat(applied()).containsExactly("10", "20", "30", "31");
    }

    @Test
    void read_only_comes_before_everything() {
        try (var shell = shell()) {
            shell.session().writeRules(new WriteRules(true, Optional.empty()));
            var said = shell.run(OutputFormats.TABLE, "upgrade nosuch");
            assertThat(said.exit()).isEqualTo(Exit.REFUSED);
            assertThat(said.err()).contains("started with --read-only: nothing has been run");
        }
        assertThat(tables()).isEmpty();
    }

    private Said run(String line) {
        try (var shell = shell()) {
            return shell.run(OutputFormats.TABLE, line);
        }
    }

    private WholeShell shell() {
        return new WholeShell(home, home, Map.of("DATABASE_URL", RealAlembic.url(database)));
    }

    private List<String> applied() {
        return database.column("SELECT id FROM databasechangelog ORDER BY id");
    }

    private List<String> tables() {
        return database.column("SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace");
    }
}
