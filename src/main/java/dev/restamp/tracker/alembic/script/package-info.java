/** What an Alembic script does to a schema, followed through its {@code upgrade()} without running it. */
@NullMarked
package dev.restamp.tracker.alembic.script;

import org.jspecify.annotations.NullMarked;
