package dev.restamp.tracker.alembic.script;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.tracker.alembic.python.Value;

/** {@code with op.batch_alter_table(…)}: operations on one table. */
record Batch(ObjectKey table) implements Value.Thing {}
