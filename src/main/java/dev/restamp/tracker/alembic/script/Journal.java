package dev.restamp.tracker.alembic.script;

import dev.restamp.core.evidence.Condition;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.Effect.Reach;
import dev.restamp.core.evidence.Effect.Trace;
import dev.restamp.core.evidence.Replay;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.alembic.python.Conditions;
import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a script does, under the conditions under which it does it. */
final class Journal {
    /** A condition and where it stands. */
    private record Guard(Value condition, Place at) {}

    private final Replay expected;
    private final Supplier<Reach> reach;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private Optional<Place> last = Optional.empty();
    private int questions;
    private int tolerant;
    private boolean moved;

    /**
     * @param expected the schema that the script is expected to meet; what it does is done to it
     * @param reach what the script may touch where it is not understood
     */
    Journal(Replay expected, Supplier<Reach> reach) {
        this.expected = expected;
        this.reach = reach;
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** The schema as it is expected to be at this point of the script. */
    Replay expected() {
        return expected;
    }

    /** The place itself or, where it is in another file, the call in the script that led there. */
    Place inScript(Place at) {
        var own = last.filter(place -> place.source() != at.source());
        if (own.isEmpty()) {
            last = Optional.of(at);
        }
        return own.orElse(at);
    }

    /** The script looks whether an object is there. */
    Catalog.Exists ask(ObjectKey key) {
        record(new Effect.Ask(++questions, key));
        return new Catalog.Exists(questions, key);
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
        var undone = effects.subList(mark, effects.size());
        undone.forEach(expected::doubt);
        undone.clear();
    }

    /** Whether a condition is expected to hold; empty where nothing is expected. */
    Optional<Boolean> expects(Value condition) {
        var truth = Conditions.truth(condition);
        return truth.isPresent() ? truth : expected.holds(asked(condition, ""));
    }

    /** Whether what comes now is expected to happen. */
    Optional<Boolean> isHappening() {
        var answers = guards.stream().map(guard -> expects(guard.condition())).toList();
        if (answers.contains(Optional.of(false))) {
            return Optional.of(false);
        }
        return answers.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
    }

    /** While failures are tolerated, what is made may have been there and what is dropped may not. */
    void tolerate(boolean failures) {
        tolerant += failures ? 1 : -1;
    }

    /** The script acts on what it found in the catalog: what it makes and drops may be the same elsewhere, or not. */
    void actsOnCatalog() {
        tolerant++;
    }

    /** Names without a schema mean another one from here on; which, is not known. */
    void defaultSchemaMoves() {
        moved = true;
    }

    void opaque(String why, Place at) {
        opaque(why, reach.get(), at);
    }

    void opaque(String why, Reach touched, Place at) {
        addWhereItHappens(new Effect.Opaque(why, touched, at.line()));
    }

    /** The script changes rows. */
    void data(Place at) {
        add(new Effect.Invisible(Trace.DATA, at.quote(), at.line()));
    }

    void addAll(List<Effect> more) {
        more.forEach(this::add);
    }

    void add(Effect effect) {
        switch (effect) {
            case Effect.Opaque(var why, var _, var line) ->
                addWhereItHappens(new Effect.Opaque(why, reach.get(), line));
            case Effect.Invisible _ -> addWhereItHappens(effect);
            case Effect.Ask _, Effect.Guarded _ -> record(effect);
            case Effect.Create _,
                    Effect.Drop _,
                    Effect.Rename _,
                    Effect.AlterColumn _,
                    Effect.AddLabel _,
                    Effect.RenameLabel _,
                    Effect.Forget _ -> record(moved ? afterMove(effect) : guarded(tolerated(effect)));
        }
    }

    /** What is not expected to happen need not be understood. */
    private void addWhereItHappens(Effect effect) {
        if (!isHappening().equals(Optional.of(false))) {
            record(effect);
        }
    }

    private void record(Effect effect) {
        effects.add(effect);
        expected.insist(effect);
    }

    private Effect afterMove(Effect effect) {
        return new Effect.Opaque(effect.text() + " after the search path has moved", reach.get(), effect.line());
    }

    private Effect tolerated(Effect effect) {
        if (tolerant == 0) {
            return effect;
        }
        return switch (effect) {
            case Effect.Create(var object, var _, var line) -> new Effect.Create(object, true, line);
            case Effect.Drop(var key, var _, var line) -> new Effect.Drop(key, true, line);
            default -> effect;
        };
    }

    /** Where the effect itself can say that it happens only where it is needed, it says so; else it is guarded. */
    private Effect guarded(Effect effect) {
        var result = effect;
        var open = new ArrayList<Condition>();
        for (var guard : guards) {
            var under = Guards.apply(guard.condition(), result);
            if (under.isPresent()) {
                result = under.get();
            } else {
                open.add(asked(guard.condition(), headline(guard.at())));
            }
        }
        return switch (open.size()) {
            case 0 -> result;
            case 1 -> new Effect.Guarded(open.getFirst(), result);
            default -> new Effect.Guarded(new Condition.All(open), result);
        };
    }

    /** @param text for what the schema does not answer */
    private static Condition asked(Value condition, String text) {
        return switch (condition) {
            case Catalog.Exists(var question, var key) -> new Condition.Exists(question, key);
            case Value.Not(var contrary) -> new Condition.Not(asked(contrary, text));
            case Value.All(var conditions) ->
                new Condition.All(
                        conditions.stream().map(each -> asked(each, text)).toList());
            case Value.Truth(var truth) ->
                truth ? new Condition.All(List.of()) : new Condition.Not(new Condition.All(List.of()));
            default -> new Condition.Untold(text);
        };
    }

    private static String headline(Place at) {
        return at.text().lines().findFirst().orElse("").strip();
    }
}
