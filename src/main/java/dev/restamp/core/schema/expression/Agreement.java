package dev.restamp.core.schema.expression;

/** Whether two expressions are one, written twice. */
public enum Agreement {
    SAME,
    /** Said only where both are understood through and through. */
    DIFFERENT,
    /** PostgreSQL may have made the one of the other. */
    UNCLEAR;

    /** Of two parts that must both be the same. */
    Agreement and(Agreement other) {
        if (this == DIFFERENT || other == DIFFERENT) {
            return DIFFERENT;
        }
        return this == SAME ? other : this;
    }
}
