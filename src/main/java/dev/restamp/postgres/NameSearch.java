package dev.restamp.postgres;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import java.util.List;

/** Looks for tables by the beginning of their names. */
public final class NameSearch {
    private static final Sql TABLES = Sql.beside(NameSearch.class, "names.sql");

    private NameSearch() {}

    /** Up to 200 of them, by name. */
    public static List<ObjectKey> tables(Reading reading, String beginning) {
        return reading.query(TABLES, row -> ObjectKey.of(Kind.TABLE, row.text("schema"), row.text("name")), beginning);
    }
}
