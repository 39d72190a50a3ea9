package dev.restamp.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "75         | 75    | 75",
                "0          | 0     | 0",
                ">= 31000   | 31000 | 9223372036854775807",
                ">=31_000   | 31000 | 9223372036854775807",
                "> 5        | 6     | 9223372036854775807",
                "<= 9       | 0     | 9",
                "< 9        | 0     | 8",
                "< 1        | 0     | 0",
                "10..20     | 10    | 20",
                "10 .. 20   | 10    | 20",
                "7..7       | 7     | 7",
                "31,000     | 31000 | 31000",
                "1 234 567  | 1234567 | 1234567",
                "1,000..1,000,000 | 1000 | 1000000",
                "> 1000000000000000000 | 1000000000000000001 | 9223372036854775807"
            })
    void what_people_write_is_a_range(String text, long least, long most) {
        assertThat(RowRange.parse(text)).isEqualTo(new RowRange(least, most));
    }

    @Test
    void blanks_around_it_do_not_count() {
        assertThat(RowRange.parse(" \t>=  5 ")).isEqualTo(new RowRange(5, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "many",
                "=5",
                "== 5",
                ">",
                "=> 5",
                "10..",
                "..20",
                "10...20",
                "1..2..3",
                ">= 1..2",
                "10-20",
                "1,5",
                "1,0000",
                "1,000_000",
                "1__000",
                ",000",
                "1e3",
                "+5",
                "0x10",
                "٣",
                "5 rows",
                "- 5"
            })
    void anything_else_is_none(String text) {
        refuses(text, "\"" + text + "\" is no number of rows; write 75, \">= 31000\", \"< 9\" or \"10..20\"");
    }

    @Test
    void what_is_very_long_is_none_too() {
        for (var text : List.of("1" + ",000".repeat(200_000), "9".repeat(800_000), "0." + "0".repeat(800_000))) {
            assertThatThrownBy(() -> RowRange.parse(text)).hasMessageContaining("is no number of rows");
        }
    }

    @Test
    void a_number_of_rows_is_whole_and_not_negative() {
        refuses("-5", "a number of rows is never negative: -5");
        refuses(">= -31,000", "a number of rows is never negative: -31000");
        refuses("2.5", "a number of rows has no fraction: 2.5");
        refuses("1000000000000000001", "a number of rows is at most 1,000,000,000,000,000,000: 1000000000000000001");
        refuses("99999999999999999999", "a number of rows is at most 1,000,000,000,000,000,000: 99999999999999999999");
    }

    /** Where a point stands between thousands, thirty-one rows would be enough for thirty-one thousand. */
    @Test
    void a_point_between_thousands_is_not_passed_over() {
        refuses(">= 31.000", "a number of rows has no fraction: 31.000");
    }

    @Test
    void a_range_that_nothing_is_in_is_refused() {
        refuses("20..10", "no number of rows is in \"20..10\"");
        refuses("< 0", "no number of rows is in \"< 0\"");
    }

    @Test
    void a_number_is_taken_exactly() {
        assertThat(RowRange.of(new BigDecimal("75"))).isEqualTo(new RowRange(75, 75));
        assertThat(RowRange.of(new BigDecimal("1.5e3"))).isEqualTo(new RowRange(1500, 1500));
        assertThat(RowRange.of(new BigDecimal("-0"))).isEqualTo(new RowRange(0, 0));
        assertThatThrownBy(() -> RowRange.of(new BigDecimal("75.0")))
                .hasMessage("a number of rows has no fraction: 75.0");
        assertThatThrownBy(() -> RowRange.of(new BigDecimal("1e999999999")))
                .hasMessage("a number of rows is at most 1,000,000,000,000,000,000: 1E+999999999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "75       | 75",
                "31000    | 31,000",
                ">= 31000 | >= 31,000",
                "> 5      | >= 6",
                "<= 9000  | <= 9,000",
                "< 9      | <= 8",
                "< 1      | 0",
                ">= 0     | >= 0",
                "0..9     | <= 9",
                "1000..20000 | 1,000..20,000"
            })
    void it_is_told_with_commas_and_reads_back_the_same(String text, String told) {
        var range = RowRange.parse(text);
        assertThat(range.text()).isEqualTo(told);
        assertThat(RowRange.parse(told)).isEqualTo(range);
    }

    @Test
    void both_ends_belong_to_it() {
        var range = RowRange.parse("10..20");
        assertThat(range.contains(9)).isFalse();
        assertThat(range.contains(10)).isTrue();
        assertThat(range.contains(20)).isTrue();
        assertThat(range.contains(21)).isFalse();
    }

    private static void refuses(String text, String why) {
        assertThatThrownBy(() -> RowRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
