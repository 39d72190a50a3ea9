package dev.restamp.shell.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restamp.core.Problem;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is 03:12:44 on 22 November, UTC. */
class SinceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:12:44Z");

    @ParameterizedTest
    @CsvSource({
        "03:10, 2026-11-22T03:10:00Z",
        "03:10:30, 2026-11-22T03:10:30Z",
        "23:50, 2026-11-21T23:50:00Z",
        "2026-11-20T08:00, 2026-11-20T08:00:00Z",
        "2026-11-20 08:00, 2026-11-20T08:00:00Z",
        "2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z",
        "2026-11-20T08:00:00+02:00, 2026-11-20T06:00:00Z",
        "30m, 2026-11-22T02:42:44Z",
        "30min, 2026-11-22T02:42:44Z",
        "2h, 2026-11-22T01:12:44Z",
        "90s, 2026-11-22T03:11:14Z",
    })
    void is_a_time_in_utc_or_so_long_ago(String text, Instant since) {
        assertThat(Since.parse(text, NOW)).isEqualTo(since);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "30", "25:00", "2026-11-22T03:13", "2027-01-01T00:00:00Z"})
    void anything_else_is_no_time(String text) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Since.parse(text, NOW));
    }
}
