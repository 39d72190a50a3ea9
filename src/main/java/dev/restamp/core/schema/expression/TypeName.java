package dev.restamp.core.schema.expression;

import java.util.Map;
import java.util.Set;

/** Reads the name of a type: as {@code format_type} writes it, without modifiers. */
final class TypeName {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("varchar", "character varying"),
            Map.entry("bpchar", "character"),
            Map.entry("char", "character"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("float", "double precision"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("bool", "boolean"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timetz", "time with time zone"));
    private static final Set<String> INTERVAL_FIELDS = Set.of("year", "month", "day", "hour", "minute", "second", "to");

    private TypeName() {}

    static String read(Tokens tokens) {
        var name = name(tokens);
        modifier(tokens);
        name = zoned(tokens, name);
        while (name.equals("interval") && tokens.seesAny(INTERVAL_FIELDS)) {
            tokens.take();
            modifier(tokens);
        }
        return array(tokens) ? name + "[]" : name;
    }

    private static String name(Tokens tokens) {
        var first = tokens.take();
        if (!first.isName()) {
            throw new Unparsable("a type");
        }
        if (tokens.accept(".")) {
            var second = tokens.name();
            return first.text().equals("pg_catalog") ? alias(second) : first.text() + "." + second;
        }
        return first.form() == Token.Form.QUOTED ? first.text() : words(tokens, first.text());
    }

    private static String words(Tokens tokens, String first) {
        if (first.equals("national") && tokens.accept("character")) {
            return words(tokens, "character");
        }
        if (first.equals("double") && tokens.accept("precision")) {
            return "double precision";
        }
        if ((first.equals("character") || first.equals("char") || first.equals("bit")) && tokens.accept("varying")) {
            return first.equals("bit") ? "bit varying" : "character varying";
        }
        return alias(first);
    }

    private static String alias(String name) {
        return ALIASES.getOrDefault(name, name);
    }

    private static String zoned(Tokens tokens, String name) {
        if (!name.equals("timestamp") && !name.equals("time")) {
            return name;
        }
        if (tokens.accept("with", "time", "zone")) {
            return name + " with time zone";
        }
        tokens.accept("without", "time", "zone");
        return name;
    }

    private static void modifier(Tokens tokens) {
        if (tokens.sees("(")) {
            while (!tokens.accept(")")) {
                tokens.take();
            }
        }
    }

    private static boolean array(Tokens tokens) {
        var array = tokens.accept("array");
        while (tokens.accept("[")) {
            array = true;
            while (!tokens.accept("]")) {
                tokens.take();
            }
        }
        return array;
    }
}
