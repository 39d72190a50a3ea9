package dev.restamp.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in these tests: {@code stamp REV… [--plan] [--expect REV] [-n NUMBER]}, one or two revisions. */
class ArgumentsTest {
    private static final Usage STAMP = Usage.of("stamp", Group.REPAIR, "Write the row")
            .operands("REV…", Operand.REVISION, 1, 2)
            .flag("--plan", "only the plan")
            .option("--expect", "REV", Operand.REVISION, "refuse unless the row is this")
            .option("-n", "NUMBER", Operand.TEXT, "how many")
            .build();

    @Test
    void words_are_operands_in_order() {
        var arguments = parse("a1b2 c3d4");
        assertThat(arguments.operands()).containsExactly("a1b2", "c3d4");
        assertThat(arguments.operand(1)).contains("c3d4");
        assertThat(arguments.operand(2)).isEmpty();
    }

    @Test
    void a_flag_is_there_or_not() {
        assertThat(parse("--plan head").has("--plan")).isTrue();
        assertThat(parse("head").has("--plan")).isFalse();
    }

    @Test
    void every_command_knows_json_and_help() {
        assertThat(parse("head --json").has("--json")).isTrue();
        assertThat(parse("--help").has("--help")).as("help needs no operand").isTrue();
    }

    @Test
    void a_value_follows_or_stands_behind_an_equals_sign() {
        assertThat(parse("head --expect a1b2").value("--expect")).contains("a1b2");
        assertThat(parse("head --expect=a=b").value("--expect")).contains("a=b");
        assertThat(parse("head --expect=").value("--expect")).contains("");
        assertThat(parse("head").value("--expect")).isEmpty();
        assertThat(parse("head -n 3").value("-n")).contains("3");
    }

    @Test
    void values_add_up_and_may_be_joined_by_commas() {
        assertThat(parse("head --expect a,b --expect c,").values("--expect")).containsExactly("a", "b", "c");
        assertThat(parse("head --expect a --expect b").value("--expect")).contains("b");
        assertThat(parse("head").values("--expect")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-12", "+2", "-", "head-1", "a1b2:c3d4"})
    void a_relative_revision_is_no_option(String revision) {
        assertThat(parse(revision).operands()).containsExactly(revision);
    }

    @Test
    void a_relative_revision_may_be_a_value() {
        assertThat(parse("head --expect -1").value("--expect")).contains("-1");
    }

    @Test
    void behind_two_dashes_everything_is_an_operand() {
        assertThat(parse("-- --plan --").operands()).containsExactly("--plan", "--");
        assertThat(parse("-- --plan").has("--plan")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
                    head --paln => stamp has no option --paln. Did you mean: --plan
                    head --expct=a => stamp has no option --expct. Did you mean: --expect
                    head --force => stamp has no option --force
                    head -x => stamp has no option -x
                    head --plan=yes => --plan takes no value
                    head --expect => --expect needs a value: --expect REV
                    head --expect --plan => --expect needs a value: --expect REV
                    --plan => stamp needs REV…
                    a b c d => "c" is one word too many
                    """)
    void what_does_not_fit_is_wrong_usage_and_says_where_to_look(String line, String what) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> parse(line)).satisfies(problem -> {
            assertThat(problem.exit()).isEqualTo(Exit.USAGE);
            assertThat(problem.what()).isEqualTo(what);
            assertThat(problem.hint()).isEqualTo("help stamp");
        });
    }

    private static Arguments parse(String words) {
        return Arguments.parse(STAMP, List.of(words.split(" ")));
    }
}
