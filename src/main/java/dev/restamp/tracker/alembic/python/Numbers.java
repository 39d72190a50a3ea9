package dev.restamp.tracker.alembic.python;

/** Number literals. A number that Java's own types cannot hold stays opaque. */
final class Numbers {
    private Numbers() {}

    static Expression whole(Place at) {
        var digits = at.text().replace("_", "");
        try {
            return new Expression.Constant(new Value.Whole(Long.parseLong(unprefixed(digits), radix(digits))), at);
        } catch (NumberFormatException tooLargeOrComplex) {
            return new Expression.Opaque(at);
        }
    }

    static Expression real(Place at) {
        try {
            return new Expression.Constant(
                    new Value.Real(Double.parseDouble(at.text().replace("_", ""))), at);
        } catch (NumberFormatException complex) {
            return new Expression.Opaque(at);
        }
    }

    private static String unprefixed(String digits) {
        return radix(digits) == 10 ? digits : digits.substring(2);
    }

    private static int radix(String digits) {
        if (digits.length() < 3 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
    }
}
