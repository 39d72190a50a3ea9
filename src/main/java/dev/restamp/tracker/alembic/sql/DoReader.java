package dev.restamp.tracker.alembic.sql;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code DO} blocks, from after the word. One form with DDL is known: plain statements whose failure because the object
 * is there already is passed over, which people write where PostgreSQL lacks {@code IF NOT EXISTS}.
 */
final class DoReader {
    private static final Pattern GUARDED = Pattern.compile(
            "(?is)\\s*begin\\s+(.*?;)\\s*exception\\s+when\\s+(?:duplicate_\\w+)(?:\\s+or\\s+duplicate_\\w+)*\\s+then\\s+"
                    + "(?:null\\s*;|raise\\s+notice\\s[^;]*;)\\s*end\\s*;?\\s*");
    private static final Pattern CONTROL =
            Pattern.compile("(?is)\\b(?:if|loop|for|while|execute|perform|declare|case)\\b");

    private DoReader() {}

    static List<Effect> effects(Cursor cursor, String quote, String schema, int line) {
        if (cursor.accept("language")) {
            cursor.name();
        }
        var body = cursor.string();
        if (!SqlReader.mayChangeSchema(body)) {
            return List.of(new Effect.Invisible(Trace.DATA, quote, line));
        }
        var guarded = GUARDED.matcher(body);
        if (!guarded.matches() || CONTROL.matcher(guarded.group(1)).find()) {
            throw new NotUnderstood("a block that may change the schema");
        }
        if (SqlStatement.split(guarded.group(1)).size() > 1) {
            throw new NotUnderstood("a block of which a part may be passed over");
        }
        return onlyIfAbsent(SqlReader.effects(guarded.group(1), schema, line));
    }

    private static List<Effect> onlyIfAbsent(List<Effect> effects) {
        var guarded = new ArrayList<Effect>();
        for (var effect : effects) {
            if (!(effect instanceof Effect.Create(var object, var _, var line))) {
                throw new NotUnderstood("a block that does more than create");
            }
            guarded.add(new Effect.Create(object, true, line));
        }
        return guarded;
    }
}
