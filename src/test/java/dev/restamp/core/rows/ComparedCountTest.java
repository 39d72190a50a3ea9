package dev.restamp.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.rows.ComparedCount.Verdict;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ComparedCountTest {
    @Test
    void every_table_of_either_side_in_the_order_of_names() {
        assertThat(words(List.of(count("b", 2), count("a", 1)), List.of(count("c", 3), count("a", 1))))
                .containsExactly("a EQUAL", "b ONLY_LEFT", "c ONLY_RIGHT");
    }

    @Test
    void a_table_that_one_side_looked_for_in_vain_is_on_the_other_side_only() {
        assertThat(words(List.of(missing("a"), count("b", 0)), List.of(count("a", 0), missing("b"))))
                .containsExactly("a ONLY_RIGHT", "b ONLY_LEFT");
    }

    @Test
    void a_table_that_neither_side_has_is_never_equal() {
        var compared = ComparedCount.of(List.of(missing("a")), List.of(missing("a")));
        assertThat(compared).hasSize(1);
        assertThat(compared.getFirst().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(compared.getFirst().why()).isEqualTo("there is no such table");
    }

    @Test
    void a_side_that_could_not_be_counted_gives_no_verdict_but_its_reason() {
        var denied = new RowCount(table("a"), OptionalLong.empty(), OptionalLong.of(7), "this role may not read it");
        var onTheLeft =
                ComparedCount.of(List.of(denied), List.of(count("a", 7))).getFirst();
        var onTheRight =
                ComparedCount.of(List.of(count("a", 7)), List.of(denied)).getFirst();
        assertThat(onTheLeft.verdict(1_000)).isEqualTo(Verdict.UNKNOWN);
        assertThat(onTheRight.verdict(1_000)).isEqualTo(Verdict.UNKNOWN);
        assertThat(onTheLeft.surplus()).isEmpty();
        assertThat(List.of(onTheLeft.why(), onTheRight.why())).containsOnly("this role may not read it");
    }

    @Test
    void up_to_the_tolerance_numbers_count_as_equal_in_either_direction() {
        var more = ComparedCount.of(List.of(count("a", 103)), List.of(count("a", 100)))
                .getFirst();
        var fewer = ComparedCount.of(List.of(count("a", 100)), List.of(count("a", 103)))
                .getFirst();
        assertThat(more.surplus()).hasValue(3);
        assertThat(fewer.surplus()).hasValue(-3);
        for (var one : List.of(more, fewer)) {
            assertThat(one.verdict()).isEqualTo(Verdict.DIFFERENT);
            assertThat(one.verdict(2)).isEqualTo(Verdict.DIFFERENT);
            assertThat(one.verdict(3)).isEqualTo(Verdict.EQUAL);
        }
    }

    @Test
    void no_tolerance_makes_up_for_a_table_that_is_not_there() {
        assertThat(ComparedCount.of(List.of(count("a", 0)), List.of())
                        .getFirst()
                        .verdict(Long.MAX_VALUE))
                .isEqualTo(Verdict.ONLY_LEFT);
    }

    private static List<String> words(List<RowCount> left, List<RowCount> right) {
        return ComparedCount.of(left, right).stream()
                .map(one -> one.table().name() + " " + one.verdict())
                .toList();
    }

    private static RowCount count(String name, long rows) {
        return new RowCount(table(name), OptionalLong.of(rows), OptionalLong.empty(), "");
    }

    private static RowCount missing(String name) {
        return RowCount.missing(table(name));
    }

    private static ObjectKey table(String name) {
        return ObjectKey.of(Kind.TABLE, "public", name);
    }
}
