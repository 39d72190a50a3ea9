package dev.restamp.core.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    @Test
    void checks_add_up_the_worst_kinds_first() {
        var note = of(LeftoverKind.EMPTY_UNLOGGED);
        var index = of(LeftoverKind.INVALID_INDEX);
        var both = Leftovers.of(List.of(note), List.of()).plus(Leftovers.of(List.of(index), List.of()));
        assertThat(both.found()).containsExactly(index, note);
        assertThat(both.findings()).containsExactly(index);
        assertThat(both.checks()).isEqualTo(2);
    }

    @Test
    void one_table_without_statistics_is_itself() {
        assertThat(NeverAnalysed.together(tables(1))).isEqualTo(tables(1));
    }

    @Test
    void many_tables_without_statistics_are_one_with_the_largest_named() {
        assertThat(NeverAnalysed.together(tables(7)))
                .containsExactly(new Leftover(
                        LeftoverKind.NEVER_ANALYSED,
                        "7 tables",
                        "the largest: t1 (9 rows), t2 (9 rows), t3 (9 rows), t4 (9 rows), t5 (9 rows)",
                        List.of("ANALYZE;")));
    }

    private static List<Leftover> tables(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i ->
                        new Leftover(LeftoverKind.NEVER_ANALYSED, "t" + i, "9 rows", List.of("ANALYZE t" + i + ";")))
                .toList();
    }

    private static Leftover of(LeftoverKind kind) {
        return new Leftover(kind, "x", "y", List.of());
    }
}
