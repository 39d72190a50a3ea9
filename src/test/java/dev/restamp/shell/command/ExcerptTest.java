package dev.restamp.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Both;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of the two parts the left one is before {@code |}. */
class ExcerptTest {
    @Test
    void short_values_are_whole() {
        assertThat(of("new", "shipped")).isEqualTo("new|shipped");
    }

    @Test
    void null_nothing_and_the_word_are_three_things() {
        assertThat(of(Optional.empty(), Optional.of(""))).isEqualTo("NULL|''");
        assertThat(of(Optional.of("NULL"), Optional.empty())).isEqualTo("'NULL'|NULL");
        assertThat(of("", "x")).isEqualTo("''|x");
    }

    @Test
    void of_long_values_the_part_that_differs() {
        var start = "0123456789".repeat(10);
        assertThat(of(start + "abc", start + "abd")).isEqualTo("…456789abc|…456789abd");
        assertThat(of(start + "a" + start, start + "b" + start))
                .isEqualTo("…23456789a01234567890123456789012…|…23456789b01234567890123456789012…");
    }

    @Test
    void where_one_is_much_shorter_its_end_is_shown() {
        assertThat(of("x".repeat(100), "x")).isEqualTo("x".repeat(32) + "…|x");
        assertThat(of("x".repeat(100) + "y", "x".repeat(100))).isEqualTo("…xxxxxxxxy|…xxxxxxxx");
    }

    @Test
    void blanks_tabs_and_ends_of_lines_can_be_seen() {
        assertThat(of("a  b", "a b")).isEqualTo("a  b|a b");
        assertThat(of("a ", "a")).isEqualTo("a␣|a");
        assertThat(of("  a", "\ta")).isEqualTo("␣␣a|⇥a");
        assertThat(of("a\r\nb", "a\nb")).isEqualTo("a␍⏎b|a⏎b");
        assertThat(of(" ", "")).isEqualTo("␣|''");
    }

    @Test
    void what_differs_behind_what_was_read_is_said_to() {
        assertThat(of("x".repeat(200), "x".repeat(200))).isEqualTo("…xxxxxxxx … further back|…xxxxxxxx … further back");
    }

    @Test
    void no_character_is_cut_in_two() {
        var faces = "😀".repeat(40);
        for (var shift = 0; shift < 3; shift++) {
            var shown = of("y".repeat(shift) + faces + "a", "y".repeat(shift) + faces + "b");
            assertThat(shown.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
            assertThat(Excerpt.of("y".repeat(shift) + faces).codePoints())
                    .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        }
    }

    @Test
    void what_a_terminal_obeys_is_left_to_the_format_that_draws_it() {
        assertThat(of("a\u001b[2J", "a")).isEqualTo("a\u001b[2J|a");
    }

    @Test
    void a_key_is_whole_unless_it_is_very_long() {
        assertThat(Excerpt.ofKey("k".repeat(64))).isEqualTo("k".repeat(64));
        assertThat(Excerpt.ofKey("k".repeat(65))).isEqualTo("k".repeat(32) + "…");
    }

    private static String of(String left, String right) {
        return of(Optional.of(left), Optional.of(right));
    }

    private static String of(Optional<String> left, Optional<String> right) {
        var both = Excerpt.of(new Both<>(left, right));
        return both.left() + "|" + both.right();
    }
}
