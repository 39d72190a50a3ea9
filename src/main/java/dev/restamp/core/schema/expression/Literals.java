package dev.restamp.core.schema.expression;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares literals, as far as it is known how their type reads and writes them. */
final class Literals {
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name", "json");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> MOMENTS =
            Set.of("now", "today", "tomorrow", "yesterday", "epoch", "infinity", "-infinity", "allballs");
    private static final Pattern DECIMAL =
            Pattern.compile("\\s*[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?\\s*");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z0-9_ -]*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIMESTAMP = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d:\\d\\d))?");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAYS = Pattern.compile("\\d{1,6} days?");
    private static final Set<String> EMPTY = Set.of("{}", "[]", "null", "\"\"");

    private Literals() {}

    /** Whether it stands for the moment at which somebody looks, or looked. */
    static boolean isMoment(Tree literal) {
        return literal instanceof Tree.Text(var value, var _)
                && MOMENTS.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    static Agreement compare(Tree written, Tree live) {
        if (written instanceof Tree.Null || live instanceof Tree.Null) {
            return written.equals(live) ? Agreement.SAME : Agreement.DIFFERENT;
        }
        if (written instanceof Tree.Truth || live instanceof Tree.Truth) {
            return truths(written, live);
        }
        if (written instanceof Tree.Text(var one, var wanted) && live instanceof Tree.Text(var other, var shown)) {
            return one.equals(other) ? Agreement.SAME : texts(one, other, shown.or(() -> wanted));
        }
        return numbers(written, live);
    }

    private static Agreement truths(Tree written, Tree live) {
        var one = truth(written);
        var other = truth(live);
        if (one.isEmpty() || other.isEmpty()) {
            return Agreement.UNCLEAR;
        }
        return one.equals(other) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    /** The words {@code boolean} reads, after {@code parse_bool} in PostgreSQL's sources. */
    private static Optional<Boolean> truth(Tree literal) {
        return switch (literal) {
            case Tree.Truth(var truth) -> Optional.of(truth);
            case Tree.Text(var text, var _) ->
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1" -> Optional.of(true);
                    case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0" -> Optional.of(false);
                    default -> Optional.empty();
                };
            case Tree.Numeral _, Tree.Null _, Tree.Column _, Tree.Apply _ -> Optional.empty();
        };
    }

    private static Agreement numbers(Tree written, Tree live) {
        var one = number(written);
        var other = number(live);
        return one.isPresent() && other.isPresent() ? numbers(one.get(), other.get(), typeOf(live)) : Agreement.UNCLEAR;
    }

    /** A floating point column keeps fewer digits than the script may write. */
    private static Agreement numbers(BigDecimal one, BigDecimal other, String type) {
        var equal = one.compareTo(other) == 0
                || (type.equals("real") && one.floatValue() == other.floatValue())
                || (type.equals("double precision") && one.doubleValue() == other.doubleValue());
        return equal ? Agreement.SAME : Agreement.DIFFERENT;
    }

    private static String typeOf(Tree literal) {
        return literal instanceof Tree.Text(var _, var type) ? type.orElse("") : "";
    }

    private static Optional<BigDecimal> number(Tree literal) {
        return switch (literal) {
            case Tree.Numeral(var value) -> Optional.of(value);
            case Tree.Text(var text, var _) -> number(text);
            case Tree.Truth _, Tree.Null _, Tree.Column _, Tree.Apply _ -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text.strip())) : Optional.empty();
    }

    /** Two strings that are not equal, of a type that may write another text than it read. */
    private static Agreement texts(String written, String live, Optional<String> type) {
        // What the catalog shows without a type is read by no type.
        var name = type.orElse("text");
        if (TEXTS.contains(name) || name.endsWith(".citext")) {
            return Agreement.DIFFERENT;
        }
        if (NUMBERS.contains(name)) {
            return numbers(new Tree.Text(written, type), new Tree.Text(live, type));
        }
        if (name.endsWith("[]") || name.equals("jsonb")) {
            return containers(written.replaceAll("\\s", ""), live.replaceAll("\\s", ""));
        }
        if (name.startsWith("reg")) {
            return sameName(written, live);
        }
        return name.contains(".") ? both(WORDS, written, live) : builtIn(name, written, live);
    }

    private static Agreement builtIn(String type, String written, String live) {
        return switch (type) {
            case "date" -> both(DATE, written, live);
            case "timestamp" -> timestamps(written, live);
            case "uuid" -> uuids(written.toLowerCase(Locale.ROOT), live);
            case "interval" -> intervals(written, live);
            default -> Agreement.UNCLEAR;
        };
    }

    private static Agreement intervals(String written, String live) {
        return number(written.replaceFirst(" .*", "")).equals(number(live.replaceFirst(" .*", "")))
                ? Agreement.UNCLEAR
                : both(DAYS, written, live);
    }

    private static Agreement uuids(String written, String live) {
        return written.equals(live) ? Agreement.SAME : both(UUID, written, live);
    }

    private static Agreement timestamps(String written, String live) {
        var one = TIMESTAMP.matcher(written);
        var other = TIMESTAMP.matcher(live);
        if (!one.matches() || !other.matches()) {
            return Agreement.UNCLEAR;
        }
        var sameTime = Optional.ofNullable(one.group(2))
                .orElse("00:00:00")
                .equals(Optional.ofNullable(other.group(2)).orElse("00:00:00"));
        return one.group(1).equals(other.group(1)) && sameTime ? Agreement.SAME : Agreement.DIFFERENT;
    }

    /** Two that are not equal, and are both written as the type writes them. */
    private static Agreement both(Pattern form, String written, String live) {
        return form.matcher(written).matches() && form.matcher(live).matches()
                ? Agreement.DIFFERENT
                : Agreement.UNCLEAR;
    }

    /** Only of the empty one it is known that nothing else is written like it. */
    private static Agreement containers(String written, String live) {
        if (written.equals(live)) {
            return Agreement.SAME;
        }
        return EMPTY.contains(written) || EMPTY.contains(live) ? Agreement.DIFFERENT : Agreement.UNCLEAR;
    }

    /** Which sequence or table a name means, only the server knows. */
    private static Agreement sameName(String written, String live) {
        return lastName(written).equals(lastName(live)) ? Agreement.SAME : Agreement.UNCLEAR;
    }

    private static String lastName(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace("\"", "");
    }
}
