package dev.restamp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl.TlsMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final Map<String, String> NOTHING = Map.of();

    /** In the column of notes, {@code -} is no note at all. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        postgres://u:pw@h/d                                  | u@h:5432/d             | pw      | prefer      | -
        postgresql://u:pw@h:6432/d                           | u@h:6432/d             | pw      | prefer      | -
        postgresql+psycopg2://u:pw@h/d                       | u@h:5432/d             | pw      | prefer      | "+psycopg2" dropped
        postgresql+psycopg://u:pw@h/d                        | u@h:5432/d             | pw      | prefer      | "+psycopg" dropped
        postgresql+pg8000://u:pw@h/d                         | u@h:5432/d             | pw      | prefer      | "+pg8000" dropped
        postgresql+asyncpg://u:pw@h/d?ssl=require            | u@h:5432/d             | pw      | require     | "+asyncpg" dropped; ssl -> sslmode=require
        postgresql+asyncpg://u:pw@h/d?prepared_statement_cache_size=0 | u@h:5432/d    | pw      | prefer      | "+asyncpg" dropped; prepared_statement_cache_size is of no use here
        jdbc:postgresql://h/d?user=u&password=p%40w          | u@h:5432/d             | p@w     | prefer      | -
        jdbc:postgresql://h:5433/d?user=u&password=p@w       | u@h:5433/d             | p@w     | prefer      | -
        jdbc:postgresql://h/d?user=u&ssl=true                | u@h:5432/d             |         | require     | ssl -> sslmode=require
        postgres://u:p%40ss%2Fw%25@h/d                       | u@h:5432/d             | p@ss/w% | prefer      | -
        postgres://u:p+w@h/d                                 | u@h:5432/d             | p+w     | prefer      | -
        postgres://u:100%@h/d                                | u@h:5432/d             | 100%    | prefer      | a "%" in the password taken as it stands; write it as %25
        postgres://u:p/w#1@h/d                               | u@h:5432/d             | p/w#1   | prefer      | -
        postgres://u:a:b@h/d                                 | u@h:5432/d             | a:b     | prefer      | -
        postgres://u:pw@[::1]:5433/d                         | u@[::1]:5433/d         | pw      | prefer      | -
        postgres://u:pw@[2001:db8::2]/d                      | u@[2001:db8::2]:5432/d | pw      | prefer      | -
        postgres://u:pw@h1,h2:6000/d?target_session_attrs=read-write | u@h1:5432,h2:6000/d | pw | prefer      | -
        postgres://postgres.abcd:pw@aws-0-eu.pooler.supabase.com:6543/postgres | postgres.abcd@aws-0-eu.pooler.supabase.com:6543/postgres | pw | prefer | -
        postgres://u:pw@ep-x.neon.tech/d?sslmode=require&channel_binding=require | u@ep-x.neon.tech:5432/d | pw | require | -
        postgres://u:pw@h/d?schema=public&pgbouncer=true&connection_limit=1 | u@h:5432/d | pw    | prefer      | connection_limit is of no use here
        postgres://u:pw@h/d?sslmode=verify-full&sslrootcert=/ca.pem | u@h:5432/d      | pw      | verify-full | -
        postgres://u:pw@h/d?sslmode=no-verify                | u@h:5432/d             | pw      | require     | -
        postgres://u:pw@h/d?sslaccept=strict                 | u@h:5432/d             | pw      | verify-full | sslaccept -> sslmode=verify-full
        postgres://u:pw@h/d?application_name=web&connect_timeout=5 | u@h:5432/d       | pw      | prefer      | application_name stays restamp, so that others see who it is
        postgres://u:pw@h/d?colour=red                       | u@h:5432/d             | pw      | prefer      | unknown parameter "colour" ignored
        postgresql:///d?host=h&port=99&user=u&password=pw    | u@h:99/d               | pw      | prefer      | -
        postgresql://u@h                                     | u@h:5432/u             |         | prefer      | -
        postgresql://u@/d                                    | u@localhost:5432/d     |         | prefer      | -
        postgres://u:pw@h/d%20b                              | u@h:5432/d b           | pw      | prefer      | -
        """)
    void reads_every_form_that_users_have(String url, String display, String password, String tls, String notes) {
        var read = DatabaseUrl.parse(url, NOTHING);

        assertThat(read.display()).isEqualTo(display);
        assertThat(read.password().map(Secret::reveal)).isEqualTo(Optional.ofNullable(password));
        assertThat(read.tls().word()).isEqualTo(tls);
        assertThat(read.notes().isEmpty() ? "-" : String.join("; ", read.notes()))
                .isEqualTo(notes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        postgres://u:se@cret@h/d                | the URL has two "@"
        postgres://u:se@cret/word#1@h/d         | the URL has two "@"
        postgres://u:a@b@c@h/d                  | the URL has 3 "@"
        postgres://u:secret?x@h/d               | can be read in two ways
        postgres://u:1234/secret@h/d            | can be read in two ways
        postgres://h/d@x                        | can be read in two ways
        postgres://u:secret@h:port/d            | not a number from 1 to 65535
        postgres://u:secret@h:70000/d           | not a number from 1 to 65535
        mysql://u:secret@h/d                    | not the URL of a PostgreSQL database
        secret                                  | not the URL of a PostgreSQL database
        postgres://u:secret@h/d?sslmode=maybe   | unknown sslmode
        postgres://u:secret@h/d?sslcrl=/x       | cannot do
        postgres://u:secret@h/d?service=x       | cannot do
        postgres://u:secret@/d?host=/var/run/postgresql | Unix sockets are not supported
        postgres://u:secret@%2Fvar%2Frun/d      | Unix sockets are not supported
        """)
    void refuses_what_it_cannot_do_and_never_shows_the_password(String url, String what) {
        var problem = catchThrowableOfType(Problem.class, () -> DatabaseUrl.parse(url, NOTHING));

        assertThat(problem.exit()).isEqualTo(Exit.USAGE);
        assertThat(problem.what()).contains(what).doesNotContain("secret", "cret");
        assertThat(problem.hint()).doesNotContain("secret", "cret");
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

    private static Path passfile(Path home, String mode, String text) throws IOException {
        var file = Files.writeString(home.resolve(".pgpass"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
