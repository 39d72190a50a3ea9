package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @Test
    void says_how_far_how_fast_and_how_long() {
        var progress = new Progress(clock);
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(40)));
        assertThat(progress.line(0.5, "38 of 62 tables", 2_100_000, "rows"))
                .isEqualTo(
                        "[===============               ]  50%  38 of 62 tables  2.1 M rows, 53 k/s  0:40, 0:40 left");
    }

    @Test
    void a_start_says_nothing_of_the_end() {
        assertThat(new Progress(clock).line(0.01, "1 of 62 tables", 5, "rows"))
                .isEqualTo("[                              ]   1%  1 of 62 tables  5 rows  0:00");
    }

    @ParameterizedTest
    @CsvSource({"556, 556", "9999, '9,999'", "31500, 32 k", "2103441, 2.1 M", "21034410, 21 M", "5000000000, 5.0 G"})
    void numbers_are_rounded_for_people(long number, String text) {
        assertThat(Numbers.rounded(number)).isEqualTo(text);
    }
}
