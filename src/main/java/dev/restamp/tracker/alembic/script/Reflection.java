package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.ddl.Keys;
import java.util.Optional;
import java.util.Set;

/** Tables that SQLAlchemy reads from the database: {@code sa.Table("users", metadata, autoload_with=bind)}. */
final class Reflection {
    /** What lists the names of a collection. */
    static final Set<String> LISTING = Set.of("keys", "values", "items", "get", "contains_column");

    private static final Set<String> AUTOLOAD = Set.of("autoload", "autoload_with");

    private final String defaultSchema;
    private final Listing listing;

    Reflection(String defaultSchema, Listing listing) {
        this.defaultSchema = defaultSchema;
        this.listing = listing;
    }

    /** What a metadata or a table has that is read from the database; empty where it was written out. */
    Optional<Value> attribute(Value target, String name) {
        return switch (target) {
            case Made made
            when made.is("MetaData") && name.equals("tables") ->
                Optional.of(new Catalog.Names(listing.ofSchema(Kind.TABLE, defaultSchema)));
            case Made made when made.is("Table") && isLoaded(made) -> key(made).flatMap(table -> parts(table, name));
            case Catalog.Table(var table) -> parts(table, name);
            default -> Optional.empty();
        };
    }

    private static boolean isLoaded(Made table) {
        return AUTOLOAD.stream().anyMatch(key -> table.arguments().get(key).isPresent());
    }

    private Optional<ObjectKey> key(Made table) {
        var schema = table.arguments().get("schema").orElse(Constants.NONE) instanceof Text(var given)
                ? given
                : defaultSchema;
        return table.arguments().get(0, "name").orElse(Constants.NONE) instanceof Text(var name)
                ? Optional.of(Keys.table(schema, name))
                : Optional.empty();
    }

    private Optional<Value> parts(ObjectKey table, String name) {
        return switch (name) {
            case "c", "columns" -> Optional.of(new Catalog.Names(objects(table, Kind.COLUMN)));
            case "indexes" -> Optional.of(objects(table, Kind.INDEX));
            case "constraints" -> Optional.of(objects(table, Kind.CONSTRAINT));
            case "name" -> Optional.of(new Text(table.name()));
            default -> Optional.empty();
        };
    }

    private Catalog.Objects objects(ObjectKey table, Kind kind) {
        return listing.ofTable(kind, table, _ -> true);
    }

    /** {@code metadata.tables["users"]}. */
    Optional<Value> item(Catalog.Names names, Value index) {
        return names.objects().kind() == Kind.TABLE && index instanceof Text(var name)
                ? Optional.of(new Catalog.Table(names.objects().key(name)))
                : Optional.empty();
    }
}
