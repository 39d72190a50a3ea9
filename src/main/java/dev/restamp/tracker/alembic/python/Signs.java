package dev.restamp.tracker.alembic.python;

import java.util.List;
import java.util.Set;

/** Python's reserved words, operators and delimiters. */
final class Signs {
    /** Without the soft ones, such as {@code match}; {@code print} is none since Python 3, {@code async} is often a name. */
    static final Set<String> WORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** Longer ones first: the first that fits is the one. */
    private static final List<String> ALL = List.of(
            "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "<>", "->", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "@=", ":=", "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">",
            "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=");

    private static final String[][] BY_FIRST = new String[128][];

    static {
        for (var first = 0; first < BY_FIRST.length; first++) {
            var letter = (char) first;
            BY_FIRST[first] =
                    ALL.stream().filter(sign -> sign.charAt(0) == letter).toArray(String[]::new);
        }
    }

    private Signs() {}

    /** The sign at a position; empty where there is none. */
    static String at(String text, int position) {
        var first = text.charAt(position);
        if (first < BY_FIRST.length) {
            for (var sign : BY_FIRST[first]) {
                if (text.startsWith(sign, position)) {
                    return sign;
                }
            }
        }
        return "";
    }

    /** How tightly a binary operator binds, from 1 for {@code |}; 0 for what is none. */
    static int precedence(String sign) {
        return switch (sign) {
            case "|" -> 1;
            case "^" -> 2;
            case "&" -> 3;
            case "<<", ">>" -> 4;
            case "+", "-" -> 5;
            case "*", "/", "//", "%", "@" -> 6;
            default -> 0;
        };
    }

    static boolean isComparison(String sign) {
        return switch (sign) {
            case "<", ">", "<=", ">=", "==", "!=", "<>" -> true;
            default -> false;
        };
    }

    /** {@code +=} and its like. */
    static boolean isAugmented(String sign) {
        return sign.length() > 1 && sign.endsWith("=") && !isComparison(sign) && !sign.equals(":=");
    }
}
