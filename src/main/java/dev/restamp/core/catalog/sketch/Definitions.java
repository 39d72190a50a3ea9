package dev.restamp.core.catalog.sketch;

import static dev.restamp.core.catalog.sketch.SqlText.clause;
import static dev.restamp.core.catalog.sketch.SqlText.flag;
import static dev.restamp.core.catalog.sketch.SqlText.last;
import static dev.restamp.core.catalog.sketch.SqlText.name;
import static dev.restamp.core.catalog.sketch.SqlText.table;

import dev.restamp.core.catalog.CatalogObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The statements that make one object each, without what is set afterwards. Empty where the properties do not tell enough. */
final class Definitions {
    private static final Pattern SEQUENCE = Pattern.compile(
            "(.+) start (-?\\d+) increment (-?\\d+) minimum (-?\\d+) maximum (-?\\d+) cache (\\d+)( cycle)?");

    /** Settings that are lists. */
    private static final Set<String> LISTS =
            Set.of("search_path", "temp_tablespaces", "session_preload_libraries", "local_preload_libraries");

    private Definitions() {}

    static Optional<String> of(CatalogObject object) {
        var name = name(object.path());
        return switch (object.kind()) {
            case SCHEMA -> Optional.of("CREATE SCHEMA " + name);
            case EXTENSION -> Optional.of("CREATE EXTENSION " + name + clause(object, "in schema", "SCHEMA %s"));
            case TYPE -> type(object, name);
            case SEQUENCE -> Optional.of("CREATE SEQUENCE " + name + " AS " + text(object, "type") + sequence(object));
            case COLUMN -> Optional.of("ALTER TABLE " + table(object) + " ADD COLUMN " + column(object));
            case CONSTRAINT -> constraint(object).map(text -> "ALTER TABLE " + table(object) + " ADD " + text);
            case INDEX -> Optional.of(index(object));
            case VIEW -> Optional.of(view(object, name));
            case FUNCTION -> function(object);
            case TRIGGER, RULE -> object.property("definition").map(text -> text.replaceFirst(";\\s*$", ""));
            case STATISTICS -> object.property("definition");
            case POLICY -> Optional.of(policy(object));
            case COLLATION -> collation(object, name);
            default -> Optional.empty();
        };
    }

    private static String text(CatalogObject object, String property) {
        return object.property(property).orElse("");
    }

    private static Optional<String> collation(CatalogObject object, String name) {
        var provider = switch (text(object, "provider")) {
            case "i" -> Optional.of("icu");
            case "c" -> Optional.of("libc");
            case "b" -> Optional.of("builtin");
            default -> Optional.<String>empty();
        };
        return provider.map(word -> "CREATE COLLATION " + name + " (PROVIDER = " + word
                + object.property("locale")
                        .map(one -> ", LOCALE = " + SqlText.literal(one))
                        .orElse("")
                + object.property("lc collate")
                        .map(one -> ", LC_COLLATE = " + SqlText.literal(one))
                        .orElse("")
                + object.property("lc ctype")
                        .map(one -> ", LC_CTYPE = " + SqlText.literal(one))
                        .orElse("")
                + object.property("rules")
                        .map(one -> ", RULES = " + SqlText.literal(one))
                        .orElse("")
                + (text(object, "deterministic").equals("f") ? ", DETERMINISTIC = false)" : ")"));
    }

    private static Optional<String> type(CatalogObject object, String name) {
        return switch (text(object, "kind")) {
            case "enum" -> Optional.of("CREATE TYPE " + name + " AS ENUM (" + text(object, "labels") + ")");
            case "composite" -> Optional.of("CREATE TYPE " + name + " AS (" + text(object, "attributes") + ")");
            case "domain" ->
                Optional.of("CREATE DOMAIN " + name + " AS " + text(object, "base type")
                        + clause(object, "collation", "COLLATE %s") + clause(object, "default", "DEFAULT %s")
                        + flag(object, "not null", "NOT NULL")
                        + clause(object, "checks", "%s")
                                .replaceAll("(?<=^ |; )(\\S+) (CHECK|NOT NULL)", "CONSTRAINT $1 $2")
                                .replace("; CONSTRAINT", " CONSTRAINT"));
            case "range" ->
                Optional.of("CREATE TYPE " + name + " AS RANGE (SUBTYPE = " + text(object, "subtype")
                        + clause(object, "multirange", ", MULTIRANGE_TYPE_NAME = %s")
                        + clause(object, "subtype operator class", ", SUBTYPE_OPCLASS = %s")
                        + clause(object, "subtype collation", ", COLLATION = %s")
                        + clause(object, "subtype difference", ", SUBTYPE_DIFF = %s") + ")");
            default -> Optional.empty();
        };
    }

    static String sequence(CatalogObject object) {
        return clause(object, "start", "START WITH %s")
                + clause(object, "increment", "INCREMENT BY %s")
                + clause(object, "minimum", "MINVALUE %s")
                + clause(object, "maximum", "MAXVALUE %s")
                + clause(object, "cache", "CACHE %s")
                + (object.property("cycle").isPresent() ? " CYCLE" : " NO CYCLE");
    }

    /** A column as it stands in a list of such. */
    static String column(CatalogObject object) {
        return last(object)
                + clause(object, "type", "%s")
                + clause(object, "collation", "COLLATE %s")
                + clause(object, "generated as", "GENERATED ALWAYS AS (%s)")
                + clause(object, "generated", "%s").toUpperCase(Locale.ROOT)
                + clause(object, "default", "DEFAULT %s")
                + identity(object)
                + flag(object, "not null", "NOT NULL");
    }

    private static String identity(CatalogObject object) {
        return object.property("identity")
                .map(when -> " GENERATED " + when.toUpperCase(Locale.ROOT) + " AS IDENTITY (" + identityOptions(object)
                        + ")")
                .orElse("");
    }

    static String identityOptions(CatalogObject object) {
        var match = SEQUENCE.matcher(text(object, "identity sequence"));
        return match.matches()
                ? "START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s"
                        .formatted(
                                match.group(2),
                                match.group(3),
                                match.group(4),
                                match.group(5),
                                match.group(6),
                                match.group(7) == null ? " NO CYCLE" : " CYCLE")
                : "";
    }

    /** {@code CONSTRAINT name PRIMARY KEY (id)}. */
    static Optional<String> constraint(CatalogObject object) {
        if (object.property("period").isPresent()) {
            return Optional.empty();
        }
        var what = switch (text(object, "kind")) {
            case "primary key" -> Optional.of("PRIMARY KEY" + key(object));
            case "unique" -> Optional.of("UNIQUE" + flag(object, "nulls", "NULLS NOT DISTINCT") + key(object));
            case "check" ->
                Optional.of("CHECK (" + text(object, "condition") + ")" + flag(object, "inheritance", "NO INHERIT"));
            case "foreign key" -> Optional.of(foreignKey(object));
            case "exclude" -> object.property("definition").map(text -> text.replaceFirst(" DEFERRABLE.*$", ""));
            default -> Optional.<String>empty();
        };
        return what.map(text -> "CONSTRAINT " + last(object) + " " + text + deferrable(object)
                + (object.property("enforced").isPresent() ? " NOT ENFORCED" : flag(object, "validated", "NOT VALID")));
    }

    private static String key(CatalogObject object) {
        return " (" + text(object, "columns") + ")" + clause(object, "include", "INCLUDE (%s)")
                + clause(object, "index options", "WITH (%s)")
                + object.property("tablespace")
                        .map(space -> " USING INDEX TABLESPACE " + name(space))
                        .orElse("");
    }

    private static String foreignKey(CatalogObject object) {
        return "FOREIGN KEY (" + text(object, "columns") + ") REFERENCES " + text(object, "referenced table") + " ("
                + text(object, "referenced columns") + ")"
                + clause(object, "match", "MATCH %s").toUpperCase(Locale.ROOT)
                + clause(object, "on delete", "ON DELETE %s").toUpperCase(Locale.ROOT)
                + clause(object, "on delete columns", "(%s)")
                + clause(object, "on update", "ON UPDATE %s").toUpperCase(Locale.ROOT);
    }

    private static String deferrable(CatalogObject object) {
        return object.property("deferrable")
                .map(word -> word.equals("yes") ? " DEFERRABLE" : " DEFERRABLE INITIALLY DEFERRED")
                .orElse("");
    }

    private static String index(CatalogObject object) {
        return "CREATE" + flag(object, "unique", "UNIQUE") + " INDEX " + last(object) + " ON " + table(object)
                + " USING "
                + text(object, "method") + " (" + text(object, "columns") + ")"
                + clause(object, "include", "INCLUDE (%s)")
                + flag(object, "nulls", "NULLS NOT DISTINCT") + clause(object, "options", "WITH (%s)")
                + object.property("tablespace")
                        .map(space -> " TABLESPACE " + name(space))
                        .orElse("")
                + clause(object, "predicate", "WHERE %s");
    }

    private static String view(CatalogObject object, String name) {
        var query = text(object, "definition").strip().replaceFirst(";$", "");
        return object.property("kind").isPresent()
                ? "CREATE MATERIALIZED VIEW " + name + clause(object, "access method", "USING %s")
                        + clause(object, "options", "WITH (%s)") + " AS " + query
                        + flag(object, "populated", "WITH NO DATA")
                : "CREATE VIEW " + name + clause(object, "options", "WITH (%s)") + " AS " + query;
    }

    /** An aggregate, a function in C, one with transforms: their properties do not tell enough. */
    private static Optional<String> function(CatalogObject object) {
        var kind = text(object, "kind");
        if (kind.equals("aggregate")
                || object.property("library").isPresent()
                || object.property("transforms").isPresent()) {
            return Optional.empty();
        }
        var body = text(object, "body");
        var standard = body.startsWith("RETURN ") || body.startsWith("BEGIN ATOMIC");
        var isProcedure = kind.equals("procedure");
        return Optional.of(
                "CREATE OR REPLACE " + (isProcedure ? "PROCEDURE " : "FUNCTION ") + signature(object, "parameters")
                        + (isProcedure ? "" : clause(object, "result", "RETURNS %s"))
                        + clause(object, "language", "LANGUAGE %s")
                        + flag(object, "kind", kind.equals("window") ? "WINDOW" : "")
                        + (isProcedure ? "" : attributes(object))
                        + (object.property("security").isPresent() ? " SECURITY DEFINER" : "") + settings(object)
                        + (standard ? " " + body : " AS " + SqlText.body(body)));
    }

    private static String attributes(CatalogObject object) {
        return clause(object, "volatility", "%s").toUpperCase(Locale.ROOT)
                + (object.property("strict").isPresent() ? " STRICT" : "")
                + (object.property("leakproof").isPresent() ? " LEAKPROOF" : "")
                + clause(object, "parallel", "PARALLEL %s").toUpperCase(Locale.ROOT)
                + clause(object, "cost", "COST %s")
                + object.property("rows")
                        .filter(rows -> !rows.equals("0"))
                        .map(rows -> " ROWS " + rows)
                        .orElse("")
                + clause(object, "support", "SUPPORT %s");
    }

    /** {@code search_path=pg_catalog, work_mem=1MB}. The catalog has lists as SQL has them, all else bare. */
    private static String settings(CatalogObject object) {
        var text = new StringBuilder();
        for (var setting : text(object, "settings").split(", (?=[a-zA-Z_.]+=)", -1)) {
            var equals = setting.indexOf('=');
            if (equals > 0) {
                var name = setting.substring(0, equals);
                var value = setting.substring(equals + 1);
                text.append(" SET ").append(name).append(" = ");
                text.append(LISTS.contains(name.toLowerCase(Locale.ROOT)) ? value : SqlText.literal(value));
            }
        }
        return text.toString();
    }

    /** Schema, name and arguments. */
    static String signature(CatalogObject object, String arguments) {
        var path = object.path();
        return name(path.subList(0, 2)) + "(" + (arguments.isEmpty() ? path.getLast() : text(object, arguments)) + ")";
    }

    private static String policy(CatalogObject object) {
        return "CREATE POLICY " + last(object) + " ON " + table(object) + " AS "
                + text(object, "kind").toUpperCase(Locale.ROOT)
                + " FOR " + text(object, "command").toUpperCase(Locale.ROOT) + clause(object, "roles", "TO %s")
                + clause(object, "using", "USING (%s)") + clause(object, "with check", "WITH CHECK (%s)");
    }
}
