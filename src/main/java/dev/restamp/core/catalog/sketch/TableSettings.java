package dev.restamp.core.catalog.sketch;

import static dev.restamp.core.catalog.sketch.SqlText.name;

import dev.restamp.core.catalog.CatalogObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is set of a table with ALTER TABLE. */
final class TableSettings {
    /** Those that name an index: they can be set when it is there. */
    static final List<String> ON_INDEX = List.of("replica identity", "clustered on");

    private static final List<String> SET = List.of("row security", "forced row security");

    private TableSettings() {}

    static void all(CatalogObject table, List<String> into) {
        SET.stream()
                .filter(property -> table.property(property).isPresent())
                .forEach(property -> one(table, property).ifPresent(step -> into.add(step.sql())));
        table.property("replica identity")
                .filter(List.of("full", "nothing")::contains)
                .flatMap(_ -> one(table, "replica identity"))
                .ifPresent(step -> into.add(step.sql()));
    }

    /** The statement that gives a table this property as {@code table} has it; empty where there is none. */
    static Optional<Step> one(CatalogObject table, String property) {
        var alter = "ALTER TABLE " + name(table.path()) + " ";
        var value = table.property(property);
        return switch (property) {
            case "row security" -> step(alter + (value.isPresent() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
            case "forced row security" ->
                step(alter + (value.isPresent() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY");
            case "replica identity" -> step(alter + "REPLICA IDENTITY " + identity(value));
            case "clustered on" ->
                step(alter + value.map(index -> "CLUSTER ON " + lastPart(index)).orElse("SET WITHOUT CLUSTER"));
            case "persistence" ->
                Optional.of(
                        Step.of(alter + (value.isPresent() ? "SET UNLOGGED" : "SET LOGGED"), Hazard.REWRITES_TABLE));
            case "access method" ->
                Optional.of(Step.of(alter + "SET ACCESS METHOD " + value.orElse("heap"), Hazard.REWRITES_TABLE));
            case "tablespace" ->
                Optional.of(Step.of(
                        alter + "SET TABLESPACE " + value.map(SqlText::name).orElse("pg_default"),
                        Hazard.REWRITES_TABLE));
            default -> Optional.empty();
        };
    }

    private static Optional<Step> step(String sql) {
        return Optional.of(Step.of(sql, Hazard.LOCKS_TABLE));
    }

    private static String identity(Optional<String> value) {
        return switch (value.orElse("")) {
            case "" -> "DEFAULT";
            case "full" -> "FULL";
            case "nothing" -> "NOTHING";
            case String index -> "USING INDEX " + lastPart(index);
        };
    }

    /** An index is named without its schema here. */
    private static String lastPart(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /**
     * Storage parameters, of tables, views and indexes: those that are wished, and a RESET of those that are not.
     *
     * @param found {@code fillfactor=70, autovacuum_enabled=false}; empty for none
     */
    static List<Step> options(String alter, Optional<String> found, Optional<String> wished) {
        var names = found.stream()
                .flatMap(text -> List.of(text.split(", ", -1)).stream())
                .map(option -> option.replaceFirst("=.*", ""))
                .filter(name -> wished.stream()
                        .flatMap(text -> List.of(text.split(", ", -1)).stream())
                        .noneMatch(option -> option.startsWith(name + "=")))
                .toList();
        var reset = names.isEmpty()
                ? Optional.<Step>empty()
                : Optional.of(Step.of(alter + " RESET (" + String.join(", ", names) + ")"));
        var set = wished.map(text -> Step.of(alter + " SET (" + text + ")"));
        return Stream.concat(reset.stream(), set.stream()).toList();
    }
}
