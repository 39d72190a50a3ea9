package dev.restamp.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {
    @ParameterizedTest
    @FieldSource("dev.restamp.shell.render.Hostile#PAYLOADS")
    void nothing_that_a_terminal_obeys_is_left(String payload) {
        assertThat(Escape.text(payload).codePoints()).allMatch(point -> point >= 0x20 && point < 0x7F);
    }

    @Test
    void what_was_there_can_be_seen() {
        assertThat(Escape.text("a\u001b[2J")).isEqualTo("a\\x1B[2J");
        assertThat(Escape.text("\u009b\u007f\n\t")).isEqualTo("\\x9B\\x7F\\x0A\\x09");
        assertThat(Escape.text("\u202e\u2067\u2028\u061c\u200d")).isEqualTo("\\u202E\\u2067\\u2028\\u061C\\u200D");
        assertThat(Escape.text("\ud800x" + Character.toString(0xE0041))).isEqualTo("\\uD800x\\uE0041");
        assertThat(Escape.text("a\uFFFEb\uFFFF\uFFFD")).isEqualTo("a\\uFFFEb\\uFFFF\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status", "naïve – “quoted”", "日本語", "Ψ…✓●├─╮", "🐘", "a\\x1B", "é\u0301", "\u00a0"})
    void other_text_stays_as_it_is(String text) {
        assertThat(Escape.text(text)).isSameAs(text);
    }

    @Test
    void json_is_escaped_in_its_own_way() {
        assertThat(Escape.json("{\"a\":\"\u009b\u202e" + Character.toString(0xE0041) + "é\"}"))
                .isEqualTo("{\"a\":\"\\u009B\\u202E\\uDB40\\uDC41é\"}");
    }
}
