package dev.restamp.core.rows;

import dev.restamp.core.schema.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * What a table holds on two sides.
 *
 * @param left empty where this side does not have it, or could not be read
 * @param notes what to know of the comparison, a sentence each
 * @param why there is no verdict, or that the table is on one side only; empty where both were read
 */
public record ComparedContent(
        ObjectKey table,
        Optional<Fingerprint> left,
        Optional<Fingerprint> right,
        Verdict verdict,
        List<String> notes,
        String why) {
    public ComparedContent {
        notes = List.copyOf(notes);
    }

    /** What comes of it. */
    public enum Verdict {
        EQUAL,
        DIFFERENT,
        ONLY_LEFT,
        ONLY_RIGHT,
        /** Its columns are not the same, so that its rows cannot be. */
        COLUMNS,
        /** A side could not be read. */
        UNKNOWN,
        /** It is not part of the content. */
        LEFT_OUT
    }

    public static ComparedContent of(ObjectKey table, Fingerprint left, Fingerprint right, List<String> notes) {
        return new ComparedContent(
                table,
                Optional.of(left),
                Optional.of(right),
                left.equals(right) ? Verdict.EQUAL : Verdict.DIFFERENT,
                notes,
                "");
    }

    public static ComparedContent without(ObjectKey table, Verdict verdict, String why) {
        return new ComparedContent(table, Optional.empty(), Optional.empty(), verdict, List.of(), why);
    }
}
