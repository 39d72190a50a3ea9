package dev.restamp.postgres.rows;

import dev.restamp.postgres.Reading;
import dev.restamp.postgres.Sql;
import java.util.Optional;

/** Settings that decide how values are written, and how groups are made: the same on both sides. */
final class Pins {
    /** The second half: the server takes a thousand groups for as many as there are rows, and would sort. */
    private static final Sql SET = Sql.of("""
            SELECT set_config('extra_float_digits', '3', true),
                   set_config('timezone', 'UTC', true),
                   set_config('datestyle', 'ISO, YMD', true),
                   set_config('intervalstyle', 'postgres', true),
                   set_config('bytea_output', 'hex', true),
                   set_config('lc_monetary', 'C', true),
                   set_config('enable_sort', 'off', true),
                   set_config('parallel_tuple_cost', '0', true),
                   set_config('work_mem', '256MB', true)""");

    /** What the functions give for values that try each of them, on every version from 11 to 18. */
    private static final Sql TRY = Sql.of("""
            SELECT hashint4extended(42, hashint8extended(4294967297, 7))
                   || ' ' || hashtextextended('restamp' COLLATE "C", -3)
                   || ' ' || hashbpcharextended('ab ' COLLATE "C", 9223372036854775807)
                   || ' ' || uuid_hash_extended('00010203-0405-0607-0809-0a0b0c0d0e0f', 1)
                   || ' ' || encode(float8send('-0'), 'hex') AS tried""");

    private static final String EXPECTED =
            "2049545259660501818 4747167099231264617 -3624711498925237321" + " -3700347038597973699 8000000000000000";

    private Pins() {}

    static void set(Reading reading) {
        reading.query(SET, _ -> true);
    }

    /** Whether the server hashes as others do; one with another order of bytes does not. */
    static boolean hashesAsUsual(Reading reading) {
        return reading.attempt(() -> reading.first(TRY, row -> row.text("tried")), _ -> Optional.<String>empty())
                .filter(EXPECTED::equals)
                .isPresent();
    }
}
