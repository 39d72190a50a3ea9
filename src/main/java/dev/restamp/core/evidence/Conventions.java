package dev.restamp.core.evidence;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Names;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what a script calls by a name that a naming convention gave it. Conventions stand in the project's metadata, not in
 * its scripts: one script makes a constraint without a name, a later one drops {@code uq_users_email}.
 */
final class Conventions {
    private Conventions() {}

    /** The one object that the name can mean; empty where none can, or several. */
    static Optional<ObjectKey> find(ObjectKey named, Catalog catalog) {
        return switch (named.kind()) {
            case CONSTRAINT ->
                only(parts(named, catalog), part -> hasLongerName(part, named))
                        .or(() ->
                                only(parts(named, catalog), part -> isUnnamed(part) && describes(named.name(), part)));
            case INDEX ->
                only(
                        catalog.all().stream().filter(SchemaObject.Index.class::isInstance),
                        index -> isUnnamed(index) && describes(named.name(), index));
            case SCHEMA, EXTENSION, TYPE, SEQUENCE, TABLE, COLUMN, VIEW, ROUTINE, TRIGGER -> Optional.empty();
        };
    }

    private static Stream<SchemaObject> parts(ObjectKey named, Catalog catalog) {
        return named.table().stream()
                .flatMap(table -> catalog.dependants(table).stream())
                .filter(part -> part.key().kind() == Kind.CONSTRAINT);
    }

    private static Optional<ObjectKey> only(Stream<SchemaObject> objects, Predicate<SchemaObject> test) {
        var found = objects.filter(test).map(SchemaObject::key).limit(2).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The convention may put its prefix before the name that the script gives. */
    private static boolean hasLongerName(SchemaObject part, ObjectKey named) {
        return part.key().name().endsWith("_" + named.name());
    }

    private static boolean isUnnamed(SchemaObject object) {
        return switch (object) {
            case SchemaObject.Constraint constraint -> !constraint.named();
            case SchemaObject.Index index -> !index.named();
            default -> false;
        };
    }

    /** Whether the name may be made of the kind, the table and the columns, as every convention makes it. */
    private static boolean describes(String name, SchemaObject object) {
        return switch (object) {
            case SchemaObject.Constraint constraint ->
                isOfKind(name, constraint.kind())
                        && (constraint.kind() == ConstraintKind.PRIMARY_KEY || mentions(name, constraint.columns()));
            case SchemaObject.Index index ->
                index.table().filter(table -> name.contains(table.name())).isPresent()
                        && mentions(name, index.columns());
            default -> false;
        };
    }

    private static boolean mentions(String name, List<String> columns) {
        return !columns.isEmpty() && (name.contains(Names.joined(columns)) || name.endsWith("_" + columns.getFirst()));
    }

    private static boolean isOfKind(String name, ConstraintKind kind) {
        var lower = name.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case PRIMARY_KEY -> lower.startsWith("pk") || lower.endsWith("pk") || lower.endsWith("pkey");
            case UNIQUE -> lower.startsWith("u") || lower.endsWith("key") || lower.endsWith("uc");
            case FOREIGN_KEY -> lower.contains("fk");
            case CHECK -> lower.startsWith("c") || lower.endsWith("check");
            case EXCLUSION -> lower.startsWith("ex") || lower.endsWith("excl");
        };
    }
}
