package dev.restamp.postgres;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the catalog: one statement per reader, whatever the size of the schema.
 *
 * <p>User schemas only, and nothing that belongs to an extension. A partition is a table, but what it has from its parent
 * is not told again.
 */
public final class CatalogReader {
    private static final List<Function<Reading, List<? extends SchemaObject>>> READERS = List.of(
            NamedReader::schemas,
            NamedReader::extensions,
            NamedReader::routines,
            NamedReader::triggers,
            TypeReader::read,
            RelationReader::read,
            ColumnReader::read,
            ConstraintReader::read,
            reading -> IndexReader.read(reading, true));

    private CatalogReader() {}

    /** Every object of every user schema, in the order of kinds and then of names. */
    public static Schema read(Reading reading) {
        reading.withoutCompiling();
        return Schema.of(READERS.stream()
                .flatMap(reader -> reader.apply(reading).stream())
                .sorted(Comparator.comparing(SchemaObject::key))
                .toList());
    }

    /** Indexes that a failed {@code CREATE INDEX CONCURRENTLY} left behind: there by name, used by no query. */
    public static List<ObjectKey> invalidIndexes(Reading reading) {
        return IndexReader.read(reading, false).stream().map(SchemaObject::key).toList();
    }
}
