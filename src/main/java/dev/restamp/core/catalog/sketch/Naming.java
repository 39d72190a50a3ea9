package dev.restamp.core.catalog.sketch;

import static dev.restamp.core.catalog.sketch.SqlText.last;
import static dev.restamp.core.catalog.sketch.SqlText.name;
import static dev.restamp.core.catalog.sketch.SqlText.table;

import dev.restamp.core.catalog.CatalogObject;
import java.util.List;
import java.util.Optional;

/** What COMMENT, ALTER and DROP call an object. */
final class Naming {
    private Naming() {}

    /** {@code COLUMN public.orders.status}; empty for what has no such name, or none that is made here. */
    static Optional<String> comment(CatalogObject object) {
        return switch (object.kind()) {
            case COLUMN -> Optional.of("COLUMN " + name(object.path()));
            case CONSTRAINT -> Optional.of("CONSTRAINT " + last(object) + " ON " + table(object));
            default -> altered(object);
        };
    }

    /** {@code TABLE public.orders}, {@code TRIGGER touched ON public.orders}. */
    static Optional<String> altered(CatalogObject object) {
        var name = name(object.path());
        return switch (object.kind()) {
            case SCHEMA -> Optional.of("SCHEMA " + name);
            case EXTENSION -> Optional.of("EXTENSION " + name);
            case COLLATION -> Optional.of("COLLATION " + name);
            case TYPE -> Optional.of((isDomain(object) ? "DOMAIN " : "TYPE ") + name);
            case SEQUENCE -> Optional.of("SEQUENCE " + name);
            case TABLE -> Optional.of((is(object, "foreign") ? "FOREIGN TABLE " : "TABLE ") + name);
            case INDEX ->
                Optional.of("INDEX "
                        + SqlText.name(
                                List.of(object.path().getFirst(), object.path().getLast())));
            case VIEW -> Optional.of((is(object, "materialized") ? "MATERIALIZED VIEW " : "VIEW ") + name);
            case FUNCTION -> Optional.of(function(object) + Definitions.signature(object, ""));
            case TRIGGER -> Optional.of("TRIGGER " + last(object) + " ON " + table(object));
            case RULE -> Optional.of("RULE " + last(object) + " ON " + table(object));
            case POLICY -> Optional.of("POLICY " + last(object) + " ON " + table(object));
            case STATISTICS -> Optional.of("STATISTICS " + name);
            case EVENT_TRIGGER -> Optional.of("EVENT TRIGGER " + name);
            case PUBLICATION -> Optional.of("PUBLICATION " + name);
            default -> Optional.empty();
        };
    }

    private static String function(CatalogObject object) {
        return is(object, "procedure") ? "PROCEDURE " : is(object, "aggregate") ? "AGGREGATE " : "FUNCTION ";
    }

    private static boolean isDomain(CatalogObject object) {
        return is(object, "domain");
    }

    static boolean is(CatalogObject object, String kind) {
        return object.property("kind").equals(Optional.of(kind));
    }
}
