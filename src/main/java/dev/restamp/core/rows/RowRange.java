package dev.restamp.core.rows;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many rows are asked for, as people write it: {@code 75}, {@code >= 31000}, {@code > 5}, {@code <= 9}, {@code < 9},
 * {@code 10..20}.
 *
 * @param least 0 or more
 * @param most not less than {@code least}; {@code Long.MAX_VALUE} where nothing is too many
 */
public record RowRange(long least, long most) {
    /** One sign between all thousands: {@code 1,5} is no number, or a decimal comma would be read as fifteen. */
    private static final String WHOLE = "[0-9]{1,3}(?:([_, ])[0-9]{3}(?:\\1[0-9]{3}){0,9})?|[0-9]{1,30}";

    private static final Pattern NUMBER = Pattern.compile("-?(?:" + WHOLE + ")(?:\\.[0-9]{1,30})?");
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|)(.*)", Pattern.DOTALL);

    /** More than a table can have, and far enough from where a long ends. */
    private static final long LARGEST = 1_000_000_000_000_000_000L;

    private static final String EXAMPLES = "75, \">= 31000\", \"< 9\" or \"10..20\"";

    public RowRange {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException(least + ".." + most);
        }
    }

    /**
     * So many and no other number.
     *
     * @throws IllegalArgumentException that says what is wrong with it, for people to read
     */
    public static RowRange of(BigDecimal number) {
        var rows = rows(number);
        return new RowRange(rows, rows);
    }

    /**
     * A number or a range. Between the thousands of a number may be underscores, commas or spaces.
     *
     * @throws IllegalArgumentException that says what is wrong with it, for people to read
     */
    public static RowRange parse(String text) {
        var ends = text.split("\\.\\.", 2);
        if (ends.length == 2) {
            return range(text, rows(text, ends[0]), rows(text, ends[1]));
        }
        var bound = BOUND.matcher(text.strip());
        var sign = bound.matches() ? bound.group(1) : "";
        var rows = rows(text, text.strip().substring(sign.length()));
        return switch (sign) {
            case ">=" -> new RowRange(rows, Long.MAX_VALUE);
            case ">" -> new RowRange(rows + 1, Long.MAX_VALUE);
            case "<=" -> new RowRange(0, rows);
            case "<" -> range(text, 0, rows - 1);
            default -> new RowRange(rows, rows);
        };
    }

    public boolean contains(long rows) {
        return least <= rows && rows <= most;
    }

    /** For people, with commas between the thousands: {@code >= 31,000}. */
    public String text() {
        if (least == most) {
            return grouped(least);
        }
        if (most == Long.MAX_VALUE) {
            return ">= " + grouped(least);
        }
        return least == 0 ? "<= " + grouped(most) : grouped(least) + ".." + grouped(most);
    }

    private static RowRange range(String text, long least, long most) {
        if (most < least) {
            throw new IllegalArgumentException("no number of rows is in \"" + text + "\"");
        }
        return new RowRange(least, most);
    }

    private static long rows(String text, String number) {
        if (!NUMBER.matcher(number.strip()).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no number of rows; write " + EXAMPLES);
        }
        return rows(new BigDecimal(number.strip().replaceAll("[_, ]", "")));
    }

    /** A point is never passed over, not even before zeros: somebody may mean the thousands by it. */
    private static long rows(BigDecimal number) {
        if (number.signum() < 0) {
            throw new IllegalArgumentException("a number of rows is never negative: " + number);
        }
        if (number.scale() > 0) {
            throw new IllegalArgumentException("a number of rows has no fraction: " + number);
        }
        if (number.compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            throw new IllegalArgumentException("a number of rows is at most " + grouped(LARGEST) + ": " + number);
        }
        return number.longValueExact();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
