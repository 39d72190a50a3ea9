package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.command.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LaunchTest {
    private static final String URL = "postgresql://jo@db1/shop";

    @Test
    void nothing_is_interactive_on_what_the_environment_names() {
        var launch = parse();
        assertThat(launch.hasCommands()).isFalse();
        assertThat(launch.target()).isEmpty();
        assertThat(launch.given()).isEmpty();
        assertThat(launch.table()).isEqualTo(TableChoice.NONE);
        assertThat(launch.width()).isEmpty();
        assertThat(launch.stdin()).isFalse();
    }

    @Test
    void a_url_is_the_target() {
        var launch = parse(URL);
        assertThat(launch.target()).contains(URL);
        assertThat(launch.hasCommands()).isFalse();
    }

    @Test
    void the_first_other_word_begins_a_command_and_everything_behind_it_is_the_commands() {
        var launch = parse(URL, "--json", "stamp", "head", "--json", "-c", "x", URL, "-");
        assertThat(launch.target()).contains(URL);
        assertThat(launch.words()).containsExactly("stamp", "head", "--json", "-c", "x", URL, "-");
        assertThat(launch.values(LaunchOption.COMMAND)).isEmpty();
        assertThat(launch.stdin()).isFalse();
        assertThat(launch.hasCommands()).isTrue();
    }

    @Test
    void what_is_about_the_program_may_stand_behind_the_command_too() {
        var launch = parse("status", "--project", "shop", "--width=80", "--ascii", "--json");
        assertThat(launch.words()).containsExactly("status", "--json");
        assertThat(launch.value(LaunchOption.PROJECT)).contains("shop");
        assertThat(launch.width()).hasValue(80);
        assertThat(launch.has(LaunchOption.ASCII)).isTrue();
    }

    @Test
    void what_is_about_the_project_may_stand_behind_the_command_too() {
        var launch = parse("heads", "--project", "a.ini", "--name", "billing", "--version-table=v", "--schema", "s");
        assertThat(launch.words()).containsExactly("heads");
        assertThat(launch.value(LaunchOption.PROJECT)).contains("a.ini");
        assertThat(launch.value(LaunchOption.SECTION)).contains("billing");
        assertThat(launch.table()).isEqualTo(new TableChoice(Optional.of("s"), Optional.of("v")));
    }

    @Test
    void a_command_keeps_the_options_that_are_its_own() {
        assertThat(parse("project", "a.ini", "--name", "billing").words())
                .containsExactly("project", "a.ini", "--name", "billing");
        assertThat(parse("connect", URL, "--schema", "s", "--version-table", "v")
                        .words())
                .containsExactly("connect", URL, "--schema", "s", "--version-table", "v");
    }

    @Test
    void no_other_command_has_an_option_that_is_the_programs() {
        for (var command : TestShell.commands()) {
            var usage = command.usage();
            assertThat(usage.options().stream().map(Usage.Option::name).filter(LaunchTest::isAnywhere))
                    .as(usage.name())
                    .containsExactlyInAnyOrderElementsOf(Launch.OWN.getOrDefault(usage.name(), List.of()));
        }
    }

    @Test
    void lines_run_in_the_order_they_were_given() {
        var launch = parse("-c", "use stage", URL, "-c", "current");
        assertThat(launch.values(LaunchOption.COMMAND)).containsExactly("use stage", "current");
        assertThat(launch.target()).contains(URL);
        assertThat(launch.hasCommands()).isTrue();
    }

    @Test
    void a_dash_reads_commands_from_standard_input() {
        assertThat(parse("-").stdin()).isTrue();
        assertThat(parse("-").hasCommands()).isTrue();
    }

    @Test
    void options_may_stand_before_and_behind_the_target() {
        var launch = parse("--no-color", URL, "--ascii", "--no-input", "--version", "--help");
        assertThat(launch.has(LaunchOption.NO_COLOR)).isTrue();
        assertThat(launch.has(LaunchOption.ASCII)).isTrue();
        assertThat(launch.has(LaunchOption.NO_INPUT)).isTrue();
        assertThat(launch.has(LaunchOption.VERSION)).isTrue();
        assertThat(launch.has(LaunchOption.HELP)).isTrue();
        assertThat(parse("-h").has(LaunchOption.HELP)).isTrue();
    }

    @Test
    void a_value_follows_its_option_or_an_equals_sign() {
        assertThat(parse("--project", "a b").value(LaunchOption.PROJECT)).contains("a b");
        assertThat(parse("--project=a=b").value(LaunchOption.PROJECT)).contains("a=b");
        assertThat(parse("--width", "80").width()).hasValue(80);
        assertThat(parse("--width=80").width()).hasValue(80);
        assertThat(parse("-c", "--odd").values(LaunchOption.COMMAND)).containsExactly("--odd");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
                    --jsno => unknown option --jsno. Did you mean: --json
                    --no-colour => unknown option --no-colour. Did you mean: --no-color
                    -x => unknown option -x
                    --url=postgresql://jo:hunter2@db1/shop => unknown option --url
                    --json=yes => --json takes no value
                    --project => --project needs a value
                    -c => -c needs a value
                    --width wide => --width needs a number, not "wide"
                    --width=0 => --width needs a number, not "0"
                    --width=-80 => --width needs a number, not "-80"
                    -c status current => commands are given in more than one way
                    - current => commands are given in more than one way
                    - -c status => commands are given in more than one way
                    postgresql://a/x postgresql://b/y => two URLs are given
                    """)
    void what_cannot_be_meant_is_wrong_usage(String line, String what) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> parse(line.split(" ")))
                .satisfies(problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.USAGE);
                    assertThat(problem.what()).isEqualTo(what);
                    assertThat(problem.hint()).isNotEmpty().doesNotContain("hunter2");
                });
    }

    @ParameterizedTest
    @EnumSource
    void every_option_is_taken_and_on_the_page(LaunchOption option) {
        for (var name : option.names()) {
            var launch = option.isFlag() ? parse(name) : parse(name, "80");
            assertThat(launch.values(option)).containsExactly(option.isFlag() ? "" : "80");
        }
        assertThat(Launch.usage()).contains(option.dashed(), option.help());
    }

    @Test
    void a_first_word_that_names_a_profile_is_the_target_and_the_rest_is_read_on() {
        var launch =
                parse("--ascii", "prod", "--json", "status", "--width", "80").withTarget();
        assertThat(launch.target()).contains("prod");
        assertThat(launch.words()).containsExactly("status");
        assertThat(launch.given()).containsOnlyKeys(LaunchOption.ASCII, LaunchOption.JSON, LaunchOption.WIDTH);
    }

    @Test
    void the_keywords_of_libpq_are_a_target() {
        assertThat(parse("service=stage", "status").target()).contains("service=stage");
        assertThat(parse("host=db1 dbname=shop").target()).contains("host=db1 dbname=shop");
    }

    private static boolean isAnywhere(String dashed) {
        return LaunchOption.of(dashed).filter(LaunchOption::isAnywhere).isPresent();
    }

    private static Launch parse(String... argv) {
        return Launch.parse(List.of(argv));
    }
}
