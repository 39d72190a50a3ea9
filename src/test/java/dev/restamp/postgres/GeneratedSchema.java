package dev.restamp.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A schema made by chance, the same for the same seed, that every version from 14 on understands. */
final class GeneratedSchema {
    private final Random random;
    private final List<String> statements = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    GeneratedSchema(long seed) {
        this.random = new Random(seed);
    }

    private record Table(String name, List<Column> columns) {
        List<String> of(Type type) {
            return columns.stream()
                    .filter(column -> column.type() == type)
                    .map(Column::name)
                    .toList();
        }
    }

    private record Column(String name, Type type) {}

    private enum Type {
        INTEGER,
        NUMERIC,
        TEXT,
        VARCHAR,
        BOOLEAN,
        TIMESTAMPTZ,
        DATE,
        JSONB,
        ARRAY;

        String sql() {
            return switch (this) {
                case INTEGER -> "integer";
                case NUMERIC -> "numeric(12,3)";
                case TEXT -> "text";
                case VARCHAR -> "varchar(30)";
                case BOOLEAN -> "boolean";
                case TIMESTAMPTZ -> "timestamptz";
                case DATE -> "date";
                case JSONB -> "jsonb";
                case ARRAY -> "text[]";
            };
        }
    }

    String sql() {
        for (var i = 0; i < 5; i++) {
            table(i);
        }
        for (var i = 0; i < 8; i++) {
            view(i);
        }
        return String.join(";\n", statements);
    }

    private void table(int number) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("id", Type.INTEGER));
        for (var i = 0; i < 9; i++) {
            var name = random.nextInt(6) == 0 ? "Column " + i : "c" + i;
            columns.add(new Column("\"" + name + "\"", pick(List.of(Type.values()))));
        }
        for (var type : Type.values()) {
            columns.add(new Column("c_" + type.name().toLowerCase(Locale.ROOT), type));
        }
        var table = new Table("t" + number, columns);
        tables.add(table);
        statements.add("CREATE TABLE " + table.name() + " ("
                + columns.stream().map(this::definition).collect(Collectors.joining(", "))
                + ", PRIMARY KEY (id))");
        for (var i = 0; i < 6; i++) {
            statements.add("ALTER TABLE " + table.name() + " ADD CHECK (" + truth(table, 3) + ")");
        }
        for (var i = 0; i < 5; i++) {
            statements.add(
                    "CREATE INDEX ON " + table.name() + " (" + key(table) + pick(List.of("", " DESC", " NULLS FIRST"))
                            + ", "
                            + pick(table.columns().stream()
                                            .filter(c -> c.type() != Type.JSONB)
                                            .toList())
                                    .name() + ")"
                            + (random.nextBoolean() ? " WHERE " + truth(table, 2) : ""));
        }
        if (number > 0) {
            statements.add("ALTER TABLE " + table.name() + " ADD FOREIGN KEY (c_integer) REFERENCES t" + (number - 1)
                    + pick(List.of("", " ON DELETE CASCADE", " ON UPDATE SET NULL DEFERRABLE")));
        }
    }

    private String definition(Column column) {
        var preset = random.nextInt(3) == 0 ? " DEFAULT (" + constant(column.type()) + ")" : "";
        var wanted = random.nextInt(4) == 0 && !column.name().equals("id") ? " NOT NULL" : "";
        return column.name() + " " + column.type().sql() + preset + wanted;
    }

    private void view(int number) {
        var one = pick(tables);
        var other = pick(tables);
        var list = IntStream.range(0, 3)
                .mapToObj(i -> (random.nextBoolean() ? text(one, 2) : number(one, 2)) + " AS v" + i)
                .collect(Collectors.joining(", "));
        statements.add("CREATE VIEW v" + number + " AS "
                + pick(List.<Supplier<String>>of(
                                () -> "SELECT " + list + " FROM " + one.name() + " WHERE " + truth(one, 3),
                                () -> "SELECT a.id, b.c_text FROM " + one.name() + " a LEFT JOIN " + other.name()
                                        + " b ON a.id = b.c_integer AND b.c_boolean WHERE a.c_varchar IN ('a', 'b')",
                                () -> "SELECT " + text(one, 1) + " AS k, count(*) AS n, sum(c_numeric) FILTER (WHERE "
                                        + truth(one, 1) + ") AS s FROM " + one.name()
                                        + " GROUP BY 1 HAVING count(*) > 2",
                                () -> "SELECT id FROM " + one.name() + " WHERE EXISTS (SELECT 1 FROM " + other.name()
                                        + " x WHERE x.id = " + one.name()
                                        + ".id AND x.c_text = 'q') ORDER BY id LIMIT 3",
                                () ->
                                        "SELECT * FROM (SELECT id, row_number() OVER (PARTITION BY c_text ORDER BY c_date DESC) AS n FROM "
                                                + one.name() + ") AS s WHERE s.n = 1",
                                () -> "SELECT id FROM " + one.name() + " UNION SELECT c_integer FROM " + other.name()
                                        + " WHERE " + truth(other, 2)))
                        .get());
    }

    private String truth(Table table, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(4)) {
                case 0 -> "(" + truth(table, depth - 1) + " AND " + truth(table, depth - 1) + ")";
                case 1 -> truth(table, depth - 1) + " OR " + truth(table, depth - 1);
                case 2 -> "NOT (" + truth(table, depth - 1) + ")";
                default -> "(" + truth(table, depth - 1) + ") = (" + truth(table, depth - 1) + ")";
            };
        }
        return switch (random.nextInt(14)) {
            case 0 -> number(table, 2) + pick(List.of(" > ", " <= ", " <> ", " != ")) + number(table, 1);
            case 1 -> text(table, 2) + pick(List.of(" = ", " < ", " ~ ", " !~* ")) + "'abc'";
            case 2 -> column(table, Type.VARCHAR) + " IN ('a', 'b', 'c')";
            case 3 -> column(table, Type.TEXT) + " NOT IN ('x', 'y')";
            case 4 -> column(table, Type.INTEGER) + " BETWEEN 1 AND 9";
            case 5 -> column(table, Type.VARCHAR) + " LIKE 'a%'";
            case 6 -> column(table, Type.TEXT) + " NOT ILIKE '%b'";
            case 7 -> column(table, Type.TIMESTAMPTZ) + " IS NOT NULL";
            case 8 -> column(table, Type.BOOLEAN) + " IS TRUE";
            case 9 -> column(table, Type.DATE) + " >= '2020-01-01'";
            case 10 -> column(table, Type.JSONB) + " @> '{\"a\": 1}'";
            case 11 -> "'x' = ANY (" + column(table, Type.ARRAY) + ")";
            case 12 ->
                column(table, Type.VARCHAR) + " = 'a' OR " + column(table, Type.VARCHAR) + " IS DISTINCT FROM 'b'";
            default -> column(table, Type.INTEGER) + " IN (1, 2, 3)";
        };
    }

    private String number(Table table, int depth) {
        if (depth > 0 && random.nextBoolean()) {
            return switch (random.nextInt(4)) {
                case 0 -> "(" + number(table, depth - 1) + " + " + number(table, depth - 1) + ")";
                case 1 -> number(table, depth - 1) + " * 2";
                case 2 -> "abs(" + number(table, depth - 1) + ")";
                default -> "(CASE WHEN " + truth(table, 1) + " THEN " + number(table, depth - 1) + " ELSE 0 END)";
            };
        }
        return switch (random.nextInt(5)) {
            case 0 -> column(table, Type.INTEGER);
            case 1 -> column(table, Type.NUMERIC);
            case 2 -> "length(" + column(table, Type.TEXT) + ")";
            case 3 -> "extract(year FROM " + column(table, Type.DATE) + ")";
            default -> String.valueOf(random.nextInt(100) - 50);
        };
    }

    private String text(Table table, int depth) {
        if (depth > 0 && random.nextBoolean()) {
            return switch (random.nextInt(4)) {
                case 0 -> "lower(" + text(table, depth - 1) + ")";
                case 1 -> "(" + text(table, depth - 1) + " || " + text(table, depth - 1) + ")";
                case 2 -> "COALESCE(" + text(table, depth - 1) + ", 'none')";
                default -> "substring(" + text(table, depth - 1) + " FROM 2 FOR 3)";
            };
        }
        return switch (random.nextInt(3)) {
            case 0 -> column(table, Type.TEXT);
            case 1 -> column(table, Type.VARCHAR);
            default -> "trim(" + column(table, Type.TEXT) + ")";
        };
    }

    /** An expression that may stand in an index, or a column. */
    private String key(Table table) {
        return random.nextBoolean() ? "(" + text(table, 2) + ")" : column(table, Type.INTEGER);
    }

    private String constant(Type type) {
        return switch (type) {
            case INTEGER -> pick(List.of("0", "1 + 2", "-5", "length('abc')"));
            case NUMERIC -> pick(List.of("0", "1.50", "-2", "2 * 3.0"));
            case TEXT -> pick(List.of("'x'", "'it''s'", "'a' || 'b'", "CURRENT_USER", "md5('x')", "NULL"));
            case VARCHAR -> pick(List.of("'x'", "upper('x')", "'y'::text"));
            case BOOLEAN -> pick(List.of("true", "NOT true", "1 = 2"));
            case TIMESTAMPTZ ->
                pick(List.of("now()", "CURRENT_TIMESTAMP", "now() - INTERVAL '1 day'", "timezone('utc', now())"));
            case DATE -> pick(List.of("CURRENT_DATE", "'2026-01-01'", "now()::date"));
            case JSONB -> pick(List.of("'{}'", "'[1, 2]'", "jsonb_build_object('a', 1)"));
            case ARRAY -> pick(List.of("'{}'", "ARRAY['a', 'b']", "ARRAY[]::text[]"));
        };
    }

    private String column(Table table, Type type) {
        return pick(table.of(type));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
