package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.tracker.alembic.python.Arguments;
import dev.restamp.tracker.alembic.python.Module;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Runner;
import dev.restamp.tracker.alembic.python.Value;
import java.util.List;

/** Follows the {@code upgrade()} of a script. */
public final class ScriptEffects {
    private ScriptEffects() {}

    /**
     * What the script does, in order.
     *
     * @param module the whole script, with the bodies of its functions
     * @param defaultSchema of objects that the script names without one
     */
    public static List<Effect> of(Module module, String defaultSchema) {
        if (module.broken().isPresent()) {
            return List.of(opaque("not Python: ", module.broken().get()));
        }
        var world = new ScriptWorld(defaultSchema);
        var runner = new Runner(world);
        var upgrade = runner.run(module).find("upgrade");
        // Loading a script defines its functions; what else it does then, Alembic does whenever it looks at it.
        world.undo(0);
        world.leave(0);
        var whole = module.source().place(0, 0);
        if (upgrade.isEmpty()) {
            return List.of(new Effect.Opaque("no upgrade()", 0));
        }
        return switch (upgrade.get()) {
            case Value.Function function -> {
                runner.call(function, Arguments.NONE, whole);
                yield world.journal().effects();
            }
            case Value.Unknown(var at) -> List.of(opaque("an upgrade() that is no plain function: ", at));
            default -> List.of(new Effect.Opaque("an upgrade() that is no function of this file", 0));
        };
    }

    private static Effect opaque(String why, Place at) {
        return new Effect.Opaque(why + at.quote(), at.line());
    }
}
