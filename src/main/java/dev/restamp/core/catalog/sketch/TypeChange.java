package dev.restamp.core.catalog.sketch;

import static dev.restamp.core.catalog.sketch.SqlText.name;

import dev.restamp.core.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes an enum or a domain. A label that is too much cannot be taken away. */
final class TypeChange {
    private TypeChange() {}

    static List<Step> of(CatalogObject found, CatalogObject wished, String property) {
        var domain = "ALTER DOMAIN " + name(wished.path()) + " ";
        return switch (property) {
            case "labels" -> labels(found, wished);
            case "default" ->
                List.of(Step.of(domain
                        + wished.property(property)
                                .map(text -> "SET DEFAULT " + text)
                                .orElse("DROP DEFAULT")));
            case "not null" ->
                List.of(Step.of(
                        domain + (wished.property(property).isPresent() ? "SET NOT NULL" : "DROP NOT NULL"),
                        Hazard.SCANS_TABLE,
                        Hazard.ROWS_MUST_FIT));
            default -> List.of();
        };
    }

    private static List<Step> labels(CatalogObject found, CatalogObject wished) {
        var there = labels(found);
        var wanted = labels(wished);
        var steps = new ArrayList<Step>();
        Optional<String> before = Optional.empty();
        for (var label : wanted) {
            if (!there.contains(label)) {
                var place = before.map(one -> " AFTER " + one)
                        .orElseGet(() -> there.isEmpty() ? "" : " BEFORE " + there.getFirst());
                steps.add(Step.of(
                        "ALTER TYPE " + name(wished.path()) + " ADD VALUE " + label + place, Hazard.NOT_TAKEN_BACK));
            }
            before = Optional.of(label);
        }
        return wanted.stream().filter(there::contains).toList().equals(there) ? steps : List.of();
    }

    /** As literals. */
    private static List<String> labels(CatalogObject type) {
        return List.of(type.property("labels").orElse("").split("(?<='), (?=')", -1));
    }
}
