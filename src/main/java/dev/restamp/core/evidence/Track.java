package dev.restamp.core.evidence;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.BitSet;
import java.util.Optional;
import java.util.TreeMap;

/** What one replay of all revisions did to one object. Revisions are positions in the order of the replay. */
final class Track {
    private static final int START = -1;

    private final ObjectKey key;
    private final boolean startKnown;
    private final BitSet touched = new BitSet();
    private final TreeMap<Integer, Optional<SchemaObject>> states = new TreeMap<>();

    /**
     * @param start of an object that no revision has made, what is taken for given
     * @param startKnown false where a script that was not understood may have made it
     */
    Track(ObjectKey key, Optional<SchemaObject> start, boolean startKnown) {
        this.key = key;
        this.startKnown = startKnown;
        states.put(START, start);
    }

    void touch(int revision, Optional<SchemaObject> after) {
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
        return new Life.Stage(new BitSet(), states.firstEntry().getValue(), startKnown);
    }

    /** The state after the revision and all before it. */
    Optional<SchemaObject> after(int revision) {
        return states.floorEntry(revision).getValue();
    }
}
