package dev.restamp.core.catalog.sketch;

import static dev.restamp.core.catalog.sketch.SqlText.name;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements that give an object the properties it should have.
 *
 * @param made what has to be made again because it cannot be changed
 * @param unsaid the properties of which nothing can be said
 */
record Change(List<Step> steps, boolean made, List<String> unsaid) {
    /** Of objects that have no ALTER for what they are: dropped and made again. */
    private static final Set<CatalogKind> MADE_AGAIN = Set.of(
            CatalogKind.CONSTRAINT,
            CatalogKind.INDEX,
            CatalogKind.VIEW,
            CatalogKind.TRIGGER,
            CatalogKind.RULE,
            CatalogKind.POLICY,
            CatalogKind.STATISTICS);

    /** What a new object would not have either. */
    static final Set<String> NOT_IN_DEFINITION = Set.of("grants", "defaults", "column comments", "inherited");

    /** @param properties those that differ */
    static Change of(CatalogObject found, CatalogObject wished, List<String> properties, CatalogSnapshot snapshot) {
        var steps = new ArrayList<Step>();
        var unsaid = new ArrayList<String>();
        for (var property : properties) {
            var said = common(wished, property).or(() -> own(found, wished, property));
            if (said.isPresent()) {
                steps.addAll(said.get());
            } else if (MADE_AGAIN.contains(wished.kind())
                    && !NOT_IN_DEFINITION.contains(property)
                    && !new Creation(snapshot).of(wished).isEmpty()) {
                return new Change(List.of(), true, List.of());
            } else {
                unsaid.add(property);
            }
        }
        steps.removeIf(step -> step.sql().isEmpty());
        return new Change(steps.stream().distinct().toList(), false, unsaid);
    }

    private static Optional<List<Step>> common(CatalogObject wished, String property) {
        return switch (property) {
            case "comment" ->
                Naming.comment(wished)
                        .map(what -> "COMMENT ON " + what + " IS "
                                + wished.property("comment")
                                        .map(SqlText::literal)
                                        .orElse("NULL"))
                        .map(sql -> List.of(Step.of(sql)));
            case "owner" ->
                Naming.altered(wished)
                        .map(what -> List.of(Step.of("ALTER " + what + " OWNER TO "
                                + name(wished.property("owner").orElse("")))));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Step>> own(CatalogObject found, CatalogObject wished, String property) {
        var said = switch (wished.kind()) {
            case COLUMN -> ColumnChange.of(found, wished, property);
            case TABLE -> table(found, wished, property);
            case SEQUENCE -> sequence(wished, property);
            case TYPE -> TypeChange.of(found, wished, property);
            case EXTENSION -> extension(wished, property);
            case FUNCTION -> function(found, wished, property);
            case CONSTRAINT -> constraint(wished, property);
            case VIEW -> view(found, wished, property);
            case INDEX -> options(found, wished, property);
            case EVENT_TRIGGER -> eventTrigger(wished, property);
            case TRIGGER, RULE ->
                property.equals("state")
                        ? List.of(Step.of(
                                Creation.state(wished, wished.property("state").orElse(""))))
                        : List.<Step>of();
            default -> List.<Step>of();
        };
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private static List<Step> table(CatalogObject found, CatalogObject wished, String property) {
        return property.equals("options")
                ? options(found, wished, property)
                : TableSettings.one(wished, property).stream().toList();
    }

    private static List<Step> options(CatalogObject found, CatalogObject wished, String property) {
        return property.equals("options")
                ? Naming.altered(wished)
                        .map(what -> TableSettings.options(
                                "ALTER " + what, found.property(property), wished.property(property)))
                        .orElse(List.of())
                : List.of();
    }

    /** Another query for the same columns keeps grants, comments, and what depends on the view. */
    private static List<Step> view(CatalogObject found, CatalogObject wished, String property) {
        var alter = "ALTER " + Naming.altered(wished).orElse("");
        var materialized = Naming.is(wished, "materialized");
        return switch (property) {
            case "options" -> options(found, wished, property);
            case "definition" ->
                !materialized && found.property("columns").equals(wished.property("columns"))
                        ? Definitions.of(wished)
                                .map(sql -> List.of(Step.of(sql.replaceFirst("CREATE VIEW", "CREATE OR REPLACE VIEW"))))
                                .orElse(List.of())
                        : List.of();
            case "populated" ->
                List.of(Step.of("REFRESH MATERIALIZED VIEW " + name(wished.path())
                        + SqlText.flag(wished, "populated", "WITH NO DATA")));
            case "access method" ->
                List.of(Step.of(alter + " SET ACCESS METHOD "
                        + wished.property(property).orElse("heap")));
            case "tablespace" ->
                List.of(Step.of(alter + " SET TABLESPACE "
                        + wished.property(property).map(SqlText::name).orElse("pg_default")));
            default -> List.of();
        };
    }

    private static List<Step> eventTrigger(CatalogObject wished, String property) {
        return property.equals("state")
                ? List.of(Step.of("ALTER EVENT TRIGGER " + name(wished.path()) + " "
                        + switch (wished.property("state").orElse("")) {
                            case "disabled" -> "DISABLE";
                            case "replica" -> "ENABLE REPLICA";
                            case "always" -> "ENABLE ALWAYS";
                            default -> "ENABLE";
                        }))
                : List.of();
    }

    private static List<Step> sequence(CatalogObject wished, String property) {
        var alter = "ALTER SEQUENCE " + name(wished.path());
        return switch (property) {
            case "owned by" ->
                List.of(Step.of(
                        alter + " OWNED BY " + wished.property("owned by").orElse("NONE")));
            case "persistence" ->
                List.of(Step.of(
                        alter + (wished.property("persistence").isPresent() ? " SET UNLOGGED" : " SET LOGGED")));
            case "type", "start", "increment", "minimum", "maximum", "cache", "cycle" ->
                List.of(Step.of(alter + " AS " + wished.property("type").orElse("") + Definitions.sequence(wished)));
            default -> List.of();
        };
    }

    private static List<Step> extension(CatalogObject wished, String property) {
        var alter = "ALTER EXTENSION " + name(wished.path());
        return switch (property) {
            case "version" ->
                List.of(Step.of(
                        alter + " UPDATE TO "
                                + SqlText.literal(wished.property("version").orElse("")),
                        Hazard.NOT_TAKEN_BACK));
            case "in schema" ->
                List.of(Step.of(alter + " SET SCHEMA "
                        + name(wished.property("in schema").orElse(""))));
            default -> List.of();
        };
    }

    /** Another result, or other defaults, take a new function. */
    private static List<Step> function(CatalogObject found, CatalogObject wished, String property) {
        var definition = Definitions.of(wished);
        if (definition.isEmpty() || property.equals("grants") || property.equals("kind")) {
            return List.of();
        }
        var replaced = found.property("result").equals(wished.property("result"))
                && found.property("parameters").equals(wished.property("parameters"));
        return replaced
                ? List.of(Step.of(definition.get()))
                : Naming.altered(found)
                        .map(what -> List.of(
                                Step.of("DROP " + what, Hazard.DEPENDANTS, Hazard.FORGETS_GRANTS),
                                Step.of(definition.get())))
                        .orElse(List.of());
    }

    /** One that was not checked is checked; everything else takes a new one. */
    private static List<Step> constraint(CatalogObject wished, String property) {
        return property.equals("validated") && wished.property("validated").isEmpty()
                ? List.of(Step.of(
                        "ALTER TABLE " + SqlText.table(wished) + " VALIDATE CONSTRAINT " + SqlText.last(wished),
                        Hazard.ROWS_MUST_FIT))
                : List.of();
    }
}
