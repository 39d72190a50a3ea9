package dev.restamp.shell.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.shell.verify.LocatedJson.JsonList;
import dev.restamp.shell.verify.LocatedJson.JsonNull;
import dev.restamp.shell.verify.LocatedJson.JsonNumber;
import dev.restamp.shell.verify.LocatedJson.JsonObject;
import dev.restamp.shell.verify.LocatedJson.JsonText;
import dev.restamp.shell.verify.LocatedJson.JsonTruth;
import dev.restamp.shell.verify.LocatedJson.Member;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatedJsonParserTest {
    @Test
    void everything_knows_its_line() {
        assertThat(LocatedJsonParser.parse("""
                        {"b":
                           [1.50, "x",
                            true],
                         "a": null
                        }
                        """, new Mistakes()))
                .contains(new JsonObject(
                        1,
                        new LinkedHashMap<>(Map.of(
                                "b",
                                new Member(
                                        1,
                                        new JsonList(
                                                2,
                                                List.of(
                                                        new JsonNumber(2, new BigDecimal("1.50")),
                                                        new JsonText(2, "x"),
                                                        new JsonTruth(3, true)))),
                                "a",
                                new Member(4, new JsonNull(4))))));
    }

    @Test
    void members_stay_in_their_order() {
        assertThat(LocatedJsonParser.parse("{\"z\": 1, \"a\": 2, \"m\": 3}", new Mistakes()))
                .get()
                .isInstanceOfSatisfying(
                        JsonObject.class,
                        object -> assertThat(object.members().sequencedKeySet()).containsExactly("z", "a", "m"));
    }

    @Test
    void of_members_that_are_there_twice_the_first_counts_and_each_more_is_a_mistake() {
        var mistakes = new Mistakes();
        assertThat(LocatedJsonParser.parse("{\"a\": 1,\n\"b\": 2,\n\"a\": 3,\n\"a\": 4}", mistakes))
                .get()
                .isInstanceOfSatisfying(
                        JsonObject.class,
                        object -> assertThat(object.member("a")).contains(new JsonNumber(1, BigDecimal.ONE)));
        told(mistakes, "line 3: \"a\" is there twice, first in line 1 · line 4: \"a\" is there twice, first in line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,}      | line 1, column 9",
                "{\"a\" 1}        | line 1, column 6",
                "{'a': 1}         | line 1, column 2",
                "{\"a\": 01}      | line 1, column 8",
                "{} }             | line 1, column 4",
                "{\"a\": yes}     | line 1, column 7",
                "// no            | line 1, column 1"
            })
    void what_is_no_json_is_told_with_line_and_column(String text, String place) {
        var mistakes = new Mistakes();
        assertThat(LocatedJsonParser.parse(text, mistakes)).isEmpty();
        assertThatThrownBy(() -> mistakes.refuse(Path.of("x.json")))
                .hasMessageStartingWith("x.json has 1 mistake: " + place + ": this is no JSON: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1", "{\"a\": \"b", "{\"a", "{\"a\"", "{\"a\":", "{", "[1, 2", "\"\\"})
    void what_is_cut_off_is_told_to_be(String text) {
        var mistakes = new Mistakes();
        assertThat(LocatedJsonParser.parse("\n" + text, mistakes)).isEmpty();
        told(mistakes, "line 2, column " + (text.length() + 1) + ": the file ends before its JSON does");
    }

    @Test
    void the_line_of_broken_json_is_where_it_breaks() {
        var mistakes = new Mistakes();
        LocatedJsonParser.parse("{\"a\": 1,\r\n \"a\": 2,\r\n \"b\" = 3}", mistakes);
        assertThatThrownBy(() -> mistakes.refuse(Path.of("x.json")))
                .hasMessageStartingWith("x.json has 2 mistakes: line 2: \"a\" is there twice, first in line 1"
                        + " · line 3, column 6: this is no JSON: Unexpected character ('=' (code 61))");
    }

    @Test
    void nothing_and_too_much_are_mistakes() {
        var nothing = new Mistakes();
        assertThat(LocatedJsonParser.parse(" \n\n", nothing)).isEmpty();
        told(nothing, "line 1: there is nothing in it");
        var second = new Mistakes();
        LocatedJsonParser.parse("{}\n{}", second);
        told(second, "line 2: here is more than one JSON document");
    }

    @Test
    void what_is_nested_too_deep_is_a_mistake_and_no_bug() {
        var mistakes = new Mistakes();
        assertThat(LocatedJsonParser.parse("[".repeat(100_000), mistakes)).isEmpty();
        assertThat(mistakes.isEmpty()).isFalse();
        var digits = new Mistakes();
        assertThat(LocatedJsonParser.parse("1".repeat(100_000), digits)).isEmpty();
        assertThat(digits.isEmpty()).isFalse();
    }

    private static void told(Mistakes mistakes, String text) {
        assertThatThrownBy(() -> mistakes.refuse(Path.of("x.json"))).hasMessageEndingWith(": " + text);
    }
}
