package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Place;
import dev.restamp.tracker.alembic.python.Value;

/**
 * A value that only a run has and that cannot touch the schema.
 *
 * @param origin where it comes from
 */
record Outside(Origin origin, Place at) implements Value.Thing {
    enum Origin {
        /** Rows, objects and queries of a session. */
        DATABASE,
        /** The standard library, a logger. */
        LIBRARY
    }

    @Override
    public boolean isThere() {
        return false;
    }
}
