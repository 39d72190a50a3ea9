package dev.restamp.core.catalog.sketch;

import static dev.restamp.core.catalog.sketch.SqlText.clause;
import static dev.restamp.core.catalog.sketch.SqlText.last;
import static dev.restamp.core.catalog.sketch.SqlText.table;

import dev.restamp.core.catalog.CatalogObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changes a column, property by property. */
final class ColumnChange {
    /** What each option of a sequence begins with. */
    private static final String OPTION = "(START WITH|INCREMENT BY|MINVALUE|MAXVALUE|CACHE|NO CYCLE|(?<!NO )CYCLE)";

    private ColumnChange() {}

    /** What is set of a column once it is there. */
    static void settings(CatalogObject column, List<String> into) {
        for (var property : List.of("storage", "compression", "statistics")) {
            if (column.property(property).isPresent()) {
                of(column, column, property).forEach(step -> into.add(step.sql()));
            }
        }
        column.property("options")
                .ifPresent(options -> into.add(
                        "ALTER TABLE " + table(column) + " ALTER COLUMN " + last(column) + " SET (" + options + ")"));
    }

    /**
     * Empty where nothing can be said.
     *
     * @param found as the column is
     * @param wished as it should be
     */
    static List<Step> of(CatalogObject found, CatalogObject wished, String property) {
        var alter = "ALTER TABLE " + table(wished) + " ALTER COLUMN " + last(wished) + " ";
        var value = wished.property(property);
        return switch (property) {
            case "type", "collation" -> List.of(type(wished, alter));
            case "not null" ->
                value.isPresent()
                        ? List.of(Step.of(alter + "SET NOT NULL", Hazard.SCANS_TABLE, Hazard.ROWS_MUST_FIT))
                        : List.of(Step.of(alter + "DROP NOT NULL", Hazard.LOCKS_TABLE));
            case "default" -> isGenerated(found, wished) ? List.of() : List.of(preset(alter, value));
            case "identity" -> isGenerated(found, wished) ? List.of() : List.of(identity(found, wished, alter));
            case "identity sequence" -> sequence(found, wished, alter);
            case "generated as" -> generated(found, wished, alter);
            case "storage" -> List.of(Step.of(alter + "SET STORAGE " + upper(value, "DEFAULT"), Hazard.LOCKS_TABLE));
            case "compression" -> List.of(Step.of(alter + "SET COMPRESSION " + value.orElse("default")));
            case "statistics" -> List.of(Step.of(alter + "SET STATISTICS " + value.orElse("-1")));
            case "options" -> TableSettings.options(alter.strip(), found.property(property), value);
            default -> List.of();
        };
    }

    private static Step type(CatalogObject wished, String alter) {
        return Step.of(
                alter + "TYPE" + clause(wished, "type", "%s") + clause(wished, "collation", "COLLATE %s"),
                Hazard.REWRITES_TABLE,
                Hazard.MAY_LOSE_DATA,
                Hazard.DEPENDANTS);
    }

    private static Step preset(String alter, Optional<String> value) {
        return Step.of(alter + value.map(text -> "SET DEFAULT " + text).orElse("DROP DEFAULT"), Hazard.LOCKS_TABLE);
    }

    private static boolean isGenerated(CatalogObject found, CatalogObject wished) {
        return found.property("generated as").isPresent()
                || wished.property("generated as").isPresent();
    }

    private static Step identity(CatalogObject found, CatalogObject wished, String alter) {
        var when = wished.property("identity").map(word -> word.toUpperCase(Locale.ROOT));
        var sql = when.map(word -> found.property("identity").isPresent()
                        ? "SET GENERATED " + word
                        : "ADD GENERATED " + word + " AS IDENTITY (" + Definitions.identityOptions(wished) + ")")
                .orElse("DROP IDENTITY");
        return Step.of(alter + sql, Hazard.LOCKS_TABLE);
    }

    /** One that comes or goes with the identity is told there. */
    private static List<Step> sequence(CatalogObject found, CatalogObject wished, String alter) {
        if (found.property("identity").isEmpty() || wished.property("identity").isEmpty()) {
            return List.of(Step.of(""));
        }
        var options = Definitions.identityOptions(wished).replaceAll(OPTION, "SET $1");
        return List.of(Step.of(alter + options, Hazard.LOCKS_TABLE));
    }

    private static List<Step> generated(CatalogObject found, CatalogObject wished, String alter) {
        if (wished.property("generated as").isEmpty()) {
            return List.of(Step.of(alter + "DROP EXPRESSION", Hazard.LOCKS_TABLE));
        }
        return found.property("generated as").isPresent()
                ? List.of(Step.of(
                        alter + "SET EXPRESSION AS ("
                                + wished.property("generated as").orElse("") + ")",
                        Hazard.REWRITES_TABLE))
                : List.of();
    }

    private static String upper(Optional<String> value, String otherwise) {
        return value.map(word -> word.toUpperCase(Locale.ROOT)).orElse(otherwise);
    }
}
