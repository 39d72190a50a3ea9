/** Alembic projects, read without Python. */
@NullMarked
package dev.restamp.tracker.alembic;

import org.jspecify.annotations.NullMarked;
