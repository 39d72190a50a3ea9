package dev.restamp.shell.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.DatabaseUrl;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.TableChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    /** A file as somebody has written it, with more in it than restamp knows. */
    private static final String WRITTEN = """
            # ours
            theme = "dark"

            [profile.stage]          # the small one
            service = "stage"
            label = "stage"
            colour = "yellow"

            [profile.stage.env]
            MIGRATION_MODE = "1"

            [other]
            x = 1
            """;

    @TempDir
    private Path folder;

    @Test
    void what_is_added_is_read_again_and_the_rest_of_the_file_stays() throws IOException {
        var profiles = written(WRITTEN);
        var prod = new Profile(
                "prod",
                "postgresql://app@db1/shop?options=-c%20role%3D\"x\\y\"",
                Optional.of(Environment.PROD),
                Optional.of("owner"),
                Optional.of("/ca.pem"),
                new TableChoice(Optional.of("meta"), Optional.of("versions")),
                Optional.of(Duration.ofMinutes(2)),
                Profile.URL_VARIABLE,
                Map.of());

        profiles.add(prod);

        assertThat(profiles.get("prod")).isEqualTo(prod);
        assertThat(Files.readString(file())).startsWith(WRITTEN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        profiles.remove("prod");
        assertThat(Files.readString(file())).isEqualTo(WRITTEN);
    }

    @Test
    void a_file_that_is_not_there_is_made_for_its_owner_alone() throws IOException {
        var profiles = new Profiles(folder.resolve("new/config.toml"), true);
        assertThat(profiles.all()).isEmpty();

        profiles.add(plain("local", "postgresql://localhost/shop"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profiles.file())))
                .isEqualTo("rw-------");
        assertThat(profiles.all()).containsExactly(plain("local", "postgresql://localhost/shop"));
    }

    @Test
    void a_profile_says_what_kind_of_database_it_is_and_what_upgrade_is_told() throws IOException {
        var stage = written(WRITTEN).get("stage");

        assertThat(stage.target()).isEqualTo("service=stage");
        assertThat(stage.label()).contains(Environment.STAGE);
        assertThat(stage.env()).isEqualTo(Map.of("MIGRATION_MODE", "1"));
        assertThat(stage.urlVariable()).isEqualTo("DATABASE_URL");
    }

    @Test
    void a_profile_is_removed_with_its_own_tables_and_nothing_else() throws IOException {
        var profiles = written(WRITTEN);

        profiles.remove("stage");

        assertThat(Files.readString(file())).isEqualTo("# ours\ntheme = \"dark\"\n\n[other]\nx = 1\n");
    }

    @Test
    void what_is_written_in_another_way_is_left_to_its_writer() throws IOException {
        var profiles = written("profile.a = {url = \"postgresql://h/d\"}\n");

        assertThat(profiles.get("a").target()).isEqualTo("postgresql://h/d");
        assertThatThrownBy(() -> profiles.remove("a")).hasMessageContaining("cannot be cut out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url = \"postgresql://u:canary@h/d\"",
                "# url = \"postgresql://u:canary@h/d\"",
                "url = \"postgresql://h/d?user=u&password=canary\"",
                "url = \"host=h password=canary\"",
                "password = \"canary\"",
                "PGPASSWORD = \"canary\""
            })
    void a_file_that_holds_a_password_is_refused_and_the_line_is_named(String line) throws IOException {
        var profiles = written("[profile.a]\n" + line + "\n");

        var problem = catchThrowableOfType(Problem.class, profiles::all);

        assertThat(problem.exit()).isEqualTo(Exit.USAGE);
        assertThat(problem.code()).isEqualTo("CN221");
        assertThat(problem.what()).isEqualTo(file() + " line 2 holds a password, and is not the place for one");
        assertThat(problem.hint()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[profile.a]",
                "[profile.a]\nurl = 1",
                "[profile.a]\nurl = \"x\"\nservice = \"x\"",
                "[profile.a]\nurl = \"x\"\nlabel = \"best\"",
                "[profile.a]\nurl = \"x\"\ntimeout = \"15\"",
                "[profile.a]\nurl = \"x\"\nenv = \"x\"",
                "[profile.a",
                "profile.a = 1"
            })
    void what_is_wrong_with_a_file_is_said(String text) throws IOException {
        var profiles = written(text + "\n");

        assertThat(catchThrowableOfType(Problem.class, profiles::all).exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_name_that_is_not_there_is_asked_back_and_one_that_is_cannot_be_added_again() throws IOException {
        var profiles = written(WRITTEN);

        assertThatThrownBy(() -> profiles.get("stag")).hasMessage("no profile is called \"stag\". Did you mean: stage");
        assertThatThrownBy(() -> profiles.add(plain("stage", "postgresql://h/d")))
                .hasMessage("there is a profile \"stage\" already");
    }

    @Test
    void a_file_that_may_not_be_read_has_no_profiles() throws IOException {
        written(WRITTEN);
        var unread = new Profiles(file(), false);

        assertThat(unread.all()).isEmpty();
        assertThatThrownBy(() -> unread.get("stage")).hasMessageContaining("--no-config");
    }

    @Test
    void a_label_is_known_of_a_host_and_database_however_they_are_reached() throws IOException {
        var profiles = written("[profile.p]\nurl = \"postgresql://app@db1/shop\"\nlabel = \"dev\"\n");

        assertThat(profiles.label(DatabaseUrl.parse("postgresql://jo@db1:5432/shop", Map.of()), Map.of()))
                .contains(Environment.DEV);
        assertThat(profiles.label(DatabaseUrl.parse("postgresql://jo@db1/other", Map.of()), Map.of()))
                .isEmpty();
    }

    private Path file() {
        return folder.resolve("config.toml");
    }

    private Profiles written(String text) throws IOException {
        Files.writeString(file(), text);
        return new Profiles(file(), true);
    }

    private static Profile plain(String name, String target) {
        return new Profile(
                name,
                target,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TableChoice.NONE,
                Optional.empty(),
                Profile.URL_VARIABLE,
                Map.of());
    }
}
