package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Value;
import dev.restamp.tracker.alembic.python.Value.Symbol;
import dev.restamp.tracker.alembic.python.Value.Whole;
import dev.restamp.tracker.sql.SqlReader;
import java.util.Locale;
import java.util.Optional;

/** SQLAlchemy's types, as {@code format_type} writes what PostgreSQL makes of them. */
final class ColumnTypes {
    private final String defaultSchema;

    ColumnTypes(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /** Empty where the type is not known: one of the project, or of a plug-in. */
    Optional<String> formatted(Value type) {
        return switch (type) {
            case Symbol(var path) when isKnown(path) -> named(lastName(path), Arguments.NONE);
            case Made made when isKnown(made.path()) && EnumSpec.isEnum(made) -> enumeration(new EnumSpec(made));
            case Made made when isKnown(made.path()) -> named(made.name(), made.arguments());
            case SqlType(var sql) -> SqlReader.type(sql);
            default -> Optional.empty();
        };
    }

    /** Whether a column of this type that is the primary key counts itself up. */
    static boolean isInteger(Value type) {
        var name = switch (type) {
            case Symbol(var path) when isKnown(path) -> lastName(path);
            case Made made when isKnown(made.path()) -> made.name();
            default -> "";
        };
        return switch (name) {
            case "Integer", "INTEGER", "INT", "BigInteger", "BIGINT", "SmallInteger", "SMALLINT" -> true;
            default -> false;
        };
    }

    private static boolean isKnown(String path) {
        return (path.startsWith("sqlalchemy.") && !path.matches("sqlalchemy\\.dialects\\.(?!postgresql\\.).*"))
                || path.equals("sqlmodel.sql.sqltypes.AutoString");
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private Optional<String> enumeration(EnumSpec spec) {
        try {
            return spec.isNative() ? Optional.of(enumName(spec)) : text(spec);
        } catch (Unclear unnamed) {
            return Optional.empty();
        }
    }

    /** As long as the longest label, unless a length is given. */
    private static Optional<String> text(EnumSpec spec) {
        var longest = spec.labels().stream().mapToLong(String::length).max();
        return switch (spec.made().arguments().get("length").orElse(Constants.NONE)) {
            case Whole(var length) -> Optional.of("character varying(" + length + ")");
            case Value.Nothing _
            when longest.isPresent() -> Optional.of("character varying(" + longest.getAsLong() + ")");
            default -> Optional.empty();
        };
    }

    private String enumName(EnumSpec spec) {
        var key = spec.key(defaultSchema);
        var qualified = spec.hasSchema() && !key.schema().equals(defaultSchema);
        return qualified ? quoted(key.schema()) + "." + quoted(key.name()) : quoted(key.name());
    }

    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_$]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private Optional<String> named(String name, Arguments arguments) {
        return switch (name) {
            case "Integer", "INTEGER", "INT" -> Optional.of("integer");
            case "BigInteger", "BIGINT" -> Optional.of("bigint");
            case "SmallInteger", "SMALLINT" -> Optional.of("smallint");
            case "String", "Unicode", "VARCHAR", "NVARCHAR", "AutoString" -> sized("character varying", arguments, "");
            case "CHAR", "NCHAR" -> sized("character", arguments, "(1)");
            case "Text", "UnicodeText", "TEXT", "CLOB" -> Optional.of("text");
            case "Boolean", "BOOLEAN" -> Optional.of("boolean");
            case "Date", "DATE" -> Optional.of("date");
            case "DateTime", "TIMESTAMP", "DATETIME" -> zoned("timestamp", arguments);
            case "Time", "TIME" -> zoned("time", arguments);
            case "Interval" -> Optional.of("interval");
            case "INTERVAL" -> arguments.equals(Arguments.NONE) ? Optional.of("interval") : Optional.empty();
            case "Numeric", "NUMERIC", "DECIMAL" -> numeric(arguments);
            case "Float", "FLOAT" -> floating(arguments);
            case "Double", "DOUBLE", "DOUBLE_PRECISION" -> Optional.of("double precision");
            case "REAL" -> Optional.of("real");
            case "LargeBinary", "BYTEA", "PickleType" -> Optional.of("bytea");
            case "BIT" -> arguments.get("varying").isEmpty() ? sized("bit", arguments, "(1)") : Optional.empty();
            case "UUID", "Uuid" -> Optional.of("uuid");
            case "JSON" -> Optional.of("json");
            case "ARRAY" ->
                arguments.get(0, "item_type").flatMap(this::formatted).map(item -> item + "[]");
            case "JSONB",
                    "HSTORE",
                    "INET",
                    "CIDR",
                    "MACADDR",
                    "MACADDR8",
                    "MONEY",
                    "OID",
                    "REGCLASS",
                    "TSVECTOR",
                    "TSQUERY",
                    "CITEXT",
                    "INT4RANGE",
                    "INT8RANGE",
                    "NUMRANGE",
                    "DATERANGE",
                    "TSRANGE",
                    "TSTZRANGE",
                    "INT4MULTIRANGE",
                    "INT8MULTIRANGE",
                    "NUMMULTIRANGE",
                    "DATEMULTIRANGE",
                    "TSMULTIRANGE",
                    "TSTZMULTIRANGE" -> Optional.of(name.toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    private static Optional<String> sized(String name, Arguments arguments, String preset) {
        return switch (arguments.get(0, "length").orElse(Constants.NONE)) {
            case Whole(var length) -> Optional.of(name + "(" + length + ")");
            case Value.Nothing _ -> arguments.complete() ? Optional.of(name + preset) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> zoned(String name, Arguments arguments) {
        var precision = switch (arguments.get("precision").orElse(Constants.NONE)) {
            case Whole(var digits) -> "(" + digits + ")";
            default -> "";
        };
        return switch (arguments.get(0, "timezone").orElse(Constants.FALSE)) {
            case Value.Truth(var zone) ->
                Optional.of(name + precision + (zone ? " with time zone" : " without time zone"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> numeric(Arguments arguments) {
        var precision = arguments.get(0, "precision").orElse(Constants.NONE);
        var scale = arguments.get(1, "scale").orElse(Constants.NONE);
        if (precision instanceof Value.Nothing) {
            return arguments.complete() ? Optional.of("numeric") : Optional.empty();
        }
        if (precision instanceof Whole(var digits)) {
            return switch (scale) {
                case Whole(var decimals) -> Optional.of("numeric(" + digits + "," + decimals + ")");
                case Value.Nothing _ -> Optional.of("numeric(" + digits + ",0)");
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    /** Up to 24 binary digits PostgreSQL takes four bytes. */
    private static Optional<String> floating(Arguments arguments) {
        return switch (arguments.get(0, "precision").orElse(Constants.NONE)) {
            case Whole(var digits) -> Optional.of(digits <= 24 ? "real" : "double precision");
            case Value.Nothing _ -> Optional.of("double precision");
            default -> Optional.empty();
        };
    }
}
