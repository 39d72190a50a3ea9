package dev.restamp.tracker.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a type as it is written and says how {@code format_type} writes it. */
final class SqlTypes {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("serial", "integer"),
            Map.entry("serial4", "integer"),
            Map.entry("bigserial", "bigint"),
            Map.entry("serial8", "bigint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("serial2", "smallint"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("bpchar", "character"),
            Map.entry("char", "character"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timetz", "time with time zone"));

    private static final Set<String> SERIAL =
            Set.of("serial", "serial4", "bigserial", "serial8", "smallserial", "serial2");

    private SqlTypes() {}

    /**
     * A type.
     *
     * @param name as {@code format_type} writes it; empty where that is not known
     * @param serial whether a sequence comes with it
     */
    record SqlType(Optional<String> name, boolean serial) {}

    /** Takes the type that comes next. */
    static SqlType read(Cursor cursor) {
        var quoted =
                cursor.peek().filter(token -> token.form() == Token.Form.QUOTED).isPresent();
        var first = cursor.name();
        var qualified = cursor.accept(".");
        if (qualified) {
            var name = cursor.name();
            var builtIn = first.equals("pg_catalog");
            return new SqlType(
                    finished(cursor, builtIn ? Optional.of(base(cursor, name)) : Optional.of(first + "." + name)),
                    false);
        }
        if (quoted) {
            return new SqlType(finished(cursor, Optional.of(quotedName(first))), false);
        }
        return new SqlType(finished(cursor, Optional.of(base(cursor, first))), SERIAL.contains(first));
    }

    private static String quotedName(String name) {
        return name.matches("[a-z_][a-z0-9_$]*") && !name.equals("char")
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** With the modifier and the array brackets that may follow. */
    private static Optional<String> finished(Cursor cursor, Optional<String> base) {
        var array = false;
        while (cursor.accept("[")) {
            array = true;
            while (!cursor.accept("]")) {
                cursor.take();
            }
        }
        if (cursor.accept("array")) {
            array = true;
        }
        var isArray = array;
        return base.map(name -> isArray ? name + "[]" : name);
    }

    private static String base(Cursor cursor, String word) {
        return switch (word) {
            case "double" -> {
                cursor.expect("precision");
                yield "double precision";
            }
            case "character", "char", "bpchar", "nchar", "national" -> character(cursor, word);
            case "varchar" -> "character varying" + modifier(cursor);
            case "bit", "varbit" -> bit(cursor, word);
            case "timestamp", "time" -> time(cursor, word);
            case "timestamptz" -> "timestamp" + modifier(cursor) + " with time zone";
            case "timetz" -> "time" + modifier(cursor) + " with time zone";
            case "float" -> floating(modifier(cursor));
            case "numeric", "decimal", "dec" -> numeric(modifier(cursor));
            case "interval" -> interval(cursor);
            default -> ALIASES.getOrDefault(word, quotedName(word)) + modifier(cursor);
        };
    }

    /** {@code char} alone is {@code character(1)}. */
    private static String character(Cursor cursor, String word) {
        if (word.equals("national")) {
            cursor.take();
        }
        if (cursor.accept("varying")) {
            return "character varying" + modifier(cursor);
        }
        var length = modifier(cursor);
        if (length.isEmpty()) {
            return word.equals("bpchar") ? word : "character(1)";
        }
        return "character" + length;
    }

    private static String bit(Cursor cursor, String word) {
        if (word.equals("varbit") || cursor.accept("varying")) {
            return "bit varying" + modifier(cursor);
        }
        var length = modifier(cursor);
        return "bit" + (length.isEmpty() ? "(1)" : length);
    }

    private static String time(Cursor cursor, String word) {
        var precision = modifier(cursor);
        if (cursor.accept("with", "time", "zone")) {
            return word + precision + " with time zone";
        }
        cursor.accept("without", "time", "zone");
        return word + precision + " without time zone";
    }

    private static String floating(String precision) {
        var digits = precision.isEmpty() ? 53 : Integer.parseInt(precision.substring(1, precision.length() - 1));
        return digits <= 24 ? "real" : "double precision";
    }

    private static String numeric(String modifier) {
        return modifier.isEmpty() || modifier.contains(",")
                ? "numeric" + modifier
                : "numeric" + modifier.replace(")", ",0)");
    }

    private static String interval(Cursor cursor) {
        var fields = new ArrayList<String>();
        while (cursor.seesAny(Set.of("year", "month", "day", "hour", "minute", "second", "to"))) {
            fields.add(cursor.name());
        }
        var name = "interval" + (fields.isEmpty() ? "" : " " + String.join(" ", fields));
        return name + modifier(cursor);
    }

    /** What stands in parentheses, without blanks: {@code (10,2)}. */
    private static String modifier(Cursor cursor) {
        if (!cursor.sees("(")) {
            return "";
        }
        List<String> parts = cursor.group().rest().stream().map(Token::text).toList();
        var modifier = String.join("", parts);
        if (modifier.indexOf(SqlReader.HOLE) >= 0) {
            throw new NotUnderstood("a type that is not known");
        }
        return "(" + modifier.strip() + ")";
    }
}
