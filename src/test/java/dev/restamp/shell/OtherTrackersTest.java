package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.AskedShell.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the version tables of tools whose project is not open. */
class OtherTrackersTest {
    private static final List<String> OF_A_PROJECT =
            List.of("status", "diagnose", "stamp head --plan", "evidence head");

    private final TestDatabase database = TestPostgres.database();

    @TempDir
    private Path folder;

    @BeforeEach
    void nothing_is_looked_for_above_it() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
    }

    @Test
    void without_a_project_current_shows_the_only_version_table_there_is() throws IOException {
        tools("django");

        var said = ask("current");

        assertThat(said.exit()).as(said.problem()).isEqualTo(Exit.OK);
        assertThat(said.lines().getFirst()).isEqualTo("Django   public.django_migrations, 4 rows");
        assertThat(said.lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("  shop.0002_orders ").contains("2026-11-20", "latest"))
                .noneSatisfy(line -> assertThat(line).contains("shop.0001_initial"));
        assertThat(said.lines().getLast())
                .isEqualTo("diagnosing Django is not supported yet: only what its table says is shown");
        assertThat(ask("current -v").out()).contains("shop.0001_initial", "auth.0001_initial");
        assertThat(ask("current --plain").lines())
                .containsExactly("shop.0002_orders", "auth.0012_alter_user_first_name_max_length");
    }

    @Test
    void what_broke_is_shown_beside_the_latest() throws IOException {
        tools("sqlx");
        assertThat(ask("current").out())
                .containsSubsequence("20261102100000", "failed", "orders", "20261101100000", "latest", "users");
    }

    @Test
    void other_commands_say_that_they_cannot() throws IOException {
        tools("django");
        for (var line : OF_A_PROJECT) {
            var said = ask(line);
            assertThat(said.exit()).as(line).isEqualTo(Exit.PROJECT);
            assertThat(said.problem())
                    .isEqualTo("public.django_migrations is Django's; Restamp reads it but cannot diagnose it yet");
        }
        assertThat(ask("current --check-heads").exit()).isEqualTo(Exit.PROJECT);
    }

    @Test
    void without_project_and_table_all_is_as_it_was() {
        assertThat(ask("status").problem()).startsWith("no migration project in ");
        assertThat(ask("current").problem()).startsWith("no migration project in ");
    }

    @Test
    void of_several_one_is_chosen() throws IOException {
        tools("django", "goose");

        var several = ask("current");

        assertThat(several.exit()).isEqualTo(Exit.PROJECT);
        assertThat(several.problem())
                .isEqualTo("several version tables are there: public.django_migrations (django: not diagnosed),"
                        + " public.goose_db_version (goose: not diagnosed)");
        assertThat(ask("current --tracker goose").lines().getFirst()).startsWith("goose   public.goose_db_version");
        assertThat(ask("current --tracker knex").problem()).startsWith("no version table of Knex is there");
        assertThat(ask("current --tracker djagno").problem())
                .isEqualTo("no tool is known as \"djagno\". Did you mean: django");
    }

    @Test
    void a_table_that_exists_twice_is_that_of_the_search_path_or_the_one_named() throws IOException {
        tools("ecto");
        database.run(
                "CREATE SCHEMA tenant",
                "CREATE TABLE tenant.schema_migrations (version bigint PRIMARY KEY, inserted_at timestamp)",
                "INSERT INTO tenant.schema_migrations VALUES (7, now())");
        assertThat(ask("current --plain").lines()).containsExactly("20261102100000");
        try (var shell = shell()) {
            shell.session().tableChoice(new TableChoice(Optional.of("tenant"), Optional.empty()));
            assertThat(shell.ask(List.of("current", "--plain")).lines()).containsExactly("7");
        }
    }

    @Test
    void a_project_goes_before_and_the_others_are_named() throws IOException {
        project();
        tools("django", "alembic");

        var said = ask("current");

        assertThat(said.out()).contains("not in the project").doesNotContain("django");
        assertThat(said.remarks())
                .contains("also here: public.django_migrations (django: not diagnosed); current --tracker django");
        assertThat(ask("current --tracker django").lines().getFirst()).startsWith("Django ");
        assertThat(ask("current --tracker alembic").out()).isEqualTo(said.out());
        assertThat(ask("status").exit()).isEqualTo(Exit.FINDING);
    }

    @Test
    void alone_with_its_project_there_is_nothing_to_remark() throws IOException {
        project();
        tools("alembic");
        assertThat(ask("current").remarks()).isEmpty();
        assertThat(ask("connect").out()).doesNotContain("tables ");
    }

    @Test
    void the_table_of_a_tool_without_its_project_is_read_too() throws IOException {
        tools("alembic");
        var said = ask("current");
        assertThat(said.exit()).isEqualTo(Exit.OK);
        assertThat(said.out()).contains("3c4d5e6f7081", "91ab22cd33ef");
        assertThat(said.lines().getLast()).isEqualTo("no Alembic project is open: only what its table says is shown");
        assertThat(ask("status").problem()).startsWith("no migration project in ");
    }

    @Test
    void connect_lists_them() throws IOException {
        tools("django", "alembic");
        assertThat(ask("connect").out())
                .contains(
                        "tables   public.alembic_version (alembic), public.django_migrations (django: not diagnosed)");
        project();
        assertThat(ask("connect").out()).contains("tables   public.alembic_version (alembic), ");
    }

    @Test
    void a_connection_keeps_the_tracker_it_was_opened_with() throws IOException {
        project();
        tools("django", "alembic");
        try (var shell = shell()) {
            shell.ask(List.of("connect", "--tracker", "django"));
            assertThat(shell.ask(List.of("current")).lines().getFirst()).startsWith("Django ");
            assertThat(shell.ask(List.of("status")).problem())
                    .isEqualTo("django_migrations is Django's; Restamp reads it but cannot diagnose it yet");
            shell.ask(List.of("connect", "--as", "other"));
            assertThat(shell.ask(List.of("status")).exit()).isEqualTo(Exit.FINDING);
        }
    }

    @Test
    void a_project_of_a_tool_can_be_asked_for() throws IOException {
        project();
        assertThat(ask("project --tracker alembic").exit()).isEqualTo(Exit.OK);
        assertThat(ask("project --tracker django").problem())
                .isEqualTo("django_migrations is Django's; Restamp reads it but cannot diagnose it yet");
    }

    @Test
    void what_may_not_be_read_is_said_with_the_reason() throws IOException {
        tools("django");
        database.run("DROP ROLE IF EXISTS other_trackers", "CREATE ROLE other_trackers LOGIN PASSWORD 'x'");
        var url = RealAlembic.url(database).replaceFirst("://[^@]*@", "://other_trackers:x@");
        try (var shell = new AskedShell(folder, Map.of("HOME", folder.toString(), "DATABASE_URL", url))) {
            var said = shell.ask(List.of("current"));
            assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
            assertThat(said.out()).contains("not readable: this role may not SELECT from it");
        }
    }

    private void tools(String... names) throws IOException {
        for (var name : names) {
            database.run(Files.readString(Path.of("src/test/resources/recognition", name + ".sql")));
        }
    }

    private void project() throws IOException {
        Files.createDirectories(folder.resolve("migrations/versions"));
        Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
        Files.writeString(folder.resolve("migrations/env.py"), "");
    }

    private AskedShell shell() {
        return new AskedShell(folder, folder, database);
    }

    private Said ask(String line) {
        try (var shell = shell()) {
            return shell.ask(List.of(line.split(" ")));
        }
    }
}
