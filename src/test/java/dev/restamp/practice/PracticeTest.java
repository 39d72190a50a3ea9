package dev.restamp.practice;

import static dev.restamp.practice.Running.database;
import static dev.restamp.practice.Running.query;
import static dev.restamp.practice.Running.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.practice.Scenario.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The restored dump: database local is whole and says so, railway is whole and says an old revision. */
class PracticeTest {
    @AutoClose
    private static final Practice PRACTICE = Running.restoredDump();

    private static final String MISSING = """
            SELECT count(*) FROM (VALUES ('idx_snapshots_portfolio_date_desc'), ('symbol_daily_metrics')) AS v (name)
             WHERE to_regclass(v.name) IS NULL""";

    private static final String EXPOSURES = "SELECT count(*) FROM position_factor_exposures";

    @ParameterizedTest
    @CsvSource({"local, ec31ab63431d", "railway, i6j7k8l9m0n1"})
    void each_database_says_its_revision(String name, String revision) throws SQLException {
        PRACTICE.reset();
        assertThat(query(database(PRACTICE, name), "SELECT version_num FROM alembic_version"))
                .containsExactly(revision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "railway"})
    void both_hold_what_the_incident_report_counted(String name) throws SQLException {
        PRACTICE.reset();
        var database = database(PRACTICE, name);
        assertThat(value(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("43");
        assertThat(value(database, "SELECT count(*) FROM positions")).isEqualTo("75");
        assertThat(value(database, "SELECT count(*) FROM company_profiles")).isEqualTo("556");
        assertThat(Integer.parseInt(value(database, EXPOSURES))).isGreaterThan(31_000);
        assertThat(value(database, "SELECT indexdef FROM pg_indexes WHERE indexname = 'idx_positions_active_complete'"))
                .contains("ON public.positions")
                .contains("WHERE ((deleted_at IS NULL) AND (exit_date IS NULL))");
    }

    @Test
    void no_table_is_empty_and_all_are_analyzed() throws SQLException {
        PRACTICE.reset();
        assertThat(query(
                        database(PRACTICE, "local"),
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                                + " AND reltuples < 1"))
                .isEmpty();
    }

    @Test
    void half_restored_takes_an_index_a_table_and_rows_from_railway_only() throws SQLException {
        PRACTICE.reset();
        PRACTICE.applyBreak("half-restored");
        assertThat(value(database(PRACTICE, "railway"), MISSING)).isEqualTo("2");
        assertThat(value(database(PRACTICE, "railway"), EXPOSURES)).isEqualTo("28500");
        assertThat(value(database(PRACTICE, "local"), MISSING)).isEqualTo("0");
        assertThat(value(database(PRACTICE, "local"), EXPOSURES)).isEqualTo("31250");
    }

    @Test
    void reset_undoes_whatever_was_done_even_while_somebody_is_connected() throws SQLException {
        try (var connection = Running.connect(database(PRACTICE, "railway"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE positions CASCADE");
            PRACTICE.reset();
            assertThat(connection.isValid(1)).isFalse();
        }
        assertThat(value(database(PRACTICE, "railway"), "SELECT count(*) FROM positions"))
                .isEqualTo("75");
    }

    @Test
    void a_break_that_does_not_exist_is_named_with_those_that_do() {
        assertThatThrownBy(() -> PRACTICE.applyBreak("half")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.exit()).isEqualTo(Exit.USAGE);
            assertThat(problem.what()).isEqualTo("no break \"half\"");
            assertThat(problem.hint()).contains("half-restored");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?password=postgres"})
    void nobody_gets_in_without_the_password(String password) {
        var url = "jdbc:" + database(PRACTICE, "railway").url().replace("postgres@", "");
        var user = password.isEmpty() ? "?user=postgres" : "&user=postgres";
        assertThatThrownBy(() -> DriverManager.getConnection(url + password + user))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void it_listens_on_loopback_and_nowhere_else() throws SQLException {
        var railway = database(PRACTICE, "railway");
        assertThat(value(railway, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(value(railway, "SHOW unix_socket_directories")).isEmpty();
        assertThat(query(railway, "SELECT auth_method FROM pg_hba_file_rules")).containsExactly("scram-sha-256");
    }

    @Test
    void the_passfile_lets_another_program_in() throws SQLException, IOException {
        assertThat(Files.getPosixFilePermissions(PRACTICE.passfile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var railway = database(PRACTICE, "railway");
        assertThat(Files.readAllLines(PRACTICE.passfile()))
                .contains("127.0.0.1:" + railway.port() + ":*:postgres:" + railway.password());
    }

    @Test
    void databases_and_project_go_back_to_where_they_were_marked() throws SQLException, IOException {
        var railway = database(PRACTICE, "railway");
        var extra = PRACTICE.project().resolve("extra.py");
        PRACTICE.run("railway", "test", "CREATE TABLE before_the_mark ()");
        PRACTICE.mark();
        PRACTICE.run("railway", "test", "CREATE TABLE after_the_mark ()");
        Files.createFile(extra);
        Files.delete(PRACTICE.project().resolve("alembic.ini"));

        PRACTICE.back();

        assertThat(query(railway, "SELECT relname FROM pg_class WHERE relname LIKE '%_the_mark'"))
                .containsExactly("before_the_mark");
        assertThat(extra).doesNotExist();
        assertThat(PRACTICE.project().resolve("alembic.ini")).exists();
        PRACTICE.reset();
    }

    @Test
    void nobody_else_can_look_into_its_folders() throws IOException {
        assertThat(List.of(
                        Running.HOME,
                        Running.folder(PRACTICE),
                        Running.folder(PRACTICE).resolve("data")))
                .allSatisfy(folder -> assertThat(Files.getPosixFilePermissions(folder))
                        .isEqualTo(PosixFilePermissions.fromString("rwx------")));
    }

    @Test
    void a_password_is_never_printed() {
        assertThat(PRACTICE.databases())
                .allSatisfy(database -> assertThat(database.toString()).doesNotContain(database.password()));
    }

    @Test
    void the_original_cannot_be_spoiled() {
        var railway = database(PRACTICE, "railway");
        var original =
                new PracticeDatabase("original", railway.host(), railway.port(), railway.user(), railway.password());
        assertThatThrownBy(() -> Running.connect(original)).hasMessageContaining("not currently accepting connections");
    }

    @Test
    void server_and_watchdog_are_out_of_reach_of_the_terminals_ctrl_c() throws IOException {
        var folder = Running.folder(PRACTICE).toString();
        var watchdog = ProcessHandle.current()
                .children()
                .filter(Running::isWatchdog)
                .filter(child -> child.info().commandLine().orElse("").contains(folder))
                .findFirst()
                .orElseThrow();
        var ours = Running.session(ProcessHandle.current());
        assertThat(Running.session(watchdog)).isNotEmpty().isNotEqualTo(ours);
        assertThat(Running.session(Running.server(Path.of(folder))))
                .isNotEmpty()
                .isNotEqualTo(ours);
    }

    @Test
    void close_leaves_no_process_and_no_folder() throws IOException {
        var said = new ArrayList<String>();
        var practice = Practice.start(Scenario.named("restored-dump"), Running.HOME, said::add);
        var folder = Running.folder(practice);
        var server = Running.server(folder);
        var project = practice.project();
        assertThat(project.resolve("alembic.ini")).exists();

        practice.close();
        practice.close();

        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(folder).doesNotExist();
        assertThat(ProcessHandle.current().children().filter(Running::isWatchdog))
                .noneMatch(child -> child.info().commandLine().orElse("").contains(folder.toString()));
        assertThat(said)
                .isEqualTo(List.of(
                        "starting PostgreSQL",
                        "building 43 tables, 75 positions, 31,250 factor exposures, 556 company profiles"));
    }

    @Test
    void a_scenario_that_cannot_be_built_leaves_nothing(@TempDir Path home) {
        var whole = Scenario.named("restored-dump");
        var broken = new Scenario(
                whole.name(),
                whole.title(),
                whole.contents(),
                whole.folder(),
                whole.tool(),
                List.of(new Script("schema.sql", "SELECT 1/0")),
                whole.databases(),
                whole.breaks());

        assertThatThrownBy(() -> Practice.start(broken, home, _ -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("division by zero");

        assertThat(ProcessHandle.current()
                        .children()
                        .filter(Running::isWatchdog)
                        .filter(child -> child.info().commandLine().orElse("").contains(home.toString()))
                        .map(ProcessHandle::onExit))
                .allSatisfy(end -> assertThat(end).succeedsWithin(Duration.ofSeconds(20)));
        assertThat(home).isDirectoryNotContaining("glob:**/run-*");
    }

    @Test
    void a_home_that_cannot_be_written_is_a_problem_with_a_way_out(@TempDir Path folder) throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Practice.start(Scenario.named("restored-dump"), file.resolve("home"), _ -> {}))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.CONNECTION);
                    assertThat(problem.hint()).contains("XDG_CACHE_HOME");
                });
    }
}
