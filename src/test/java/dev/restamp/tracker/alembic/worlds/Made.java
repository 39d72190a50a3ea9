package dev.restamp.tracker.alembic.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the revisions drawn so far have made, as the next one may use it. */
final class Made {
    final List<Table> tables = new ArrayList<>();
    final List<Labels> enums = new ArrayList<>();

    /** An enum type. */
    static final class Labels {
        final String name;
        final List<String> labels;
        final Touches touches;

        Labels(String name, List<String> labels, String maker) {
            this.name = name;
            this.labels = new ArrayList<>(labels);
            this.touches = new Touches(maker);
        }

        String python(String extra) {
            return "(" + labels.stream().map(label -> "'" + label + "', ").collect(Collectors.joining()) + "name='"
                    + name + "'" + extra + ")";
        }

        String create() {
            return "CREATE TYPE " + name + " AS ENUM ("
                    + labels.stream().map(label -> "'" + label + "'").collect(Collectors.joining(", ")) + ")";
        }
    }

    /** A table, its columns without the key {@code id}. */
    static final class Table {
        final String schema;
        String name;
        final List<Column> columns = new ArrayList<>();
        final List<Part> parts = new ArrayList<>();
        final Touches touches;
        boolean pinned;

        Table(String schema, String name, String maker) {
            this.schema = schema;
            this.name = name;
            this.touches = new Touches(maker);
        }

        boolean isPublic() {
            return schema.equals("public");
        }

        String sql() {
            return isPublic() ? name : schema + "." + name;
        }

        /** For the end of a call. */
        String schemaArgument() {
            return isPublic() ? "" : ", schema='" + schema + "'";
        }

        List<Column> seen(Set<String> ancestors) {
            return columns.stream()
                    .filter(column -> ancestors.contains(column.maker))
                    .toList();
        }

        Stream<Part> parts(Part.Sort sort, Set<String> ancestors) {
            return parts.stream().filter(part -> part.sort == sort && ancestors.contains(part.maker));
        }

        void drop(Column column) {
            columns.remove(column);
            parts.removeIf(part -> part.columns.contains(column));
        }
    }

    static final class Column {
        String name;
        Type type;
        boolean nullable;
        boolean preset;
        final String maker;

        Column(String name, Type type, boolean nullable, boolean preset, String maker) {
            this.name = name;
            this.type = type;
            this.nullable = nullable;
            this.preset = preset;
            this.maker = maker;
        }
    }

    /** An index or a constraint, by the name it has in the database. */
    record Part(Sort sort, String name, List<Column> columns, String maker) {
        enum Sort {
            INDEX,
            UNIQUE,
            CHECK,
            FOREIGN_KEY
        }
    }
}
