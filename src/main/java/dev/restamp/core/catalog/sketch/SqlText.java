package dev.restamp.core.catalog.sketch;

import dev.restamp.core.catalog.CatalogObject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and texts as SQL wants them. */
final class SqlText {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** Words that cannot be names of everything; quoting one too many does no harm. */
    private static final Set<String> KEYWORDS = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case"
                            + " cast char character check coalesce collate collation column concurrently constraint create"
                            + " cross current_catalog current_date current_role current_schema current_time"
                            + " current_timestamp current_user dec decimal default deferrable desc distinct do else end"
                            + " except exists extract false fetch float for foreign freeze from full grant greatest group"
                            + " grouping having ilike in initially inner inout int integer intersect interval into is"
                            + " isnull join json_array json_object lateral leading least left like limit localtime"
                            + " localtimestamp merge_action national natural nchar none normalize not notnull null nullif"
                            + " numeric offset on only or order out outer overlaps overlay placing position precision"
                            + " primary real references returning right row select session_user setof similar smallint"
                            + " some substring symmetric table tablesample then time timestamp to trailing treat trim true"
                            + " union unique user using values varchar variadic verbose when where window with"
                            + " xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlparse xmlpi xmlroot xmlserialize"
                            + " xmltable")
                    .split(" "));

    private SqlText() {}

    static String name(String name) {
        return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String name(List<String> path) {
        return path.stream().map(SqlText::name).collect(Collectors.joining("."));
    }

    /** The table that a part of one is on. */
    static String table(CatalogObject part) {
        return name(part.path().subList(0, 2));
    }

    /** The name of a part, without its table. */
    static String last(CatalogObject part) {
        return name(part.path().getLast());
    }

    static String literal(String text) {
        return (text.contains("\\") ? "E'" : "'") + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A text between dollar signs, with a tag that is not in it. */
    static String body(String text) {
        var tag = "$$";
        for (var i = 0; text.contains(tag); i++) {
            tag = "$body" + (i == 0 ? "" : i) + "$";
        }
        return tag + text + tag;
    }

    /** A property behind its words, with a space before; empty where it has its usual value. */
    static String clause(CatalogObject object, String property, String form) {
        return object.property(property)
                .map(value -> " " + form.formatted(value))
                .orElse("");
    }

    /** The same for a property that is there or not. */
    static String flag(CatalogObject object, String property, String words) {
        return object.property(property).isPresent() ? " " + words : "";
    }
}
