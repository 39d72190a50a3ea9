package dev.restamp.tracker.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code DO} blocks, from after the word. Two forms with DDL are known, which people write where PostgreSQL lacks
 * {@code IF NOT EXISTS}: a statement whose failure because the object is there already is passed over, and statements
 * under {@code IF [NOT] EXISTS (…)} that ask the catalog for what they make or drop.
 */
final class DoReader {
    private static final Pattern GUARDED = Pattern.compile(
            "(?is)\\s*begin\\s+(.*?;)\\s*exception\\s+when\\s+(?:duplicate_\\w+)(?:\\s+or\\s+duplicate_\\w+)*\\s+then\\s+"
                    + "(?:null\\s*;|raise\\s+notice\\s[^;]*;)\\s*end\\s*;?\\s*");
    private static final Pattern BLOCK = Pattern.compile("(?is)\\s*begin\\b(.*)\\bend\\s*;?\\s*");
    private static final Pattern QUESTION = Pattern.compile(
            "(?is)\\G\\s*if\\s+(not\\s+)?exists\\s*\\((\\s*select\\b.*?)\\)\\s*then\\b(.*?;)\\s*end\\s+if\\s*;");
    private static final Pattern CONTROL =
            Pattern.compile("(?is)\\b(?:if|loop|for|while|execute|perform|declare|case)\\b");

    private final String schema;
    private final int line;

    private DoReader(String schema, int line) {
        this.schema = schema;
        this.line = line;
    }

    static List<Effect> effects(Cursor cursor, String quote, String schema, int line) {
        if (cursor.accept("language")) {
            cursor.name();
        }
        var body = cursor.string();
        return SqlReader.mayChangeSchema(body)
                ? new DoReader(schema, line).changes(body)
                : List.of(new Effect.Invisible(Trace.DATA, quote, line));
    }

    private List<Effect> changes(String body) {
        var guarded = GUARDED.matcher(body);
        if (!guarded.matches()) {
            return questions(body);
        }
        if (SqlStatement.split(guarded.group(1)).size() > 1) {
            throw new NotUnderstood("a block of which a part may be passed over");
        }
        return statements(guarded.group(1)).stream().map(DoReader::ifAbsent).toList();
    }

    private List<Effect> statements(String sql) {
        if (CONTROL.matcher(sql.replaceAll("(?i)\\bif\\s+(?:not\\s+)?exists\\b", ""))
                .find()) {
            throw new NotUnderstood("a block that may change the schema");
        }
        return SqlReader.effects(sql, schema, line);
    }

    private List<Effect> questions(String body) {
        var block = BLOCK.matcher(body);
        if (!block.matches()) {
            throw new NotUnderstood("a block that may change the schema");
        }
        var effects = new ArrayList<Effect>();
        var question = QUESTION.matcher(block.group(1));
        var end = 0;
        while (question.find()) {
            var isAbsence = question.group(1) != null;
            for (var effect : statements(question.group(3))) {
                effects.add(answered(effect, isAbsence, question.group(2)));
            }
            end = question.end();
        }
        if (!block.group(1).substring(end).isBlank()) {
            throw new NotUnderstood("a block that may change the schema");
        }
        return effects;
    }

    /** What is made where it is absent, or dropped where it is there, says so itself. */
    private Effect answered(Effect effect, boolean isAbsence, String query) {
        return switch (effect) {
            case Effect.Create create
            when isAbsence
                    && (create.ifAbsent()
                            || CatalogQuery.isAbout(query, create.object().key(), schema)) -> ifAbsent(create);
            case Effect.Drop drop
            when !isAbsence && CatalogQuery.isAbout(query, drop.key(), schema) ->
                new Effect.Drop(drop.key(), true, drop.line());
            default -> throw new NotUnderstood("a block that asks for something else than it changes");
        };
    }

    private static Effect ifAbsent(Effect effect) {
        if (!(effect instanceof Effect.Create(var object, var _, var line))) {
            throw new NotUnderstood("a block that does more than create");
        }
        return new Effect.Create(object, true, line);
    }
}
