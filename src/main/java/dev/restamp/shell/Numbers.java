package dev.restamp.shell;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
    private Numbers() {}

    /** With commas between the thousands: {@code 2,103,441}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Two digits that count: {@code 2.1 M}, {@code 31 k}, {@code 556}. */
    public static String rounded(long number) {
        return number < 10_000
                ? grouped(number)
                : number < 1_000_000
                        ? shortened(number / 1e3, "k")
                        : number < 1_000_000_000 ? shortened(number / 1e6, "M") : shortened(number / 1e9, "G");
    }

    private static String shortened(double number, String unit) {
        return String.format(Locale.ROOT, number < 10 ? "%.1f %s" : "%.0f %s", number, unit);
    }
}
