package dev.restamp.core.schema;

/** What a column holds where a row gives it nothing. */
public sealed interface Default {
    /** Not known, and not compared. */
    record Unknown() implements Default {}

    /** NULL. */
    record None() implements Default {}

    /** {@code DEFAULT sql}; of a serial column {@code nextval('orders_id_seq'::regclass)}. */
    record Expression(String sql) implements Default {}

    /** {@code GENERATED ALWAYS AS (sql)}, stored or virtual. */
    record Generated(String sql) implements Default {}

    /**
     * {@code GENERATED … AS IDENTITY}.
     *
     * @param always whether a row may not give a number of its own
     */
    record Identity(boolean always) implements Default {}

    static Default unknown() {
        return new Unknown();
    }

    static Default none() {
        return new None();
    }
}
