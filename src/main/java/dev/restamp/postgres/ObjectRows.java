package dev.restamp.postgres;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Makes an object of each row that a statement of {@link CatalogSnapshots} answers with. */
final class ObjectRows {
    private final CatalogKind kind;
    private final ColumnNames names;
    private final Seen seen;
    private final List<Field> fields = new ArrayList<>();

    ObjectRows(CatalogKind kind, ColumnNames names, Seen seen) {
        this.kind = kind;
        this.names = names;
        this.seen = seen;
    }

    /** A column of the answer: what it is called and what becomes of it. */
    record Field(String name, Use use) {
        private static final Set<String> PATH = Set.of("schema", "table", "name", "arguments");

        /** @param label {@code not_null}, or with a mark {@code columns#} or {@code #relation} */
        static Field of(String label) {
            var name = label.replace("#", "").replace('_', ' ');
            if (label.startsWith("#")) {
                return new Field(name, Use.COLUMN_NAME);
            }
            if (label.endsWith("#")) {
                return new Field(name, Use.COLUMN_NUMBERS);
            }
            return new Field(name, PATH.contains(name) ? Use.PATH : Use.PROPERTY);
        }
    }

    enum Use {
        PATH,
        PROPERTY,
        /** A property, as numbers of columns. */
        COLUMN_NUMBERS,
        /** No property: what the others need to know of a column. */
        COLUMN_NAME
    }

    CatalogObject object(Row row) {
        if (fields.isEmpty()) {
            row.columns().stream().map(Field::of).forEach(fields::add);
        }
        var path = new ArrayList<String>();
        var properties = new LinkedHashMap<String, String>();
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var value = row.textAt(i + 1);
            if (field.use() == Use.PATH) {
                path.add(value == null ? "" : seen.text(value));
            } else if (value != null && field.use() == Use.PROPERTY) {
                properties.put(field.name(), seen.text(value));
            } else if (value != null && field.use() == Use.COLUMN_NUMBERS) {
                properties.put(field.name(), seen.text(names.named(value)));
            }
        }
        if (kind == CatalogKind.COLUMN) {
            names.add(row, path.getLast());
        }
        return new CatalogObject(kind, path, seen.properties(properties));
    }
}
