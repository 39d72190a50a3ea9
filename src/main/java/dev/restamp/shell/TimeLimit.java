package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long a statement may take, as PostgreSQL writes it: {@code 500ms}, {@code 15s}, {@code 2min}. */
public final class TimeLimit {
    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,6})(ms|s|min|h)");

    private TimeLimit() {}

    /** @throws Problem with {@code Exit.USAGE} where it is not written so; a number without a unit could mean anything */
    public static Duration parse(String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            throw new Problem(
                    Exit.USAGE, "\"" + text + "\" is not a time limit", "a number and its unit: 500ms, 15s, 2min, 1h");
        }
        var number = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** The same in the other direction. */
    public static String text(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + "min" : time.toSeconds() + "s";
    }
}
