package dev.restamp.tracker.alembic.script;

import dev.restamp.tracker.alembic.python.Value;

/** A column type that a class of the project writes in SQL: {@code VECTOR(3)}. */
record SqlType(String sql) implements Value.Thing {}
