package dev.restamp.core.catalog;

import java.util.Comparator;
import java.util.Optional;

/** One thing in which two databases differ. The right one is what is expected, the left one what was found. */
public sealed interface Difference {
    /** By kind, then by name. */
    Comparator<Difference> ORDER = Comparator.comparing(
                    (Difference one) -> one.object().kind())
            .thenComparing(one -> String.join("\0", one.object().path()));

    CatalogObject object();

    /** What the right side has otherwise than the left one. */
    default Difference turned() {
        return switch (this) {
            case Missing(var object, var parts) -> new Extra(object, parts);
            case Extra(var object, var parts) -> new Missing(object, parts);
            case Changed(var object, var property, var left, var right, var certainty) ->
                new Changed(object, property, /* left= */ right, /* right= */ left, certainty);
        };
    }

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
