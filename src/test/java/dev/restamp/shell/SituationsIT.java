package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.Program.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A database and a project of somebody else, in every bad state the program must explain: the right exit code, a clear
 * message, nothing written, no password anywhere.
 *
 * <p>The project: {@code aaaa00000001} makes users, {@code bbbb00000002} orders, {@code cccc00000003} (head) an index on
 * orders. The schema has all but the index.
 */
class SituationsIT {
    private static final String USERS = "aaaa00000001";
    private static final String ORDERS = "bbbb00000002";
    private static final String INDEX = "cccc00000003";

    @TempDir
    private Path home;

    private TestDatabase database;
    private Path project;

    @BeforeEach
    void a_project_and_a_schema_without_version_table() throws IOException {
        project = Files.createDirectories(home.resolve("shop"));
        write("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n");
        write("migrations/env.py", "");
        revision(
                USERS,
                "None",
                "create users",
                "op.create_table('users', sa.Column('id', sa.Integer(), primary_key=True))");
        revision(
                ORDERS,
                "'" + USERS + "'",
                "create orders",
                "op.create_table('orders', sa.Column('id', sa.Integer(), primary_key=True),"
                        + " sa.Column('user_id', sa.Integer(), sa.ForeignKey('users.id')))");
        revision(
                INDEX,
                "'" + ORDERS + "'",
                "index orders",
                "op.create_index('ix_orders_user_id', 'orders', ['user_id'])");
        database = TestPostgres.database();
        database.run(
                "CREATE TABLE users (id serial PRIMARY KEY)",
                "CREATE TABLE orders (id serial PRIMARY KEY, user_id integer REFERENCES users)");
    }

    @AfterEach
    void no_password_is_left_anywhere() throws IOException {
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("pgpass"))
                            .toList())
                    .allSatisfy(file -> assertThat(text(file)).doesNotContain(TestPostgres.PASSWORD, "c%40nary"));
        }
    }

    @Test
    void a_row_behind_the_schema() throws Exception {
        rows(USERS);
        var status = run("status", "--json");
        assertThat(status.exit()).isEqualTo(1);
        var json = status.json();
        assertThat(json.path("schema").isObject()).isTrue();
        assertThat(json.path("findings").path(0).path("code").asString()).isEqualTo("VD101");
        assertThat(json.path("schema").path("fits").path(0).asString()).isEqualTo(ORDERS);
        assertThat(json.path("upgrade").path("error").asString()).isEqualTo("DuplicateTable");
        assertThat(json.path("row").path(0).asString()).isEqualTo(USERS);
        assertThat(json.path("heads").path(0).asString()).isEqualTo(INDEX);
    }

    @Test
    void a_row_that_fits_below_head_is_no_finding() throws Exception {
        rows(ORDERS);
        var status = run("status");
        assertThat(status.out()).contains("OK", "1 revision to run");
        assertThat(status.exit()).isZero();
    }

    @Test
    void a_row_ahead_of_the_schema() throws Exception {
        rows(INDEX);
        var status = run("status", "--json");
        assertThat(status.json().path("findings").path(0).path("code").asString())
                .isEqualTo("VD102");
        assertThat(run("status").out()).contains("index ix_orders_user_id ABSENT");
    }

    @Test
    void an_unknown_row() throws Exception {
        rows("deadbeef0001");
        var current = run("current", "--json");
        assertThat(current.exit()).isEqualTo(1);
        assertThat(current.json().path("row").path(0).asString()).isEqualTo("deadbeef0001");
        assertThat(current.json().path("findings").path(0).path("code").asString())
                .isEqualTo("VD103");
        assertThat(run("status").out()).contains("deadbeef0001", "stamp " + ORDERS + " --remove deadbeef0001");
        var stamp = run("stamp", ORDERS, "--remove", "deadbeef0001", "--expect", "deadbeef0001", "--json");
        assertThat(stamp.exit()).as(stamp.all()).isZero();
        assertThat(stamp.json().path("after").path(0).asString()).isEqualTo(ORDERS);
        assertThat(stored()).containsExactly(ORDERS);
    }

    @Test
    void an_empty_table() throws Exception {
        rows();
        var current = run("current");
        assertThat(current.exit()).isEqualTo(1);
        assertThat(current.out()).contains("alembic_version is empty", "VD105", "stamp " + ORDERS);
    }

    @Test
    void no_table() throws Exception {
        var current = run("current");
        assertThat(current.exit()).isEqualTo(1);
        assertThat(current.out()).contains("there is no public.alembic_version", "VD106");
        var stamp = run("stamp", ORDERS, "--expect", "", "--json");
        assertThat(stamp.exit()).as(stamp.all()).isZero();
        assertThat(stored()).containsExactly(ORDERS);
    }

    @Test
    void an_empty_database_is_no_finding() throws Exception {
        database.run("DROP TABLE orders", "DROP TABLE users");
        var status = run("status");
        assertThat(status.exit()).as(status.all()).isZero();
        assertThat(status.out()).contains("3 revisions to run");
    }

    @Test
    void two_rows_of_which_one_is_an_ancestor() throws Exception {
        rows(USERS, ORDERS);
        var current = run("current");
        assertThat(current.exit()).isEqualTo(1);
        assertThat(current.out()).contains("VD104", "stamp " + ORDERS + " --remove " + USERS);
        assertThat(run("stamp", ORDERS, "--remove", USERS, "--expect", USERS + "," + ORDERS)
                        .exit())
                .isZero();
        assertThat(stored()).containsExactly(ORDERS);
    }

    @Test
    void a_row_to_remove_must_be_there_and_its_beginning_will_do() throws Exception {
        rows(USERS, ORDERS);
        var mistyped = run("stamp", ORDERS, "--remove", "aaaa1", "--expect", USERS + "," + ORDERS);
        assertThat(mistyped.exit()).isEqualTo(4);
        assertThat(mistyped.err()).contains("no row to remove is called \"aaaa1\"");
        assertThat(stored()).containsExactlyInAnyOrder(USERS, ORDERS);
        assertThat(run("stamp", ORDERS, "--remove", "aaaa", "--expect", USERS + "," + ORDERS)
                        .exit())
                .isZero();
        assertThat(stored()).containsExactly(ORDERS);
    }

    @Test
    void a_stamp_that_is_not_proved_is_refused_and_its_reason_recorded_when_forced() throws Exception {
        rows(USERS);
        var refused = run("stamp", INDEX, "--expect", USERS, "--json");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.json().path("proved").asBoolean()).isFalse();
        assertThat(refused.json().path("receipt").isNull()).isTrue();
        assertThat(stored()).containsExactly(USERS);
        var forced = run("stamp", INDEX, "--expect", USERS, "--allow-unproved", "the index is being built", "--json");
        assertThat(forced.exit()).as(forced.all()).isZero();
        assertThat(stored()).containsExactly(INDEX);
        assertThat(run("receipts").out()).contains("the index is being built");
        assertThat(run("undo", "--json").exit()).isZero();
        assertThat(stored()).containsExactly(USERS);
    }

    @Test
    void a_script_must_say_what_it_expects() throws Exception {
        rows(USERS);
        assertThat(run("stamp", ORDERS).exit()).isEqualTo(2);
        assertThat(run("stamp", "bbbb", "--expect", USERS).exit()).isEqualTo(2);
        assertThat(run("stamp", ORDERS, "--expect", INDEX).exit()).isEqualTo(5);
        assertThat(run("stamp", ORDERS, "--expect", USERS, "--confirm", "another")
                        .exit())
                .isEqualTo(5);
        assertThat(stored()).containsExactly(USERS);
    }

    @Test
    void a_wrong_password() throws Exception {
        var outcome = program().with("DATABASE_URL", url("wr0ng-passw0rd")).run("current", "--json");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.json().path("error").path("what").asString()).contains("password");
        assertThat(outcome.all()).doesNotContain("wr0ng-passw0rd");
    }

    @Test
    void no_password_and_nobody_to_ask() throws Exception {
        var bare = "postgresql://" + TestPostgres.USER + "@" + host() + "/" + database.name();
        var outcome = program().with("DATABASE_URL", bare).run("current");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("password needed", "this is not a terminal");
    }

    @Test
    void an_unreachable_host() throws Exception {
        var outcome = program()
                .with("DATABASE_URL", "postgresql://jo:secret99@127.0.0.1:1/shop")
                .run("current");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("127.0.0.1:1").doesNotContain("secret99", "Exception");
    }

    @Test
    void no_url_at_all() throws Exception {
        var outcome = program().run("current");
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("no connection", "DATABASE_URL");
    }

    /** A repository that somebody else wrote does not choose what is connected to. */
    @Test
    void what_a_project_says_of_a_database_is_not_followed() throws Exception {
        var elsewhere = "postgresql://app@evil-host.invalid/shop";
        write(".env", "DATABASE_URL=" + elsewhere + "\n");
        write("config.toml", "[profile.prod]\nurl = \"" + elsewhere + "\"\n");
        write("alembic.ini", text(project.resolve("alembic.ini")) + "sqlalchemy.url = " + elsewhere + "\n");
        for (var line : List.of("current", "status", "connect", "profile test prod")) {
            var outcome = program().run(line.split(" "));
            assertThat(outcome.exit()).as(line).isNotZero();
            assertThat(outcome.all()).as(line).doesNotContain("evil-host");
        }
    }

    @Test
    void a_password_that_others_can_see_is_said_to_be_seen() throws Exception {
        rows(INDEX);
        var outcome = program().run(RealAlembic.url(database), "current");
        assertThat(outcome.err()).contains("others can see the password in the list of processes");
        assertThat(outcome.out()).doesNotContain("others can see");
        assertThat(run("current").err()).isEmpty();
    }

    @Test
    void no_project() throws Exception {
        var elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        var outcome = new Program(home, elsewhere, Map.of()).run("heads");
        assertThat(outcome.exit()).isEqualTo(4);
        assertThat(outcome.err()).contains("no migration project", "project DIR");
    }

    @Test
    void a_broken_script_is_named_and_the_rest_works() throws Exception {
        rows(ORDERS);
        write(
                "migrations/versions/broken.py",
                "<<<<<<< HEAD\nrevision = 'dddd00000004'\n=======\nrevision = 'eeee'\n>>>>>>> x\n");
        var heads = run("heads", "--json");
        assertThat(heads.exit()).isEqualTo(4);
        assertThat(heads.json().path("heads").path(0).asString()).isEqualTo(INDEX);
        assertThat(run("status").out()).contains("broken.py", "PJ301");
    }

    @Test
    void a_missing_parent_is_named_and_the_rest_works() throws Exception {
        rows(ORDERS);
        revision("dddd00000004", "'ffff00000009'", "an orphan", "pass");
        var history = run("history", "--json");
        assertThat(history.exit()).isEqualTo(4);
        assertThat(history.json().path("revisions").size()).isEqualTo(4);
        assertThat(run("heads").out()).contains("ffff00000009");
    }

    @Test
    void a_version_table_that_only_a_run_could_tell_is_asked_for_and_can_be_said() throws Exception {
        write("migrations/env.py", """
                import os
                from alembic import context
                context.configure(version_table=os.environ['T'], version_table_schema=os.environ['S'])
                """);
        database.run(
                "CREATE SCHEMA meta",
                "CREATE TABLE meta.shop_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO meta.shop_version VALUES ('" + ORDERS + "')");
        assertThat(run("status").out())
                .contains("env.py line 3: cannot tell version_table ", "--version-table NAME", "--schema NAME");

        var said = run("status", "--schema", "meta", "--version-table", "shop_version");
        assertThat(said.exit()).as(said.all()).isZero();
        assertThat(said.out()).contains(ORDERS, "meta.shop_version").doesNotContain("cannot tell");

        var connect = "connect " + url(TestPostgres.PASSWORD) + " --schema meta --version-table shop_version";
        var connected = program().runWithInput(connect + "\ncurrent --json\n", "-");
        assertThat(connected.exit()).as(connected.all()).isZero();
        assertThat(connected.out()).contains("\"row\":[\"" + ORDERS + "\"]");

        var stamp = run(
                "stamp",
                USERS,
                "--expect",
                ORDERS,
                "--allow-unproved",
                "a test",
                "--schema",
                "meta",
                "--version-table",
                "shop_version");
        assertThat(stamp.exit()).as(stamp.all()).isZero();
        assertThat(database.column("SELECT version_num FROM meta.shop_version")).containsExactly(USERS);
    }

    @Test
    void unknown_and_ambiguous_revisions() throws Exception {
        var unknown = run("show", "zzzz");
        assertThat(unknown.exit()).isEqualTo(4);
        assertThat(unknown.err()).contains("zzzz");
        revision("cccc00000009", "'" + INDEX + "'", "another", "pass");
        var ambiguous = run("show", "cccc");
        assertThat(ambiguous.exit()).isEqualTo(4);
        assertThat(ambiguous.err()).contains(INDEX, "cccc00000009");
    }

    @Test
    void wrong_usage() throws Exception {
        assertThat(run("stauts").exit()).isEqualTo(2);
        assertThat(run("stauts").err()).contains("Did you mean: status");
        assertThat(run("status", "--jsn").err()).contains("Did you mean: --json");
        assertThat(run("--frobnicate").exit()).isEqualTo(2);
        assertThat(run("st").exit()).as("abbreviations are for people").isEqualTo(2);
    }

    @Test
    void standard_input_and_several_lines_give_one_answer_each() throws Exception {
        rows(ORDERS);
        var piped = connected().runWithInput("# a comment\n\ncurrent --json\ncounts --json\n", "-");
        assertThat(piped.exit()).as(piped.all()).isZero();
        assertThat(piped.out().lines()).hasSize(2);
        assertThat(run("-c", "current", "-c", "counts").out()).contains(ORDERS, "users");
        var stopped = connected().runWithInput("nonsense\ncurrent\n");
        assertThat(stopped.exit()).isEqualTo(2);
        assertThat(stopped.out()).isEmpty();
    }

    @Test
    void every_command_answers_in_json() throws Exception {
        rows(ORDERS);
        for (var command : List.of(
                "status",
                "current",
                "heads",
                "history",
                "branches",
                "diagnose",
                "tables",
                "counts",
                "connections",
                "receipts",
                "project",
                "help",
                "version",
                "practice")) {
            var outcome = run(command, "--json");
            assertThat(name(outcome.json().path("schema"))).isEqualTo("restamp." + command + "/1");
        }
        assertThat(run("counts", "--json")
                        .json()
                        .path("tables")
                        .path("public.users")
                        .asInt())
                .isZero();
        assertThat(run("show", "head", "--json")
                        .json()
                        .path("revisions")
                        .path(0)
                        .path("revision")
                        .asString())
                .isEqualTo(INDEX);
    }

    /** Everything a person sees in a whole session, what it leaves behind, and what others see of its processes. */
    @Test
    void a_whole_session_shows_its_password_to_nobody() throws Exception {
        rows(USERS);
        database.run("CREATE TABLE notes (p text)", "INSERT INTO notes VALUES ('" + TestPostgres.PASSWORD + "')");
        var url = RealAlembic.url(database);
        var environment = Map.of(
                "HOME",
                home.toString(),
                "XDG_STATE_HOME",
                home.resolve("state").toString(),
                "DATABASE_URL",
                url,
                "PAGER",
                "cat");
        var screen = new StringBuilder();
        try (var shell = PseudoTerminal.start(project, environment, "-v --transcript kept/transcript.log")) {
            screen.append(shell.await(" ro> "));
            for (var line : List.of(
                    "connect --as second",
                    "connections",
                    "profile add mine",
                    "profile show mine -o html",
                    "sql table notes",
                    "sql select no_such_column from notes",
                    "sql select p::int from notes",
                    "sql -o html table notes",
                    "sql -o md table notes",
                    "sql -o csv table notes",
                    "sql --json table notes",
                    "diagnose --json",
                    "stamp " + ORDERS + " --plan -o md",
                    "who",
                    "recall")) {
                shell.enter(line);
                screen.append(shell.await(" ro> "));
            }
            // What is typed is on the screen; it must not be kept.
            for (var line : List.of(
                    "connect " + url,
                    "connect " + url + "?nonsense=1",
                    "connect " + url.replaceFirst("/[^/]*$", "/no_such_database"),
                    "profile add other " + url,
                    "sql select '" + TestPostgres.PASSWORD + "'",
                    "note it was " + url)) {
                shell.enter(line);
                shell.await(" ro> ");
            }
            for (var line :
                    List.of("report", "report kept/incident.md", "report kept/incident.html", "report --json")) {
                shell.enter(line);
                screen.append(shell.await(" ro> "));
            }
            assertThat(commandLines()).noneMatch(SituationsIT::holdsPassword);
        }
        assertThat(screen.toString()).contains("***").doesNotContain("c@nary", "c%40nary", "7f3a:%41");
        assertThat(project.resolve("kept/transcript.log")).content().contains("***", "  > sql table notes");
        for (var report : List.of("incident.md", "incident.html")) {
            assertThat(Files.readString(project.resolve("kept").resolve(report)))
                    .contains("Secrets removed: ")
                    .doesNotContain("Secrets removed: 0", "c@nary", "c\\@nary", "c%40nary");
        }
    }

    private static boolean holdsPassword(String text) {
        return text.contains("c@nary") || text.contains("c%40nary");
    }

    /** Of every process that can be seen, as {@code ps} shows them. */
    private static List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
    }

    /** In documents about the database's schema that member is an object, with the name in it. */
    private static String name(JsonNode schema) {
        return schema.isObject() ? schema.path("name").asString() : schema.asString();
    }

    private void revision(String id, String parent, String message, String body) throws IOException {
        write(
                "migrations/versions/" + id + ".py",
                "\"\"\"%s\n\nRevision ID: %s\nCreate Date: 2026-01-02 03:04:05\n\"\"\"\n".formatted(message, id)
                        + "from alembic import op\nimport sqlalchemy as sa\n\nrevision = '%s'\ndown_revision = %s\n"
                                .formatted(id, parent)
                        + "branch_labels = None\ndepends_on = None\n\n\ndef upgrade():\n    %s\n".formatted(body));
    }

    private void write(String file, String text) throws IOException {
        var path = project.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    private void rows(String... ids) {
        database.run("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
        for (var id : ids) {
            database.run("INSERT INTO alembic_version VALUES ('" + id + "')");
        }
    }

    private List<String> stored() {
        return database.column("SELECT version_num FROM alembic_version ORDER BY 1");
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return connected().run(arguments);
    }

    private Program connected() {
        return program().with("DATABASE_URL", url(TestPostgres.PASSWORD));
    }

    private Program program() {
        return new Program(home, project, Map.of());
    }

    private String url(String password) {
        return "postgresql://%s:%s@%s/%s"
                .formatted(
                        TestPostgres.USER,
                        password.replace("%", "%25")
                                .replace("/", "%2F")
                                .replace("@", "%40")
                                .replace(":", "%3A"),
                        host(),
                        database.name());
    }

    private String host() {
        return database.url().host() + ":" + database.url().port();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
