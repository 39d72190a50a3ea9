package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Reach;
import dev.restamp.core.evidence.Replay;
import dev.restamp.core.schema.Schema;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Constants;
import dev.restamp.tracker.alembic.python.Module;
import dev.restamp.tracker.alembic.python.PythonSource;
import dev.restamp.tracker.alembic.python.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Follows the {@code upgrade()} of a script. */
public final class ScriptEffects {
    private static final Pattern WORD = Pattern.compile("\\w+");
    /** Ways to find objects that the script does not name. */
    private static final Pattern REFLECTION = Pattern.compile(
            "\\b(?:reflect\\s*\\(|sorted_tables|create_all|drop_all|information_schema|pg_catalog|pg_class|pg_tables)");

    /** Some projects' env.py hands {@code op} to {@code upgrade(op, …)}. */
    private static final Arguments HANDED_OVER =
            new Arguments(List.of(), Map.of("op", new Value.Symbol("alembic.op")), true);

    private ScriptEffects() {}

    /**
     * What the script does, in order.
     *
     * @param module the whole script, with the bodies of its functions
     * @param defaultSchema of objects that the script names without one
     * @param expected the schema that the script is expected to meet; what it does is done to it
     * @param modules what it may import of the project
     */
    public static List<Effect> of(Module module, String defaultSchema, Replay expected, ProjectModules modules) {
        if (module.broken().isPresent()) {
            var broken = module.broken().get();
            return List.of(new Effect.Opaque("not Python: " + broken.quote(), broken.line()));
        }
        // Loading a script defines its functions; what else it does then, Alembic does whenever it looks at it.
        var nowhere = new Journal(new Replay(Schema.EMPTY), () -> Reach.NOTHING);
        var scope = new ScriptWorld(defaultSchema, nowhere, modules).runner().run(module);
        var journal = new Journal(expected, () -> reach(module.source()));
        var upgrade = scope.find("upgrade");
        var whole = journal.inScript(module.source().place(0, 0));
        switch (upgrade.orElse(Constants.NONE)) {
            case Value.Function function ->
                new ScriptWorld(defaultSchema, journal, modules).runner().call(function, HANDED_OVER, whole);
            case Value.Unknown(var at) -> journal.opaque("an upgrade() that is no plain function: " + at.quote(), at);
            default ->
                journal.opaque(
                        upgrade.isEmpty() ? "no upgrade()" : "an upgrade() that is no function of this file", whole);
        }
        return withoutIdleQuestions(journal.effects());
    }

    private static Reach reach(PythonSource source) {
        if (REFLECTION.matcher(source.text()).find()) {
            return Reach.ANYTHING;
        }
        var words = new HashSet<String>();
        WORD.matcher(source.text()).results().forEach(word -> words.add(word.group()));
        return Reach.ofWords(words);
    }

    /** Questions on whose answer nothing depends are left out. */
    private static List<Effect> withoutIdleQuestions(List<Effect> effects) {
        var needed = new HashSet<Integer>();
        for (var effect : effects) {
            if (effect instanceof Effect.Guarded(var condition, var _)) {
                needed.addAll(condition.questions());
            }
        }
        return effects.stream()
                .filter(effect -> !(effect instanceof Effect.Ask(var question, var _)) || needed.contains(question))
                .toList();
    }
}
