package dev.restamp.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.catalog.Difference.Certainty;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "predicate; ((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]));"
                        + " ((status)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))",
                "condition; (((a > 1) AND (b > 2)) AND (c > 3)); ((a > 1) AND (b > 2) AND (c > 3))",
                "default; 'x'::character varying; 'x'::text",
                "definition; SELECT orders.id FROM public.orders WHERE orders.total > 0; SELECT id FROM public.orders WHERE total > 0"
            })
    void the_same_written_twice(String property, String left, String right) {
        assertThat(compare(property, left, right)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "default; app.next_id(); public.next_id()",
                "default; 1; 2",
                "condition; (a > 1); (a >= 1)",
                "type; text; integer",
                "comment; a.b; b",
                "definition; SELECT o.id FROM o JOIN u; SELECT u.id FROM o JOIN u",
                "definition; SELECT id FROM a; SELECT id FROM b",
                "definition; SELECT lower(a) FROM t; SELECT app.lower(a) FROM t",
                "body; SELECT 1; SELECT (1)"
            })
    void not_the_same(String property, String left, String right) {
        assertThat(compare(property, left, right)).hasValue(Certainty.DIFFERENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "condition; ((price)::integer > 1); (price > 1)",
                "definition; SELECT id FROM t WHERE a AND (b OR c); SELECT id FROM t WHERE (a AND b) OR c",
                "definition; SELECT (a)::text FROM t; SELECT a FROM t"
            })
    void undecided(String property, String left, String right) {
        assertThat(compare(property, left, right)).hasValue(Certainty.SPELLING);
    }

    private static Optional<Certainty> compare(String property, String left, String right) {
        return Texts.compare(property, Optional.of(left), Optional.of(right));
    }
}
