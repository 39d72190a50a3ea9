package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Replay;
import dev.restamp.core.schema.Schema;
import dev.restamp.tracker.EffectText;
import dev.restamp.tracker.alembic.python.PythonParser;
import dev.restamp.tracker.alembic.python.PythonSource;
import java.nio.file.Path;
import java.util.List;

/** Scripts in, effects out; the usual imports stand before, on four lines. The default schema is {@code public}. */
final class Scripts {
    private static final String HEAD = """
            from alembic import op, context
            import sqlalchemy as sa
            from sqlalchemy.dialects import postgresql

            """;

    private Scripts() {}

    /** Of the body of {@code upgrade()}. */
    static List<String> upgrade(String body) {
        return script("def upgrade():\n" + body.indent(4));
    }

    static List<String> script(String script) {
        return EffectText.of(effects(script));
    }

    static List<Effect> effects(String script) {
        return effects(script, List.of());
    }

    /** @param roots where the project's own modules lie */
    static List<Effect> effects(String script, List<Path> roots) {
        var modules = new ProjectModules(roots, "public");
        return ScriptEffects.of(
                PythonParser.parse(PythonSource.of(HEAD + script)), "public", new Replay(Schema.EMPTY), modules);
    }
}
