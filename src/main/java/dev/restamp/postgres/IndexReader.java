package dev.restamp.postgres;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject.Index;
import java.util.List;
import java.util.Optional;

/** Reads the indexes that are not the index of a constraint. */
final class IndexReader {
    private static final Sql INDEXES = Sql.beside(IndexReader.class, "indexes.sql");

    private IndexReader() {}

    /**
     * @param valid whether those are wanted that queries can use, or those that are there by name only
     */
    static List<Index> read(Reading reading, boolean valid) {
        return reading.query(INDEXES, IndexReader::index, valid);
    }

    /** The index of a materialised view counts as one of a table: a script that makes it cannot tell. */
    private static Index index(Row row) {
        var schema = row.text("schema");
        return new Index(
                ObjectKey.of(Kind.INDEX, schema, row.text("name")),
                Optional.of(ObjectKey.of(Kind.TABLE, schema, row.text("table"))),
                row.texts("columns"),
                Optional.of(row.flag("is_unique")),
                details(row),
                true);
    }

    /** It is there and has no text where the table is locked. */
    static Clause clause(Row row, String flag, String text) {
        return row.flag(flag) ? row.optionalText(text).map(Clause::of).orElseGet(Clause::some) : Clause.none();
    }

    private static IndexDetails details(Row row) {
        return new IndexDetails(
                clause(row, "partial", "predicate"),
                clause(row, "computed", "expressions"),
                row.optionalText("method"),
                Optional.of(row.texts("included")),
                Optional.of(row.texts("descending").stream().map("1"::equals).toList()));
    }
}
