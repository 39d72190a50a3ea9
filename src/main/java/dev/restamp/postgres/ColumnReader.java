package dev.restamp.postgres;

import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.Column;
import java.util.List;
import java.util.Optional;

/**
 * Reads the columns of tables.
 *
 * <p>The text of a type is what {@code format_type} writes, without the schema where that is {@code public} or where the
 * type is an extension's: {@code position_type}, {@code sales.status[]}, {@code vector(1536)}.
 */
final class ColumnReader {
    private static final Sql COLUMNS = Sql.beside(ColumnReader.class, "columns.sql");

    private ColumnReader() {}

    static List<? extends SchemaObject> read(Reading reading) {
        return reading.query(
                COLUMNS,
                row -> new Column(
                        ObjectKey.of(Kind.COLUMN, row.text("schema"), row.text("table"), row.text("name")),
                        row.optionalText("type"),
                        Optional.of(!row.flag("not_null")),
                        preset(row),
                        (int) row.number("position")));
    }

    private static Default preset(Row row) {
        return switch (row.text("preset")) {
            case "default" -> new Default.Expression(row.text("expression"));
            case "generated" ->
                row.optionalText("expression")
                        .<Default>map(Default.Generated::new)
                        .orElseGet(Default::unknown);
            case "identity always" -> new Default.Identity(true);
            case "identity" -> new Default.Identity(false);
            default -> Default.none();
        };
    }
}
