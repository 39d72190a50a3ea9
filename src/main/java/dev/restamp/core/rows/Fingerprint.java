package dev.restamp.core.rows;

import java.math.BigInteger;

/**
 * What tables of equal content have in common, whatever the order of their rows.
 *
 * @param rows how many
 * @param sum of the 64-bit hashes of all rows, duplicates as often as they are there
 */
public record Fingerprint(long rows, BigInteger sum) {
    public static final Fingerprint EMPTY = new Fingerprint(0, BigInteger.ZERO);

    private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(64);

    /** Of two parts together. */
    public Fingerprint plus(Fingerprint other) {
        return new Fingerprint(rows + other.rows(), sum.add(other.sum()));
    }

    /** Sixteen hexadecimal digits: the sum modulo 2⁶⁴. */
    public String text() {
        return String.format("%016x", sum.mod(WRAP));
    }
}
