package dev.restamp.core.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void parts_add_up_in_any_order_and_never_wrap() {
        var one = new Fingerprint(2, LARGEST);
        var other = new Fingerprint(3, LARGEST.multiply(BigInteger.TWO));
        assertThat(one.plus(other))
                .isEqualTo(other.plus(one))
                .isEqualTo(new Fingerprint(5, LARGEST.multiply(BigInteger.valueOf(3))));
        assertThat(one.plus(Fingerprint.EMPTY)).isEqualTo(one);
    }

    @Test
    void two_times_a_row_is_not_two_times_another() {
        var a = new Fingerprint(1, BigInteger.valueOf(17));
        var b = new Fingerprint(1, BigInteger.valueOf(18));
        assertThat(a.plus(a)).isNotEqualTo(b.plus(b)).isNotEqualTo(a);
    }

    @Test
    void as_text_it_has_sixteen_digits_whatever_the_sum() {
        assertThat(Fingerprint.EMPTY.text()).isEqualTo("0000000000000000");
        assertThat(new Fingerprint(1, BigInteger.valueOf(-1)).text()).isEqualTo("ffffffffffffffff");
        assertThat(new Fingerprint(1, LARGEST).text()).isEqualTo("7fffffffffffffff");
        assertThat(new Fingerprint(1, BigInteger.ONE.shiftLeft(64).add(BigInteger.TEN)).text())
                .isEqualTo("000000000000000a");
    }
}
