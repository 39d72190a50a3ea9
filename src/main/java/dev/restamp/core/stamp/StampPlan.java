package dev.restamp.core.stamp;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.VersionRows;
import java.util.List;

/**
 * A change of a version table that has not been made.
 *
 * @param before the rows it was made from; if they are no longer so, it is void
 * @param after the rows it leads to
 * @param believed revisions that will be believed without being run, oldest first
 * @param forgotten revisions that will no longer be believed, newest first
 * @param remaining what {@code upgrade} would still run afterwards, oldest first
 */
public record StampPlan(
        VersionRows before,
        List<String> after,
        List<StampStep> steps,
        List<Revision> believed,
        List<Revision> forgotten,
        List<Revision> remaining,
        List<Proof> proofs) {
    public StampPlan {
        after = List.copyOf(after);
        steps = List.copyOf(steps);
        believed = List.copyOf(believed);
        forgotten = List.copyOf(forgotten);
        remaining = List.copyOf(remaining);
        proofs = List.copyOf(proofs);
    }

    /** Whether it may be written without the user taking it on himself. */
    public boolean isProved() {
        return proofs.stream().allMatch(Proof::holds);
    }

    /** Whether the rows are so already. */
    public boolean changesNothing() {
        return steps.isEmpty() && before.state() != VersionRows.State.NO_TABLE;
    }

    /** Whether the version table must be made first, as Alembic makes it. */
    public boolean createsTable() {
        return before.state() == VersionRows.State.NO_TABLE;
    }
}
