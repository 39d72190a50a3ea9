package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.ddl.Keys;
import java.util.Optional;

/** SQLAlchemy's inspector: turns its methods into questions about single objects. */
final class Inspector {
    private final String defaultSchema;
    private final Journal journal;
    private final Listing listing;

    Inspector(String defaultSchema, Journal journal) {
        this.defaultSchema = defaultSchema;
        this.journal = journal;
        this.listing = new Listing(journal.expected());
    }

    /** Empty where the method asks something else, or of a table that is not known. */
    Optional<Value> call(String method, Arguments arguments) {
        return switch (method) {
            case "get_table_names" -> names(Kind.TABLE, arguments);
            case "get_view_names", "get_materialized_view_names" -> names(Kind.VIEW, arguments);
            case "get_sequence_names" -> names(Kind.SEQUENCE, arguments);
            case "get_schema_names" -> names(Kind.SCHEMA, arguments);
            case "get_enums" -> schema(arguments, 0).map(schema -> listing.ofSchema(Kind.TYPE, schema));
            case "get_columns" -> ofTable(Kind.COLUMN, arguments);
            case "get_indexes" -> ofTable(Kind.INDEX, arguments);
            case "get_foreign_keys" -> constraints(ConstraintKind.FOREIGN_KEY, arguments);
            case "get_unique_constraints" -> constraints(ConstraintKind.UNIQUE, arguments);
            case "get_check_constraints" -> constraints(ConstraintKind.CHECK, arguments);
            case "get_pk_constraint" -> primaryKey(arguments);
            case "has_table" -> has(Kind.TABLE, arguments);
            case "has_sequence" -> has(Kind.SEQUENCE, arguments);
            case "has_schema" -> text(arguments.first()).map(name -> journal.ask(Keys.global(Kind.SCHEMA, name)));
            case "has_index" -> hasIndex(arguments);
            default -> Optional.empty();
        };
    }

    private Optional<Value> names(Kind kind, Arguments arguments) {
        return schema(arguments, 0).map(schema -> new Catalog.Names(listing.ofSchema(kind, schema)));
    }

    private Optional<Value> ofTable(Kind kind, Arguments arguments) {
        return table(arguments).map(table -> listing.ofTable(kind, table, _ -> true));
    }

    private Optional<Value> constraints(ConstraintKind kind, Arguments arguments) {
        return table(arguments).map(table -> listing.ofTable(Kind.CONSTRAINT, table, part -> Listing.isOf(part, kind)));
    }

    private Optional<ObjectKey> table(Arguments arguments) {
        var name = text(arguments.get(0, "table_name"));
        return schema(arguments, 1).flatMap(schema -> name.map(known -> Keys.table(schema, known)));
    }

    private Optional<Value> primaryKey(Arguments arguments) {
        journal.actsOnCatalog();
        return table(arguments).flatMap(listing::primaryKey);
    }

    private Optional<Value> has(Kind kind, Arguments arguments) {
        var name = text(arguments.get(0, kind.word() + "_name"));
        return schema(arguments, 1).flatMap(schema -> name.map(known -> journal.ask(Keys.of(kind, schema, known))));
    }

    private Optional<Value> hasIndex(Arguments arguments) {
        var name = text(arguments.get(1, "index_name"));
        return schema(arguments, 2)
                .flatMap(schema -> name.map(known -> journal.ask(Keys.of(Kind.INDEX, schema, known))));
    }

    private Optional<String> schema(Arguments arguments, int position) {
        return switch (arguments.get(position, "schema").orElse(Constants.NONE)) {
            case Text(var schema) -> Optional.of(schema);
            case Value.Nothing _ -> Optional.of(defaultSchema);
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(Optional<Value> value) {
        return value.flatMap(known -> known instanceof Text(var text) ? Optional.of(text) : Optional.empty());
    }
}
