package dev.restamp.core.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is compared.
 *
 * @param kinds empty for all
 * @param schemas patterns of the schemas that are wanted; empty for all
 * @param tables patterns of the tables and views that are wanted with their parts, as {@code users} or
 *     {@code billing.*}; empty for everything
 * @param ignored patterns of what is left out: {@code alembic_version}, {@code audit.*}
 * @param owners whether owners count; hosted platforms change them
 * @param grants whether rights count; hosted platforms change them
 * @param order whether the order of columns counts
 * @param populated whether it counts if a materialised view has been filled: after a dump of the schema alone none is
 */
public record Scope(
        Set<CatalogKind> kinds,
        List<String> schemas,
        List<String> tables,
        List<String> ignored,
        boolean owners,
        boolean grants,
        boolean order,
        boolean populated) {
    /** Everything that a definition says, but for owners, rights and the order of columns. */
    public static final Scope USUAL = new Scope(Set.of(), List.of(), List.of(), List.of(), false, false, false, false);

    public Scope {
        kinds = Set.copyOf(kinds);
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        ignored = List.copyOf(ignored);
    }

    /** Those of the wanted tables that neither side has: mistyped, and no reason to call both sides equal. */
    public List<String> unknown(CatalogSnapshot left, CatalogSnapshot right) {
        return unknown(relations(left), relations(right));
    }

    /** The same, of the paths of tables. */
    public List<String> unknown(List<List<String>> left, List<List<String>> right) {
        return tables.stream()
                .filter(pattern -> Stream.concat(left.stream(), right.stream())
                        .noneMatch(path -> fits(pattern, String.join(".", path))))
                .toList();
    }

    private List<List<String>> relations(CatalogSnapshot side) {
        return tables.isEmpty()
                ? List.of()
                : side.objects().stream()
                        .filter(CatalogObject::isRelation)
                        .map(CatalogObject::path)
                        .toList();
    }

    /** Whether it counts. */
    public boolean has(CatalogObject object) {
        return (kinds.isEmpty() || kinds.contains(object.kind()))
                && (schemas.isEmpty()
                        || schemas.stream()
                                .anyMatch(pattern -> fits(pattern, object.path().getFirst())))
                && (tables.isEmpty() || (isOfRelation(object) && matches(tables, object)))
                && !matches(ignored, object)
                && (grants || object.kind() != CatalogKind.DEFAULT_PRIVILEGES);
    }

    /** The properties that do not count. The position of a column never does by itself: see {@link ColumnOrder}. */
    Set<String> unasked() {
        var out = new HashSet<String>();
        out.add("position");
        if (!owners) {
            out.add("owner");
        }
        if (!grants) {
            out.add("grants");
        }
        if (!populated) {
            out.add("populated");
        }
        return out;
    }

    /** A table or a view, or a part of one. */
    private static boolean isOfRelation(CatalogObject object) {
        return object.isRelation() || object.relation().isPresent();
    }

    /** A pattern stands for the whole name or for that of the table. */
    private static boolean matches(List<String> patterns, CatalogObject object) {
        var whole = String.join(".", object.path());
        var relation = String.join(".", object.relation().orElse(object.path()));
        return patterns.stream().anyMatch(pattern -> fits(pattern, whole) || fits(pattern, relation));
    }

    /** {@code *} stands for any characters; a name without a schema is looked for in {@code public}. */
    private static boolean fits(String pattern, String name) {
        var parts = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote);
        return name.matches("(public\\.)?" + parts.collect(Collectors.joining(".*")));
    }
}
