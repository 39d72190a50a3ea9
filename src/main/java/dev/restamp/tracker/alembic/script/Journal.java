package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Effect;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;
import java.util.ArrayList;
import java.util.List;

/** What a script does, under the conditions under which it does it. */
final class Journal {
    /** A condition and where it stands. */
    private record Guard(Value condition, Place at) {}

    private final List<Effect> effects = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private boolean moved;

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    void enter(Value condition, Place at) {
        guards.add(new Guard(condition, at));
    }

    int depth() {
        return guards.size();
    }

    void leave(int depth) {
        guards.subList(depth, guards.size()).clear();
    }

    int mark() {
        return effects.size();
    }

    void undo(int mark) {
        effects.subList(mark, effects.size()).clear();
    }

    /** Names without a schema mean another one from here on; which, is not known. */
    void defaultSchemaMoves() {
        moved = true;
    }

    void opaque(String why, Place at) {
        effects.add(new Effect.Opaque(why, at.line()));
    }

    void addAll(List<Effect> more) {
        more.forEach(this::add);
    }

    void add(Effect effect) {
        effects.add(
                switch (effect) {
                    case Effect.Invisible _, Effect.Opaque _ -> effect;
                    case Effect.Create _,
                            Effect.Drop _,
                            Effect.Rename _,
                            Effect.AlterColumn _,
                            Effect.AddLabel _,
                            Effect.RenameLabel _ -> moved ? afterMove(effect) : guarded(effect);
                });
    }

    private static Effect afterMove(Effect effect) {
        return new Effect.Opaque(Guards.shown(effect) + " after the search path has moved", effect.line());
    }

    private Effect guarded(Effect effect) {
        var result = effect;
        for (var guard : guards) {
            var under = Guards.apply(guard.condition(), result);
            if (under.isEmpty()) {
                return new Effect.Opaque(
                        Guards.shown(effect) + " under a condition that cannot be told: " + headline(guard.at()),
                        effect.line());
            }
            result = under.get();
        }
        return result;
    }

    private static String headline(Place at) {
        return at.text().lines().findFirst().orElse("").strip();
    }
}
