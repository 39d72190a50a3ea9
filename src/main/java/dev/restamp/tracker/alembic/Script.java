package dev.restamp.tracker.alembic;

import dev.restamp.core.revision.Revision;
import dev.restamp.tracker.alembic.python.Module;

/** A script that could be read: what it declares, and all of it for when its effects are asked for. */
record Script(Revision revision, Module module) {}
