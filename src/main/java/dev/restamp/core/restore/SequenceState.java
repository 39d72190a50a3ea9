package dev.restamp.core.restore;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a sequence stands, and how far a column that it feeds has got.
 *
 * @param sequence its name as the server writes it; {@code literal} is the same as text in a statement
 * @param next what it would give next
 * @param furthest the largest value of the column, the smallest where the sequence counts down; empty without rows
 */
public record SequenceState(
        String sequence,
        String literal,
        String column,
        long increment,
        BigInteger minimum,
        BigInteger maximum,
        BigInteger next,
        Optional<BigInteger> furthest) {

    /** What is behind, once for each sequence, however many columns it feeds. */
    public static List<Leftover> behind(List<SequenceState> states) {
        Map<String, List<SequenceState>> bySequence = states.stream()
                .filter(SequenceState::isBehind)
                .collect(Collectors.groupingBy(SequenceState::sequence, LinkedHashMap::new, Collectors.toList()));
        return bySequence.values().stream()
                .map(SequenceState::furthest)
                .map(SequenceState::leftover)
                .toList();
    }

    /** Whether a value that it is still to give is there already, or has been passed. */
    boolean isBehind() {
        return furthest.filter(value -> step(next, value) <= 0).isPresent();
    }

    /** The order in which the sequence gives two values. */
    private int step(BigInteger one, BigInteger other) {
        return increment > 0 ? one.compareTo(other) : other.compareTo(one);
    }

    private static SequenceState furthest(List<SequenceState> ofOne) {
        return ofOne.stream()
                .max(Comparator.comparing(SequenceState::reached, ofOne.getFirst()::step))
                .orElseThrow();
    }

    private BigInteger reached() {
        return furthest.orElse(next);
    }

    private Leftover leftover() {
        var value = reached();
        var inRange = value.compareTo(minimum) >= 0 && value.compareTo(maximum) <= 0;
        var evidence = "next is " + next + ", but " + column + " has " + value
                + (inRange ? "" : ", which the sequence cannot reach");
        return new Leftover(
                LeftoverKind.SEQUENCE_BEHIND,
                sequence,
                evidence,
                inRange ? List.of("SELECT setval(" + literal + ", " + value + ");") : List.of());
    }
}
