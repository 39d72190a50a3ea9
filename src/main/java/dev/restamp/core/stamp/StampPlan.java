package dev.restamp.core.stamp;

import dev.restamp.core.revision.AlembicStamp;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.VersionRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of a version table that has not been made.
 *
 * @param before the rows it was made from; if they are no longer so, it is void
 * @param after the rows it leads to
 * @param believed revisions that will be believed without being run, oldest first
 * @param forgotten revisions that will no longer be believed, newest first
 * @param remaining what {@code upgrade heads} would still run afterwards, oldest first
 * @param obstacle why it would not even start: a row that the project does not know, rows that overlap; else empty
 * @param creates statements that make the table first; none where it is there
 * @param claim what the proofs are of
 * @param alembic what {@code alembic stamp} would do instead; empty where that is not asked, or cannot be told
 */
public record StampPlan(
        VersionRows before,
        List<String> after,
        List<String> creates,
        List<StampStep> steps,
        Claim claim,
        List<Revision> believed,
        List<Revision> forgotten,
        List<Revision> remaining,
        Optional<String> obstacle,
        Optional<AlembicStamp> alembic,
        List<Proof> proofs) {
    public StampPlan {
        after = List.copyOf(after);
        creates = List.copyOf(creates);
        steps = List.copyOf(steps);
        believed = List.copyOf(believed);
        forgotten = List.copyOf(forgotten);
        remaining = List.copyOf(remaining);
        proofs = List.copyOf(proofs);
    }

    /** The same with the statements that make the table. */
    public StampPlan creating(List<String> statements) {
        return new StampPlan(
                before, after, statements, steps, claim, believed, forgotten, remaining, obstacle, alembic, proofs);
    }

    /** The same where these counted as applied before. */
    StampPlan notBelieving(Set<String> realigned) {
        return new StampPlan(
                before,
                after,
                creates,
                steps,
                claim,
                believed.stream()
                        .filter(revision -> !realigned.contains(revision.id()))
                        .toList(),
                forgotten,
                remaining,
                obstacle,
                alembic,
                proofs);
    }

    /** Whether it may be written without the user taking it on himself. */
    public boolean isProved() {
        return proofs.stream().allMatch(Proof::holds);
    }

    /** The rows that Alembic would leave; empty where it would fail or nobody knows. */
    public Optional<List<String>> alembicRows() {
        return alembic.flatMap(would -> switch (would) {
            case AlembicStamp.Leaves(var rows) -> Optional.of(rows);
            case AlembicStamp.Fails _ -> Optional.empty();
        });
    }

    /** What Alembic would fail with; empty where it would not. */
    public Optional<String> alembicError() {
        return alembic.flatMap(would -> switch (would) {
            case AlembicStamp.Leaves _ -> Optional.empty();
            case AlembicStamp.Fails(var error) -> Optional.of(error);
        });
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
