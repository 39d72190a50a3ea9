package dev.restamp.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private final Variables variables = new Variables(Map.of("name", "shop"));

    ExpressionTest() {
        variables.set("rows", Value.of(List.of("a", "b")));
        variables.set("count", Value.of(3));
        variables.set("nothing", Value.NULL);
        variables.set("answer", Value.of(Map.of("exit", 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name == \"shop\"",
                "name == 'shop'",
                "${name} == 'shop'",
                "\"the ${name}\" == 'the shop'",
                "'${name}' == \"\\${name}\"",
                "rows == [\"a\", 'b']",
                "rows==['a','b']",
                "rows != ['b', 'a']",
                "rows contains 'a' and not rows contains 'c'",
                "name contains 'ho'",
                "answer contains 'exit'",
                "count == 3.0 and count < 3.5 and count >= 3 and count > -1 and count <= 3",
                "name < 'zzz'",
                "nothing == null",
                "[] == []",
                "[null, true, [1]] == [null, true, [1.0]]",
                "false or true and true",
                "(true or true) and true",
                "not false and not (true and false)",
                "not not true"
            })
    void holds(String expression) {
        assertThat(Scripts.value(expression, variables)).isEqualTo(Value.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not true or false", "true and false or false", "rows contains 'ab'", "1 == '1'", "null == false"
            })
    void does_not_hold(String expression) {
        assertThat(Scripts.value(expression, variables)).isEqualTo(Value.of(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a ==          | 5 | here something is missing",
                "name = 'shop' | 6 | = compares nothing",
                "(true         | 1 | this bracket is not closed",
                "[1, 2         | 1 | this bracket is not closed",
                "name == \"sh  | 9 | this quote is not closed",
                "unknown == 1  | 1 | unknown has no value here",
                "count and true| 1 | this is a number, not true or false",
                "1 < 'a'       | 3 | a number and a text cannot be compared with <",
                "count contains 1 | 7 | a number and a number cannot be compared with contains",
                "${na me} == 1 | 1 | this is no variable",
                "== 1          | 1 | this cannot be compared",
                "1.2.3 == 1    | 1 | this cannot be compared"
            })
    void says_what_is_wrong_and_where(String expression, int column, String what) {
        assertThatThrownBy(() -> Scripts.value(expression, variables))
                .isInstanceOf(MistakeException.class)
                .hasMessage("x.restamp:1:" + column + ": " + what);
    }

    @Test
    void brackets_without_end_are_refused_before_the_stack_is_full() {
        assertThatThrownBy(() -> Scripts.value("(".repeat(3000), variables)).isInstanceOf(MistakeException.class);
        assertThatThrownBy(() -> Scripts.value("[".repeat(3000), variables)).isInstanceOf(MistakeException.class);
        assertThatThrownBy(() -> Scripts.value("not ".repeat(900), variables)).isInstanceOf(MistakeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$                 | {\"schema\":{\"fits\":[\"a\",\"b\"],\"odd name\":1}}",
                "$.schema.fits     | [\"a\",\"b\"]",
                "$.schema.fits[0]  | \"a\"",
                "$.schema.fits[-1] | \"b\"",
                "$.schema.fits[7]  | null",
                "$.schema[\"odd name\"] | 1",
                "$.nowhere.at.all  | null"
            })
    void a_path_leads_to_a_value(String path, String value) {
        var document = Value.of(dev.restamp.shell.render.Json.object(
                "schema", dev.restamp.shell.render.Json.object("fits", List.of("a", "b"), "odd name", 1)));
        var line = new SourceLine("x.restamp", 1, path);
        assertThat(JsonPath.parse(line, 0).in(document)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({"schema,1", "$.,2", "$..a,2", "$.a[x],4", "$.a b,5"})
    void a_path_that_cannot_be_read_says_where(String path, int column) {
        assertThatThrownBy(() -> JsonPath.parse(new SourceLine("x.restamp", 1, path), 0))
                .isInstanceOf(MistakeException.class)
                .hasMessageStartingWith("x.restamp:1:" + column + ": ");
    }
}
