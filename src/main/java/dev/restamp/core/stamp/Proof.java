package dev.restamp.core.stamp;

/**
 * One reason to believe that a stamp is true.
 *
 * @param text the claim: {@code table invoices is as 4d5e6f708192 creates it}
 * @param detail what was seen: {@code 2 columns, 1 primary key}, or what is missing
 */
public record Proof(String text, Outcome outcome, String detail) {

    /** Whether the claim holds. */
    public enum Outcome {
        HOLDS,
        FAILS,
        /** The revision leaves no trace, so there is nothing to see; the user decides. */
        NOTHING_TO_PROVE,
        /** Its script was not understood, so nothing is known. */
        NOT_READABLE
    }

    /** Whether a stamp may be written on it. */
    public boolean holds() {
        return outcome == Outcome.HOLDS || outcome == Outcome.NOTHING_TO_PROVE;
    }
}
