package dev.restamp.shell.report;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** When a report begins, in UTC: {@code 03:10}, {@code 2026-11-22T03:10}, or {@code 30m} ago. */
public final class Since {
    private Since() {}

    /** @throws Problem with {@code Exit.USAGE} where it is no time, or one that has not come yet */
    public static Instant parse(String text, Instant now) {
        return Stream.<Function<String, Instant>>of(
                        one -> clock(one, now),
                        one -> OffsetDateTime.parse(one.replace(' ', 'T')).toInstant(),
                        one -> LocalDateTime.parse(one.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
                        one -> now.minus(ago(one)))
                .flatMap(reading -> tried(reading, text).stream())
                .findFirst()
                .filter(since -> !since.isAfter(now))
                .orElseThrow(() -> new Problem(
                        Exit.USAGE,
                        "\"" + text + "\" is no time in the past",
                        "UTC: --since 03:10, --since 2026-11-22T03:10; or so long ago: --since 30m"));
    }

    private static Optional<Instant> tried(Function<String, Instant> reading, String text) {
        try {
            return Optional.of(reading.apply(text));
        } catch (DateTimeParseException | Problem other) {
            return Optional.empty();
        }
    }

    /** The last time that clocks showed it. */
    private static Instant clock(String text, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).with(LocalTime.parse(text));
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    /** Minutes are {@code m} here as well. */
    private static Duration ago(String text) {
        return TimeLimit.parse(text.matches("\\d+m") ? text + "in" : text);
    }
}
