package dev.restamp.tracker.sql;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.ddl.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Queries of the catalog that ask whether one object is there, as scripts write them by hand. */
public final class CatalogQuery {
    /** What a catalog relation tells, and in which columns it has the schema, the table and the name of an object. */
    private record Source(Pattern from, Kind kind, String schema, Optional<String> table, String name) {
        static Source of(String relation, Kind kind, String schema, String name) {
            return new Source(from(relation), kind, schema, Optional.empty(), name);
        }

        static Source ofPart(String relation, Kind kind, String schema, String table, String name) {
            return new Source(from(relation), kind, schema, Optional.of(table), name);
        }

        private static Pattern from(String relation) {
            return Pattern.compile("(?i)\\bfrom\\s+(?:pg_catalog\\.)?" + relation.replace(".", "\\.") + "\\b");
        }
    }

    private static final List<Source> SOURCES = List.of(
            Source.ofPart("information_schema.columns", Kind.COLUMN, "table_schema", "table_name", "column_name"),
            Source.ofPart(
                    "information_schema.table_constraints",
                    Kind.CONSTRAINT,
                    "table_schema",
                    "table_name",
                    "constraint_name"),
            Source.of("information_schema.tables", Kind.TABLE, "table_schema", "table_name"),
            Source.of("information_schema.views", Kind.VIEW, "table_schema", "table_name"),
            Source.of("information_schema.schemata", Kind.SCHEMA, "", "schema_name"),
            Source.of("pg_tables", Kind.TABLE, "schemaname", "tablename"),
            Source.of("pg_views", Kind.VIEW, "schemaname", "viewname"),
            Source.of("pg_matviews", Kind.VIEW, "schemaname", "matviewname"),
            Source.of("pg_indexes", Kind.INDEX, "schemaname", "indexname"),
            Source.of("pg_extension", Kind.EXTENSION, "", "extname"),
            Source.of("pg_namespace", Kind.SCHEMA, "", "nspname"),
            Source.of("pg_type", Kind.TYPE, "nspname", "typname"));

    private static final Pattern CONSTRAINT =
            Pattern.compile("(?is)\\bfrom\\s+(?:pg_catalog\\.)?pg_constraint\\b.*\\bconname\\s*=\\s*'([^']*)'");
    private static final Pattern REGCLASS =
            Pattern.compile("(?is)\\s*select\\s+to_regclass\\s*\\(\\s*'([\\w.]+)'\\s*\\)\\s*;?\\s*");
    private static final Pattern NEGATED = Pattern.compile("(?i)\\bnot\\s+exists\\b");
    private static final Pattern WHERE = Pattern.compile("(?is)\\bwhere\\b(.*)");
    /** What makes a condition more than a list of names that must be equal. */
    private static final Pattern MORE = Pattern.compile("(?i)\\b(?:or|not|like|ilike|in|any|<>|join)\\b|!=|~");

    private final String defaultSchema;
    private final Map<String, String> parameters;

    /** @param parameters the values of {@code :name} */
    public CatalogQuery(String defaultSchema, Map<String, String> parameters) {
        this.defaultSchema = defaultSchema;
        this.parameters = parameters;
    }

    /**
     * Whether a query asks for this object, for its table, or by its name alone for a constraint.
     *
     * @param schema of names that are written without one
     */
    static boolean isAbout(String query, ObjectKey key, String schema) {
        var constraint = CONSTRAINT.matcher(query);
        if (constraint.find()) {
            return key.kind() == Kind.CONSTRAINT && key.name().equals(constraint.group(1));
        }
        return new CatalogQuery(schema, Map.of())
                .asked(query)
                .filter(asked -> asked.equals(key) || key.isPartOf(asked))
                .isPresent();
    }

    /** The object asked for; empty where the text is another query. */
    public Optional<ObjectKey> asked(String sql) {
        var regclass = REGCLASS.matcher(sql);
        if (regclass.matches()) {
            return Optional.of(relation(regclass.group(1)));
        }
        var where = WHERE.matcher(sql);
        if (NEGATED.matcher(sql).find()
                || !where.find()
                || MORE.matcher(where.group(1)).find()) {
            return Optional.empty();
        }
        var conditions = where.group(1);
        return SOURCES.stream()
                .filter(source -> source.from().matcher(sql).find())
                .findFirst()
                .flatMap(source -> key(source, conditions));
    }

    private ObjectKey relation(String name) {
        var dot = name.indexOf('.');
        return dot < 0 ? Keys.table(defaultSchema, name) : Keys.table(name.substring(0, dot), name.substring(dot + 1));
    }

    private Optional<ObjectKey> key(Source source, String conditions) {
        var schema = value(conditions, source.schema()).orElse(defaultSchema);
        var name = value(conditions, source.name());
        return switch (source.kind()) {
            case SCHEMA, EXTENSION -> name.map(known -> Keys.global(source.kind(), known));
            case COLUMN, CONSTRAINT ->
                source.table()
                        .flatMap(column -> value(conditions, column))
                        .flatMap(
                                table -> name.map(known -> Keys.part(source.kind(), Keys.table(schema, table), known)));
            case TABLE, VIEW, INDEX, TYPE, SEQUENCE, ROUTINE, TRIGGER ->
                name.map(known -> Keys.of(source.kind(), schema, known));
        };
    }

    /** What the column must be equal to. */
    private Optional<String> value(String conditions, String column) {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        var equal = Pattern.compile("(?i)\\b" + column + "\\s*=\\s*(?:'([^']*)'|:(\\w+))")
                .matcher(conditions);
        if (!equal.find()) {
            return Optional.empty();
        }
        return equal.group(1) != null
                ? Optional.of(equal.group(1))
                : Optional.ofNullable(parameters.get(equal.group(2)));
    }
}
