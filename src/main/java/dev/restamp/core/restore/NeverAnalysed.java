package dev.restamp.core.restore;

import java.util.List;

/** Tables without statistics, which after a restore are all of them: one finding, one statement. */
public final class NeverAnalysed {
    private static final int NAMED = 5;

    private NeverAnalysed() {}

    /** @param tables a finding each, the largest first, with its rows as evidence */
    public static List<Leftover> together(List<Leftover> tables) {
        if (tables.size() < 2) {
            return tables;
        }
        var largest = tables.stream()
                .limit(NAMED)
                .map(one -> one.object() + " (" + one.evidence() + ")")
                .toList();
        return List.of(new Leftover(
                LeftoverKind.NEVER_ANALYSED,
                tables.size() + " tables",
                (tables.size() > NAMED ? "the largest: " : "") + String.join(", ", largest),
                List.of("ANALYZE;")));
    }
}
