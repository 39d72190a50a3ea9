package dev.restamp.tracker.alembic;

import dev.restamp.core.revision.Revision;
import dev.restamp.tracker.alembic.python.PythonSource;

/** A script that could be read: what it declares, and its text for when its effects are asked for. */
record Script(Revision revision, PythonSource source) {}
