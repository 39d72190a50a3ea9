/**
 * Python, as far as it can be known without running it: sources, syntax, values, and an interpreter that answers
 * {@link dev.restamp.tracker.alembic.python.Value.Unknown} where only a run could tell.
 */
@NullMarked
package dev.restamp.tracker.alembic.python;

import org.jspecify.annotations.NullMarked;
