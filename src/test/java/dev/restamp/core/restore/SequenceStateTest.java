package dev.restamp.core.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sequences go from 1 to 1000, or back to -1000. */
class SequenceStateTest {
    @Test
    void ahead_of_its_data_it_is_well() {
        assertThat(SequenceState.behind(List.of(up("s", 43, 42)))).isEmpty();
    }

    @Test
    void what_it_would_give_next_is_there_already() {
        assertThat(SequenceState.behind(List.of(up("s", 42, 42))))
                .containsExactly(new Leftover(
                        LeftoverKind.SEQUENCE_BEHIND,
                        "s",
                        "next is 42, but t.id has 42",
                        List.of("SELECT setval('s', 42);")));
    }

    @Test
    void without_rows_nothing_is_behind() {
        assertThat(SequenceState.behind(List.of(state("s", 1, 1, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void one_that_counts_down_must_be_below() {
        assertThat(SequenceState.behind(List.of(state("s", -1, -6, at(-5))))).isEmpty();
        assertThat(SequenceState.behind(List.of(state("s", -1, -1, at(-5)))))
                .extracting(Leftover::fix)
                .containsExactly(List.of("SELECT setval('s', -5);"));
    }

    @Test
    void of_several_columns_the_furthest_counts() {
        assertThat(SequenceState.behind(List.of(up("s", 1, 7), up("s", 1, 9), up("s", 1, 8), up("z", 1, 2))))
                .extracting(Leftover::fix)
                .containsExactly(List.of("SELECT setval('s', 9);"), List.of("SELECT setval('z', 2);"));
    }

    @Test
    void what_lies_beyond_its_end_has_no_fix() {
        var found = SequenceState.behind(List.of(up("s", 1, 5000))).getFirst();
        assertThat(found.evidence()).endsWith("5000, which the sequence cannot reach");
        assertThat(found.fix()).isEmpty();
    }

    private static SequenceState up(String name, long next, long furthest) {
        return state(name, 1, next, at(furthest));
    }

    private static Optional<BigInteger> at(long value) {
        return Optional.of(BigInteger.valueOf(value));
    }

    private static SequenceState state(String name, long increment, long next, Optional<BigInteger> furthest) {
        return new SequenceState(
                name,
                "'" + name + "'",
                "t.id",
                increment,
                BigInteger.valueOf(increment > 0 ? 1 : -1000),
                BigInteger.valueOf(increment > 0 ? 1000 : -1),
                BigInteger.valueOf(next),
                furthest);
    }
}
