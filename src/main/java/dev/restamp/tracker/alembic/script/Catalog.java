package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.ddl.Keys;
import java.util.List;
import java.util.Optional;

/** What a script asks an inspector, as far as the question is whether one object is there. */
sealed interface Catalog extends Value.Thing {
    @Override
    default boolean isThere() {
        return false;
    }

    /**
     * All objects of a kind in a schema, or in a table.
     *
     * @param table of columns, constraints and indexes
     * @param expected of that kind, when the script looks, in this schema and in others; empty where that is not certain
     */
    record Objects(Kind kind, String schema, Optional<ObjectKey> table, Optional<List<SchemaObject>> expected)
            implements Catalog {
        ObjectKey key(String name) {
            return switch (kind) {
                case COLUMN, CONSTRAINT, TRIGGER ->
                    Keys.part(kind, table.orElseThrow(() -> new IllegalStateException(kind + " without table")), name);
                case SCHEMA, EXTENSION -> Keys.global(kind, name);
                case TYPE, SEQUENCE, TABLE, INDEX, VIEW, ROUTINE -> Keys.of(kind, schema, name);
            };
        }
    }

    /** A table that SQLAlchemy reads from the database. */
    record Table(ObjectKey key) implements Catalog {}

    /** One of them, as the inspector describes it. */
    record Row(Objects objects) implements Catalog {}

    /** The name of one of them, whichever it is. */
    record Name(Objects objects) implements Catalog {}

    /** The names of all of them. */
    record Names(Objects objects) implements Catalog {}

    /**
     * Whether this object was there when the script looked.
     *
     * @param question its number in the {@link Journal}
     */
    record Exists(int question, ObjectKey key) implements Catalog {}

    /** For each of them, whether it is this one. */
    record Matches(Exists exists) implements Catalog {}
}
