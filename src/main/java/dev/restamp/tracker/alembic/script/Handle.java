package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Value;

/** What Alembic hands a script to work with. */
enum Handle implements Value.Thing {
    BIND,
    CONTEXT,
    DIALECT,
    IMPLEMENTATION,
    INSPECTOR,
    SESSION
}
