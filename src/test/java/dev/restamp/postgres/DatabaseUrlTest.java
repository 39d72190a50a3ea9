package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final Map<String, String> NOTHING = Map.of();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "urls.txt", delimiter = '|', quoteCharacter = '`')
    void reads_every_form_that_users_have(String url, String display, String password, String tls, String notes) {
        var read = DatabaseUrl.parse(url, NOTHING);

        assertThat(read.display()).isEqualTo(display);
        assertThat(read.password().map(Secret::reveal)).isEqualTo(Optional.ofNullable(password));
        assertThat(read.tls().word()).isEqualTo(tls);
        assertThat(read.notes().isEmpty() ? "-" : String.join("; ", read.notes()))
                .isEqualTo(notes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refused-urls.txt", delimiter = '|', quoteCharacter = '`')
    void refuses_what_it_cannot_do_and_never_shows_the_password(String url, String code, String what) {
        var problem = catchThrowableOfType(Problem.class, () -> DatabaseUrl.parse(url, NOTHING));

        assertThat(problem.exit()).isEqualTo(Exit.USAGE);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.what()).contains(what).doesNotContain("secret", "cret");
        assertThat(problem.hint()).doesNotContain("secret", "cret");
    }

    @Test
    void a_url_with_two_at_signs_is_shown_as_it_would_be_read_only_where_no_password_can_be_in_that() {
        assertThat(hint("postgres://u:p@ss@127.0.0.1/shop"))
                .endsWith("\nread as  user=u  host=127.0.0.1  database=shop  password=(hidden)");
        assertThat(hint("postgres://u:se@cret/word#1@h:5432/d"))
                .endsWith("user=u  host=h  database=d  password=(hidden)");
        assertThat(hint("postgres://u:se@cret@x?y=cr@et@h/d")).doesNotContain("read as");
        assertThat(hint("postgres://u:se@cret?x@h/d")).doesNotContain("read as");
        assertThat(hint("postgres://jo@corp@h/d")).doesNotContain("read as");
    }

    @Test
    void what_the_url_leaves_out_comes_from_the_environment_and_is_noted() {
        var environment = Map.of(
                "PGHOST",
                "db1",
                "PGPORT",
                "7000",
                "PGUSER",
                "jo",
                "PGDATABASE",
                "shop",
                "PGPASSWORD",
                "pw",
                "PGSSLMODE",
                "require");

        var read = DatabaseUrl.parse("postgresql://", environment);

        assertThat(read.display()).isEqualTo("jo@db1:7000/shop");
        assertThat(read.password()).contains(Secret.of("pw"));
        assertThat(read.tls()).isEqualTo(TlsMode.REQUIRE);
        assertThat(read.notes())
                .containsExactlyInAnyOrder(
                        "host from $PGHOST",
                        "port from $PGPORT",
                        "user from $PGUSER",
                        "database from $PGDATABASE",
                        "password from $PGPASSWORD",
                        "sslmode from $PGSSLMODE");
    }

    @Test
    void the_url_wins_over_the_environment() {
        var read = DatabaseUrl.parse(
                "postgresql://u:pw@h:1/d?sslmode=disable",
                Map.of("PGHOST", "x", "PGPORT", "2", "PGUSER", "x", "PGPASSWORD", "x", "PGSSLMODE", "require"));

        assertThat(read.display()).isEqualTo("u@h:1/d");
        assertThat(read.password()).contains(Secret.of("pw"));
        assertThat(read.tls()).isEqualTo(TlsMode.DISABLE);
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void parameters_reach_the_driver_by_its_own_names() {
        var read = DatabaseUrl.parse(
                "postgres://u@h/d?connect_timeout=5&channel_binding=require&target_session_attrs=standby"
                        + "&options=-c%20search_path%3Dsales,public%20-c%20work_mem%3D1MB",
                NOTHING);

        assertThat(read.driver())
                .isEqualTo(Map.of(
                        "connectTimeout", "5",
                        "channelBinding", "require",
                        "targetServerType", "secondary",
                        "options", "-cwork_mem=1MB"));
        assertThat(read.searchPath()).contains("sales,public");
    }

    @Test
    void prismas_parameters_are_believed() {
        var read = DatabaseUrl.parse("postgres://u@h/d?schema=Sales&pgbouncer=true", NOTHING);

        assertThat(read.searchPath()).contains("\"Sales\"");
        assertThat(read.transactionPooler()).isTrue();
    }

    @Test
    void an_unknown_parameter_is_named_for_scripts_to_stop_at() {
        assertThat(DatabaseUrl.parse("postgres://u@h/d?a=1&b=2", NOTHING).unknown())
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.8.0.1", "[::1]", "localhost,127.0.0.1"})
    void this_machine_is_loopback(String host) {
        assertThat(DatabaseUrl.parse("postgres://" + host + "/d", NOTHING).isLoopback())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"db1", "10.0.0.1", "localhost.example.org", "localhost,db1", "[2001:db8::1]"})
    void every_other_machine_is_not(String host) {
        assertThat(DatabaseUrl.parse("postgres://" + host + "/d", NOTHING).isLoopback())
                .isFalse();
    }

    @Test
    void a_password_never_prints_itself() {
        var read = DatabaseUrl.parse("postgres://u:canary@h/d", NOTHING);

        assertThat(read.toString()).doesNotContain("canary");
        assertThat(read.password().toString()).doesNotContain("canary");
    }

    @ParameterizedTest(name = "{0} has {1}")
    @CsvSource(delimiter = '|', textBlock = """
        postgres://jo@db1/shop      | first
        postgres://jo@db1:6000/shop | any port
        postgres://a%3Ab@db1/shop   | co:lon\\
        postgres://x@db2/y          | last
        """)
    void the_first_line_of_the_passfile_that_fits_has_the_password(String url, String password, @TempDir Path home)
            throws IOException {
        var file = passfile(home, "rw-------", """
                # db1:5432:shop:jo:comment
                db1:5432:shop:jo:first
                db1:5432:shop:jo:second
                db1:*:shop:jo:any port
                *:*:*:a\\:b:co:lon\\\\
                db2:5432:*:*:last
                """);

        var read = DatabaseUrl.parse(url, Map.of("HOME", home.toString()));

        assertThat(read.password()).contains(Secret.of(password));
        assertThat(read.notes()).contains("password from " + file);
    }

    @Test
    void a_passfile_that_others_can_read_is_not_used(@TempDir Path home) throws IOException {
        var file = passfile(home, "rw-r-----", "*:*:*:*:pw");

        var read = DatabaseUrl.parse("postgres://u@h/d", Map.of("PGPASSFILE", file.toString()));

        assertThat(read.password()).isEmpty();
        assertThat(read.notes()).containsExactly(file + " not used: others can read it (chmod 600 " + file + ")");
    }

    /** The file has shop with all but its database, and broken. */
    @Test
    void a_service_goes_before_the_environment_and_behind_the_text(@TempDir Path home) throws IOException {
        var file = Files.writeString(home.resolve(".pg_service.conf"), """
                # two of them
                [shop]
                host=db1
                port=7000
                user=app
                password=pw

                [broken]
                service=shop
                """);
        var environment = Map.of("HOME", home.toString(), "PGHOST", "x", "PGDATABASE", "orders", "PGUSER", "y");

        var read = DatabaseUrl.parse("service=shop port=7001", environment);

        assertThat(read.display()).isEqualTo("app@db1:7001/orders");
        assertThat(read.password()).contains(Secret.of("pw"));
        assertThat(read.notes()).containsExactly("service shop of " + file, "database from $PGDATABASE");
        assertThat(DatabaseUrl.parse("postgresql:///d?service=shop", environment)
                        .display())
                .isEqualTo("app@db1:7000/d");
        assertThatThrownBy(() -> DatabaseUrl.parse("service=broken", environment))
                .hasMessage(file + " line 9: restamp cannot do this");
        assertThatThrownBy(() -> DatabaseUrl.parse("service=none", environment))
                .hasMessage("no service \"none\" in " + file);
    }

    @Test
    void the_service_file_may_be_elsewhere(@TempDir Path folder) throws IOException {
        var own = Files.writeString(folder.resolve("own"), "[a]\nhost=own\n");
        Files.writeString(folder.resolve("pg_service.conf"), "[a]\nhost=system\n[b]\nhost=system\n");
        var environment = Map.of("PGSERVICEFILE", own.toString(), "PGSYSCONFDIR", folder.toString());

        assertThat(DatabaseUrl.parse("service=a user=u", environment).host()).isEqualTo("own");
        assertThat(DatabaseUrl.parse("service=b user=u", environment).host()).isEqualTo("system");
        assertThat(DatabaseUrl.parse("postgresql://", plus(environment, "PGSERVICE", "b"))
                        .host())
                .isEqualTo("system");
    }

    @Test
    void what_is_set_in_each_transaction_is_taken_out_of_the_options() {
        var read = DatabaseUrl.parse("postgres://u@h/d?options=-c%20role%3Downer%20--search_path%3Dsales", NOTHING);

        assertThat(read.role()).contains("owner");
        assertThat(read.searchPath()).contains("sales");
        assertThat(read.driver()).doesNotContainKey("options");
    }

    @Test
    void what_is_given_beside_the_text_goes_before_it() {
        var over = Map.of("host", "direct", "role", "owner", "sslrootcert", "/ca.pem", "sslmode", "verify-full");

        var read = DatabaseUrl.parse("postgres://u@pooler:6543/d?sslmode=disable", over, NOTHING);

        assertThat(read.display()).isEqualTo("u@direct:6543/d");
        assertThat(read.role()).contains("owner");
        assertThat(read.tls()).isEqualTo(TlsMode.VERIFY_FULL);
    }

    @Test
    void poolers_of_providers_are_known_by_their_names() {
        var neon = DatabaseUrl.parse("postgres://u@ep-x-pooler.eu.aws.neon.tech/d", NOTHING);
        var supabase = DatabaseUrl.parse("postgres://u@aws-0-eu.pooler.supabase.com:6543/d", NOTHING);

        assertThat(neon.transactionPooler()).isTrue();
        assertThat(neon.pastPooler()).isEqualTo("the server itself: connect --direct-host ep-x.eu.aws.neon.tech");
        assertThat(supabase.transactionPooler()).isTrue();
        assertThat(supabase.pastPooler()).contains("5432");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        postgres://u:canary@h/d?sslmode=require  | postgres://u@h/d?sslmode=require
        postgres://u@h:5432/d                    | postgres://u@h:5432/d
        jdbc:postgresql://h/d?password=canary    | jdbc:postgresql://h/d
        host=h password='canary x' user='j o'    | host=h user='j o'
        service=shop                             | service=shop
        """)
    void a_target_is_kept_without_its_password(String text, String kept) {
        assertThat(TargetText.withoutPassword(text)).isEqualTo(kept);
    }

    private static String hint(String url) {
        return catchThrowableOfType(Problem.class, () -> DatabaseUrl.parse(url, NOTHING))
                .hint();
    }

    private static Map<String, String> plus(Map<String, String> environment, String name, String value) {
        var more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    private static Path passfile(Path home, String mode, String text) throws IOException {
        var file = Files.writeString(home.resolve(".pgpass"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
