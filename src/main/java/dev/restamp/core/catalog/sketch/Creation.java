package dev.restamp.core.catalog.sketch;

import static dev.restamp.core.catalog.sketch.SqlText.clause;
import static dev.restamp.core.catalog.sketch.SqlText.last;
import static dev.restamp.core.catalog.sketch.SqlText.name;
import static dev.restamp.core.catalog.sketch.SqlText.table;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements that make an object with all that it has. Empty where there is none that can be said. */
record Creation(CatalogSnapshot wished) {
    List<Step> of(CatalogObject object) {
        var definition = object.kind() == CatalogKind.TABLE ? table(object) : Definitions.of(object);
        if (definition.isEmpty()) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        steps.add(new Step(definition.get(), Hazards.ofMaking(object)));
        after(object).forEach(sql -> steps.add(Step.of(sql)));
        return steps;
    }

    /** A foreign or a typed table is not made. */
    private Optional<String> table(CatalogObject object) {
        if (Naming.is(object, "foreign") || object.property("of type").isPresent()) {
            return Optional.empty();
        }
        var columns = columns(object);
        var unlogged = object.property("persistence").equals(Optional.of("unlogged")) ? "UNLOGGED " : "";
        var bounds = object.property("partition bounds");
        var parents = object.property("parents").orElse("");
        return Optional.of("CREATE " + unlogged + "TABLE " + name(object.path())
                + bounds.map(text -> " PARTITION OF " + parents + " " + text).orElseGet(() -> " (" + columns + ")")
                + (bounds.isEmpty() && !parents.isEmpty() ? " INHERITS (" + parents + ")" : "")
                + clause(object, "partition key", "PARTITION BY %s") + clause(object, "access method", "USING %s")
                + clause(object, "options", "WITH (%s)")
                + object.property("tablespace")
                        .map(space -> " TABLESPACE " + name(space))
                        .orElse(""));
    }

    private String columns(CatalogObject table) {
        return wished.parts(table.path()).stream()
                .filter(part -> part.kind() == CatalogKind.COLUMN)
                .filter(column -> !column.property("inherited").equals(Optional.of("only")))
                .sorted(Comparator.comparingInt(Creation::position))
                .map(Definitions::column)
                .collect(Collectors.joining(", "));
    }

    private static int position(CatalogObject column) {
        return column.property("position").map(Integer::parseInt).orElse(0);
    }

    /** What is set once it is there. */
    List<String> after(CatalogObject object) {
        var more = new ArrayList<String>();
        switch (object.kind()) {
            case TABLE -> TableSettings.all(object, more);
            case COLUMN -> ColumnChange.settings(object, more);
            case TRIGGER, RULE -> object.property("state").ifPresent(state -> more.add(state(object, state)));
            case INDEX -> index(object, more);
            case STATISTICS ->
                object.property("target")
                        .ifPresent(target ->
                                more.add("ALTER STATISTICS " + name(object.path()) + " SET STATISTICS " + target));
            default -> {}
        }
        comment(object).ifPresent(more::add);
        return more;
    }

    static String state(CatalogObject object, String state) {
        var what = object.kind().word().toUpperCase(Locale.ROOT);
        var how = switch (state) {
            case "disabled" -> "DISABLE " + what;
            case "replica" -> "ENABLE REPLICA " + what;
            case "always" -> "ENABLE ALWAYS " + what;
            default -> "ENABLE " + what;
        };
        return "ALTER TABLE " + SqlText.table(object) + " " + how + " " + last(object);
    }

    /** What its table says of it is lost with the index. */
    private void index(CatalogObject index, List<String> into) {
        index.property("statistics").ifPresent(text -> into.addAll(indexStatistics(index, text)));
        var table = wished.get(CatalogKind.TABLE, index.path().subList(0, 2));
        var name = name(List.of(index.path().getFirst(), index.path().getLast()));
        if (table != null) {
            TableSettings.ON_INDEX.stream()
                    .filter(property -> table.property(property).equals(Optional.of(name)))
                    .forEach(property -> TableSettings.one(table, property).ifPresent(step -> into.add(step.sql())));
        }
    }

    /** {@code 1: 300, 2: 200}. */
    private static List<String> indexStatistics(CatalogObject index, String text) {
        return List.of(text.split(", ", -1)).stream()
                .map(part -> part.split(": ", 2))
                .map(part -> "ALTER INDEX "
                        + name(List.of(index.path().getFirst(), index.path().getLast())) + " ALTER COLUMN " + part[0]
                        + " SET STATISTICS " + part[1])
                .toList();
    }

    static Optional<String> comment(CatalogObject object) {
        return object.property("comment")
                .flatMap(text ->
                        Naming.comment(object).map(what -> "COMMENT ON " + what + " IS " + SqlText.literal(text)));
    }
}
