package dev.restamp.tracker.alembic.worlds;

import java.util.HashSet;
import java.util.Set;

/**
 * Which revisions have to do with a thing. Those that only add to it or count on it may stand side by side; one that
 * changes it must build on all before it, and all after it on that one. So every order the DAG allows ends the same.
 */
final class Touches {
    private final Set<String> adding = new HashSet<>();
    private final Set<String> changing = new HashSet<>();

    Touches(String maker) {
        changing.add(maker);
    }

    boolean mayAdd(Set<String> ancestors) {
        return ancestors.containsAll(changing);
    }

    boolean mayChange(Set<String> ancestors) {
        return ancestors.containsAll(changing) && ancestors.containsAll(adding);
    }

    void adds(String revision) {
        adding.add(revision);
    }

    void changes(String revision) {
        changing.add(revision);
    }
}
