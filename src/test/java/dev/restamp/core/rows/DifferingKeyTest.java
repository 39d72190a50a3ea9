package dev.restamp.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.rows.DifferingKey.Hashed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows in these tests are a hash and the columns of their key. */
class DifferingKeyTest {
    @Test
    void equal_rows_in_another_order_do_not_differ() {
        assertThat(DifferingKey.among(List.of(row(1, "a"), row(2, "b")), List.of(row(2, "b"), row(1, "a"))))
                .isEmpty();
        assertThat(DifferingKey.among(List.of(), List.of())).isEmpty();
    }

    @Test
    void what_was_added_changed_and_is_missing() {
        assertThat(DifferingKey.among(
                        List.of(row(1, "added"), row(2, "changed"), row(3, "same")),
                        List.of(row(4, "changed"), row(5, "missing"), row(3, "same"))))
                .containsExactly(
                        key(List.of("added"), List.of(1L), List.of()),
                        key(List.of("changed"), List.of(2L), List.of(4L)),
                        key(List.of("missing"), List.of(), List.of(5L)));
    }

    @Test
    void duplicates_count_as_often_as_they_are_there() {
        assertThat(DifferingKey.among(List.of(row(1, "a"), row(1, "a")), List.of(row(1, "a"))))
                .containsExactly(key(List.of("a"), List.of(1L, 1L), List.of(1L)));
        assertThat(DifferingKey.among(List.of(row(1, "a"), row(2, "a")), List.of(row(2, "a"), row(1, "a"))))
                .isEmpty();
        assertThat(DifferingKey.among(List.of(row(1, "a"), row(1, "a")), List.of(row(2, "a"), row(2, "a"))))
                .hasSize(1);
    }

    @Test
    void parts_of_a_key_never_run_into_each_other() {
        assertThat(DifferingKey.among(List.of(row(1, "a", "bc")), List.of(row(1, "ab", "c"))))
                .hasSize(2);
    }

    @Test
    void numbers_are_in_the_order_of_their_size_and_the_rest_in_that_of_its_characters() {
        var rows = Stream.of("10", "9", "-3", "b", "B", "", "\\N", "9223372036854775807", "1.5")
                .map(key -> row(1, key))
                .toList();
        assertThat(DifferingKey.among(rows, List.of()))
                .extracting(one -> one.key().getFirst())
                .containsSubsequence("-3", "9", "10")
                .containsSubsequence("", "B", "\\N", "b")
                .hasSize(9);
    }

    /** An order that contradicts itself would lose keys. */
    @Test
    void whatever_keys_look_like_none_is_lost() {
        var texts = Stream.of(
                        "1", "01", "001", "-1", "-01", "0", "-0", "1e3", "a1", "10", "1 ", "٣", "999999999999999999")
                .toList();
        var rows = texts.stream()
                .flatMap(one -> texts.stream().map(other -> row(7, one, other)))
                .toList();
        assertThat(DifferingKey.among(rows, List.of()))
                .extracting(DifferingKey::key)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(Hashed::key).toList());
        assertThat(DifferingKey.among(rows, rows)).isEmpty();
    }

    private static Hashed row(long hash, String... key) {
        return new Hashed(List.of(key), hash);
    }

    private static DifferingKey key(List<String> key, List<Long> left, List<Long> right) {
        return new DifferingKey(key, left, right);
    }
}
