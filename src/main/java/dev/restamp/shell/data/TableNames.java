package dev.restamp.shell.data;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import java.util.List;
import java.util.stream.Stream;

/** What users call tables. */
public final class TableNames {
    private TableNames() {}

    /**
     * What a name may mean, the likeliest first: {@code schema.table}, else a table where the connection looks. One at
     * least.
     */
    public static List<ObjectKey> keys(Kind kind, String name, List<String> searchPath) {
        var dot = name.indexOf('.');
        var split = dot > 0
                ? Stream.of(ObjectKey.of(kind, name.substring(0, dot), name.substring(dot + 1)))
                : Stream.<ObjectKey>empty();
        var schemas = searchPath.isEmpty() ? List.of("public") : searchPath;
        return Stream.concat(split, schemas.stream().map(schema -> ObjectKey.of(kind, schema, name)))
                .toList();
    }

    /** As people write it: {@code orders}, {@code billing.invoices}. */
    public static String name(ObjectKey table) {
        return table.schema().equals("public") ? table.name() : qualified(table);
    }

    /** With its schema, always: {@code public.orders}. */
    public static String qualified(ObjectKey table) {
        return String.join(".", table.path());
    }
}
