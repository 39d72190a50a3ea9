package dev.restamp.postgres;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements by which {@link CatalogReader} reads, cut down to a few objects: for somebody who looks with psql. */
public final class CatalogSql {
    /** Of indexes the valid ones are meant. */
    private static final String PARAMETER = "i.indisvalid = ?";

    private CatalogSql() {}

    /**
     * One statement for each part of the catalog that has something to say of these objects. Of a table it shows all
     * constraints and indexes: their names are often PostgreSQL's own.
     */
    public static List<String> of(Collection<SchemaObject> objects) {
        Map<String, Set<String>> conditions = new LinkedHashMap<>();
        objects.stream()
                .sorted(Comparator.comparing(SchemaObject::key))
                .forEach(object -> conditions
                        .computeIfAbsent(file(object.key()), _ -> new LinkedHashSet<>())
                        .add(condition(object)));
        return conditions.entrySet().stream()
                .map(entry -> statement(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String statement(String file, Set<String> conditions) {
        var whole = Sql.beside(CatalogSql.class, file).text().replace(PARAMETER, "i.indisvalid");
        return "SELECT * FROM (\n" + whole + "\n) AS catalog\n WHERE "
                + conditions.stream().collect(Collectors.joining("\n    OR ", "", ";"));
    }

    private static String file(ObjectKey key) {
        return switch (key.kind()) {
            case SCHEMA -> "schemas.sql";
            case EXTENSION -> "extensions.sql";
            case TYPE -> "types.sql";
            case TABLE, VIEW, SEQUENCE -> "relations.sql";
            case COLUMN -> "columns.sql";
            case CONSTRAINT -> "constraints.sql";
            case INDEX -> "indexes.sql";
            case ROUTINE -> "routines.sql";
            case TRIGGER -> "triggers.sql";
        };
    }

    private static String condition(SchemaObject object) {
        var key = object.key();
        return switch (key.kind()) {
            case SCHEMA, EXTENSION -> is("name", key.path());
            case TYPE, TABLE, VIEW, SEQUENCE, ROUTINE -> is("(schema, name)", key.path());
            case COLUMN, TRIGGER -> is("(schema, \"table\", name)", key.path());
            case CONSTRAINT -> key.table().map(CatalogSql::isOf).orElseGet(() -> is("(schema, name)", key.path()));
            case INDEX ->
                object instanceof SchemaObject.Index index && index.table().isPresent()
                        ? isOf(index.table().get())
                        : is("(schema, name)", key.path());
        };
    }

    private static String isOf(ObjectKey table) {
        return is("(schema, \"table\")", table.path());
    }

    private static String is(String columns, List<String> path) {
        var values = path.stream().map(Sql::literal).collect(Collectors.joining(", "));
        return columns + " = " + (path.size() == 1 ? values : "(" + values + ")");
    }
}
