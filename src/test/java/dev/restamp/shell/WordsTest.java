package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @Test
    void blanks_and_tabs_separate_however_many() {
        assertThat(Words.split("  stamp \t head  ")).containsExactly("stamp", "head");
    }

    @Test
    void nothing_is_no_word() {
        assertThat(Words.split("")).isEmpty();
        assertThat(Words.split(" \t ")).isEmpty();
    }

    @Test
    void both_quotes_protect_blanks_and_the_other_quote() {
        assertThat(Words.split("a 'b \"c' \"d 'e\"")).containsExactly("a", "b \"c", "d 'e");
    }

    @Test
    void a_quote_may_stand_inside_a_word_and_be_empty() {
        assertThat(Words.split("--because='a b' ''")).containsExactly("--because=a b", "");
    }

    @Test
    void a_backslash_protects_a_blank_a_quote_and_itself() {
        assertThat(Words.split("a\\ b \\'c \\\\")).containsExactly("a b", "'c", "\\");
    }

    @Test
    void between_single_quotes_a_backslash_is_a_letter() {
        assertThat(Words.split("'a\\'")).containsExactly("a\\");
    }

    @Test
    void between_double_quotes_a_backslash_protects_a_double_quote_and_itself_only() {
        assertThat(Words.split("\"a\\\"b\\\\c\\d\"")).containsExactly("a\"b\\c\\d");
    }

    @Test
    void a_backslash_at_the_end_is_a_letter() {
        assertThat(Words.split("a\\")).containsExactly("a\\");
        assertThat(Words.split("\\")).containsExactly("\\");
    }

    @Test
    void nothing_is_expanded() {
        assertThat(Words.split("$HOME ~ * `id` a;b a|b !1"))
                .containsExactly("$HOME", "~", "*", "`id`", "a;b", "a|b", "!1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "a \"b", "\"a\\", "\"a\\\"", "'"})
    void an_unclosed_quote_is_wrong_usage(String line) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Words.split(line))
                .satisfies(problem -> {
                    assertThat(problem.exit()).isEqualTo(Exit.USAGE);
                    assertThat(problem.what()).isEqualTo("a quote is not closed in: " + line);
                    assertThat(problem.hint()).startsWith("close it with ");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1b2", "a b", "it's", "\"", "\\", "x --confirm shop", "' '", "a\tb", "日本", "a\\'b"})
    void what_is_quoted_is_read_as_that_one_word(String word) {
        assertThat(Words.split("stamp " + Words.quote(word))).containsExactly("stamp", word);
    }

    @Test
    void what_needs_no_quotes_gets_none() {
        assertThat(Words.quote("6f708192a3b4")).isEqualTo("6f708192a3b4");
    }
}
