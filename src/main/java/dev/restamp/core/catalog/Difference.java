package dev.restamp.core.catalog;

import java.util.Optional;

/** One thing in which two databases differ. The right one is what is expected, the left one what was found. */
public sealed interface Difference {
    CatalogObject object();

    /**
     * Expected and not there.
     *
     * @param parts how many columns, constraints, indexes … go with it
     */
    record Missing(CatalogObject object, int parts) implements Difference {}

    /**
     * There and not expected.
     *
     * @param parts how many columns, constraints, indexes … go with it
     */
    record Extra(CatalogObject object, int parts) implements Difference {}

    /**
     * A property of an object that both have.
     *
     * @param object as it is on the left
     * @param left empty where the property has its usual value
     * @param right empty where the property has its usual value
     */
    record Changed(
            CatalogObject object, String property, Optional<String> left, Optional<String> right, Certainty certainty)
            implements Difference {}

    /** Whether two texts that differ mean different things. */
    enum Certainty {
        DIFFERENT,
        /** Two spellings of what may be the same: as two servers, or a dump between, write it. */
        SPELLING
    }
}
