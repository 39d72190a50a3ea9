package dev.restamp.core.evidence;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.BitSet;
import java.util.Optional;
import java.util.TreeMap;

/** What one replay of all revisions did to one object. Revisions are positions in the order of the replay. */
final class Track {
    private static final int START = -1;

    /** @param known whether it is certain; if not, {@code object} is what it may be */
    record State(Optional<SchemaObject> object, boolean known) {}

    private final ObjectKey key;
    private final BitSet touched = new BitSet();
    private final TreeMap<Integer, State> states = new TreeMap<>();

    /** @param start of an object that no revision has made, what is taken for given */
    Track(ObjectKey key, State start) {
        this.key = key;
        states.put(START, start);
    }

    void touch(int revision, State after) {
        touched.set(revision);
        states.put(revision, after);
    }

    /** Whatever touched the other may decide over this one too. */
    void dependOn(Track other) {
        touched.or(other.touched);
    }

    ObjectKey key() {
        return key;
    }

    BitSet touched() {
        return touched;
    }

    boolean isChanged() {
        return states.values().stream().distinct().count() > 1;
    }

    /** The state at the start, before any revision, as a stage of no revision. */
    Life.Stage start() {
        var start = states.firstEntry().getValue();
        return new Life.Stage(new BitSet(), start.object(), start.known());
    }

    /** The state after the revision and all before it. */
    State after(int revision) {
        return states.floorEntry(revision).getValue();
    }
}
