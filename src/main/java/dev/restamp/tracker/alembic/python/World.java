package dev.restamp.tracker.alembic.python;

import java.util.List;
import java.util.Optional;

/** What lies outside the file: the libraries it calls, and the conditions under which it does. */
public interface World {
    /** {@code target.name}, where the target is no plain Python value. */
    Value attribute(Value target, String name, Place at);

    /**
     * Calls what the file does not define.
     *
     * @param alone whether the call is a statement, so that it is made for what it does
     */
    Value call(Value function, Arguments arguments, Place at, boolean alone);

    /** {@code left operator right}, where one of them is a {@link Value.Thing}; empty where that cannot be told. */
    Optional<Value> compare(Value left, String operator, Value right);

    /** {@code target[index]}; empty where that cannot be told. */
    Optional<Value> item(Value.Thing target, Value index);

    /** What a name stands for that was imported: the thing itself where it is of the project's own files. */
    Value imported(Value.Symbol symbol);

    /** The elements of a collection of the outside, each as it is expected to be; empty where they are not known. */
    Optional<List<Value>> elements(Value collection);

    /** What stands for every element of a collection; empty where nothing is known of them. */
    Optional<Value> element(Value collection);

    /** What a comprehension over a collection yields, if all its elements yield this. */
    Optional<Value> collected(Value collection, Value element);

    /** From here on everything happens only where this condition holds. */
    void enter(Value condition, Place at);

    /** Whether a condition is expected to hold; empty where nothing is expected. */
    Optional<Boolean> expects(Value condition);

    /** Whether all conditions that have been entered are expected to hold; empty where that is not known. */
    Optional<Boolean> isHappening();

    /** From here on a failure is passed over, until it is told otherwise. */
    void tolerate(boolean failures);

    /** How many conditions have been entered. */
    int depth();

    /** Leaves the conditions entered since the depth was this. */
    void leave(int depth);

    /** How much has happened so far. */
    int mark();

    /** Undoes what happened since: the script fails there, so the revision was never applied that way. */
    void undo(int mark);

    /** A function of the project is followed from this call on. */
    void follows(Place call);

    /** Something that may do anything. */
    void notUnderstood(String why, Place at);
}
