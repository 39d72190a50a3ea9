package dev.restamp.shell.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.OutputFormat.Envelope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class JsonFormatTest {
    @Test
    void the_envelope_comes_first_then_the_members_as_they_were_added_then_what_is_next() {
        var report = Report.builder()
                .json("zebra", 1)
                .json("apple", true)
                .json(Json.object("mango", null, "fig", 7_000_000_000L))
                .next(Next.reads("diagnose", "why"), Next.writes("stamp head", "because"))
                .build(Exit.FINDING);
        assertThat(print(report)).isEqualTo("""
                        {"schema":"restamp.status/1","tool":"1.0.0","at":"2026-11-22T03:12:44Z","exit":1,\
                        "zebra":1,"apple":true,"mango":null,"fig":7000000000,\
                        "next":[{"command":"diagnose"},{"command":"stamp head","writes":true}]}
                        """);
    }

    @Test
    void lists_and_objects_nest() {
        var report = Report.builder()
                .json("rows", List.of(Json.object("ids", List.of("a", "b"), "note", null), List.of()))
                .build(Exit.OK);
        assertThat(print(report)).contains("\"rows\":[{\"ids\":[\"a\",\"b\"],\"note\":null},[]],");
    }

    @Test
    void a_member_added_again_is_replaced_not_repeated() {
        var report = Report.builder().json("a", 1).json("b", 2).json("a", 3).build(Exit.OK);
        assertThat(print(report)).contains("\"a\":3,\"b\":2").doesNotContain("\"a\":1");
    }

    @ParameterizedTest
    @FieldSource("dev.restamp.shell.render.Hostile#PAYLOADS")
    void a_value_keeps_every_character_and_the_document_holds_none_that_a_terminal_obeys(String payload) {
        var printed = print(Report.builder().json(payload, payload).build(Exit.OK));
        assertThat(new JsonMapper().readTree(printed).path(payload).asString()).isEqualTo(payload);
        assertThat(printed).endsWith("}\n");
        assertThat(printed.substring(0, printed.length() - 1).codePoints())
                .allMatch(point -> point >= 0x20 && point < 0x7F);
    }

    @Test
    void letters_of_all_languages_are_not_escaped() {
        assertThat(print(Report.builder().json("a", "日本é🐘").build(Exit.OK))).contains("\"a\":\"日本é🐘\"");
    }

    @Test
    void what_has_no_place_in_json_is_refused() {
        var report = Report.builder().json("a", new Object()).build(Exit.OK);
        assertThatIllegalArgumentException().isThrownBy(() -> print(report));
    }

    private static String print(Report report) {
        return OutputFormats.JSON.print(
                report, new Envelope("status", "1.0.0", "2026-11-22T03:12:44Z"), new Canvas(80, true, false));
    }
}
