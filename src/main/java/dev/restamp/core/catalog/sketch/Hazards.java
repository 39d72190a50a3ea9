package dev.restamp.core.catalog.sketch;

import dev.restamp.core.catalog.CatalogObject;
import java.util.List;

/** What making and dropping cost. */
final class Hazards {
    private Hazards() {}

    static List<Hazard> ofMaking(CatalogObject object) {
        return switch (object.kind()) {
            case INDEX -> List.of(Hazard.BLOCKS_WRITES);
            case CONSTRAINT ->
                object.property("validated").isPresent()
                        ? List.of(Hazard.LOCKS_TABLE)
                        : List.of(Hazard.SCANS_TABLE, Hazard.ROWS_MUST_FIT);
            case COLUMN ->
                object.property("not null").isPresent()
                                && object.property("default").isEmpty()
                        ? List.of(Hazard.LOCKS_TABLE, Hazard.ROWS_MUST_FIT)
                        : List.of(Hazard.LOCKS_TABLE);
            default -> List.of();
        };
    }

    static List<Hazard> ofDropping(CatalogObject object) {
        return switch (object.kind()) {
            case COLUMN -> List.of(Hazard.LOSES_DATA, Hazard.LOCKS_TABLE);
            case TABLE, SEQUENCE -> List.of(Hazard.LOSES_DATA, Hazard.DEPENDANTS);
            case VIEW, FUNCTION -> List.of(Hazard.DEPENDANTS, Hazard.FORGETS_GRANTS);
            case CONSTRAINT, INDEX, TRIGGER, RULE, POLICY -> List.of(Hazard.LOCKS_TABLE);
            default -> List.of(Hazard.DEPENDANTS);
        };
    }
}
