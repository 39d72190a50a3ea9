package dev.restamp.tracker.alembic;

import dev.restamp.core.revision.Revision;
import java.util.List;

/**
 * What a script declares.
 *
 * @param problems what else is wrong with it: a label or a dependency that cannot be told is left out, and a body that is
 *     no Python does not change the place in the history
 */
record Declaration(Revision revision, List<Unreadable> problems) {
    Declaration {
        problems = List.copyOf(problems);
    }
}
