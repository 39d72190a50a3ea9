package dev.restamp.core.evidence;

import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.Optional;
import java.util.Set;

/**
 * One thing a revision does when it is upgraded to, as far as it can be read from the script.
 *
 * <p>Trackers read them; {@link Replay} applies them. Dropping or renaming a table takes its columns, constraints and
 * indexes along: that is the replay's work, not the script reader's.
 */
public sealed interface Effect {
    /** The line of the script it was read from, 1 for the first. */
    int line();

    /** For people: {@code drop column orders.status}. */
    default String text() {
        return switch (this) {
            case Create create -> "create " + create.object().key();
            case Drop drop -> "drop " + drop.key();
            case Rename rename -> "rename " + rename.key();
            case AlterColumn alter -> "alter " + alter.key();
            case AddLabel label -> "add a label to " + label.key();
            case RenameLabel label -> "rename a label of " + label.key();
            case Forget forget -> "alter " + forget.key();
            case Ask ask -> "look for " + ask.key();
            case Guarded(var _, var effect) -> effect.text();
            case Invisible invisible -> invisible.what();
            case Opaque opaque -> opaque.why();
        };
    }

    /** What of it was not understood; empty where all was. */
    default Optional<Opaque> doubt() {
        return switch (this) {
            case Opaque opaque -> Optional.of(opaque);
            case Guarded(var condition, var effect) ->
                effect.doubt()
                        .or(() -> condition
                                .untold()
                                .map(text -> new Opaque(
                                        effect.text() + " under a condition that cannot be told: " + text,
                                        Reach.NOTHING,
                                        effect.line())));
            case Create _, Drop _, Rename _, AlterColumn _, AddLabel _, RenameLabel _, Forget _, Ask _, Invisible _ ->
                Optional.empty();
        };
    }

    /**
     * Makes an object.
     *
     * @param ifAbsent the script does nothing where it is there already ({@code IF NOT EXISTS}, an inspector guard)
     */
    record Create(SchemaObject object, boolean ifAbsent, int line) implements Effect {}

    /**
     * Removes an object.
     *
     * @param key for a constraint or an index the name the script uses
     * @param ifPresent the script does nothing where it is not there
     */
    record Drop(ObjectKey key, boolean ifPresent, int line) implements Effect {}

    /** Gives an object another last name, or with {@code schema} another schema. */
    record Rename(ObjectKey key, ObjectKey to, int line) implements Effect {}

    /**
     * Changes a column in place; what is empty stays as it was.
     *
     * @param preset what it holds from here on where a row gives it nothing, which may be something unknown
     */
    record AlterColumn(
            ObjectKey key, Optional<String> type, Optional<Boolean> nullable, Optional<Default> preset, int line)
            implements Effect {
        public static AlterColumn type(ObjectKey key, Optional<String> type, int line) {
            return new AlterColumn(key, type, Optional.empty(), Optional.empty(), line);
        }

        public static AlterColumn nullable(ObjectKey key, boolean nullable, int line) {
            return new AlterColumn(key, Optional.empty(), Optional.of(nullable), Optional.empty(), line);
        }

        public static AlterColumn preset(ObjectKey key, Default preset, int line) {
            return new AlterColumn(key, Optional.empty(), Optional.empty(), Optional.of(preset), line);
        }
    }

    /**
     * Adds a label to an enum type.
     *
     * @param before the label it goes before; empty for the end
     * @param after the label it goes after; empty for the end
     */
    record AddLabel(
            ObjectKey key, String label, Optional<String> before, Optional<String> after, boolean ifAbsent, int line)
            implements Effect {}

    /** Gives a label of an enum type another name. */
    record RenameLabel(ObjectKey key, String from, String to, int line) implements Effect {}

    /**
     * Understood, but it leaves no trace in what is compared.
     *
     * @param what for people: {@code UPDATE orders SET currency = 'EUR'}
     */
    record Invisible(Trace trace, String what, int line) implements Effect {}

    /** Why an {@link Invisible} effect cannot be seen. */
    enum Trace {
        /** It changes rows. Whether it ran is a question for a human. */
        DATA,
        /** It changes a property that is not compared: a comment, a grant, a storage parameter, a default that is not known. */
        PROPERTY
    }

    /** From here on no more is known of the object than that it is there. */
    record Forget(ObjectKey key, int line) implements Effect {}

    /**
     * Looks whether an object is there. It changes nothing; what follows may depend on the answer.
     *
     * @param question its number in the script
     */
    record Ask(int question, ObjectKey key) implements Effect {
        @Override
        public int line() {
            return 0;
        }
    }

    /** Happens only where the condition holds. */
    record Guarded(Condition condition, Effect effect) implements Effect {
        @Override
        public int line() {
            return effect.line();
        }
    }

    /**
     * Not understood: nothing is claimed of it.
     *
     * @param why with the expression: {@code op.execute of a value the reader does not know}
     * @param reach what it may have touched
     */
    record Opaque(String why, Reach reach, int line) implements Effect {
        public Opaque(String why, int line) {
            this(why, Reach.ANYTHING, line);
        }
    }

    /**
     * What a statement that was not understood may touch.
     *
     * @param words the objects that have one of these words for a name, their own or their table's; empty for any
     * @param kinds and are of one of these kinds; empty for any
     */
    record Reach(Optional<Set<String>> words, Set<Kind> kinds) {
        public static final Reach ANYTHING = new Reach(Optional.empty(), Set.of());
        public static final Reach NOTHING = ofWords(Set.of());

        public Reach {
            words = words.map(Set::copyOf);
            kinds = Set.copyOf(kinds);
        }

        public static Reach ofWords(Set<String> words) {
            return new Reach(Optional.of(words), Set.of());
        }

        /** Whatever is of these kinds. */
        public static Reach ofKinds(Set<Kind> kinds) {
            return new Reach(Optional.empty(), kinds);
        }

        /** @param table that the object is part of or on */
        boolean includes(ObjectKey key, Optional<ObjectKey> table) {
            return (kinds.isEmpty() || kinds.contains(key.kind()))
                    && (words.isEmpty() || isNamed(words.get(), key, table));
        }

        private static boolean isNamed(Set<String> words, ObjectKey key, Optional<ObjectKey> table) {
            return words.contains(table.orElse(key).name()) || (key.path().size() < 3 && words.contains(key.name()));
        }
    }
}
