package dev.restamp.core.stamp;

import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Evidence;
import dev.restamp.core.log.LogStamping;
import dev.restamp.core.revision.AlembicStamp;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.Stamping;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.stamp.Proof.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Makes a {@link StampPlan} of rows that are wanted, with the proofs of it. */
public final class StampPlanner {
    private StampPlanner() {}

    /** @param evidence the live schema, from the snapshot that the rows are from */
    public static StampPlan plan(VersionRows version, Stamping stamping, Evidence evidence) {
        return plan(version, stamping, evidence, Optional.empty());
    }

    /** @param alembic what Alembic would do where that is asked for, to be said beside the plan */
    public static StampPlan plan(
            VersionRows version, Stamping stamping, Evidence evidence, Optional<AlembicStamp> alembic) {
        return plan(
                version, stamping, evidence, Claim.of(evidence.timeline(), version.ids(), stamping.after()), alembic);
    }

    /** Of a log, where rows do not imply one another. */
    public static StampPlan plan(VersionRows version, LogStamping stamping, Evidence evidence) {
        var before = new LinkedHashSet<>(stamping.applied());
        // What was brought in line with its script must be as the script says.
        before.removeAll(stamping.realigned());
        var claim = new Claim(evidence.timeline(), before, stamping.believed(), stamping.alone());
        return plan(version, stamping.stamping(), evidence, claim, Optional.empty())
                .notBelieving(stamping.realigned());
    }

    private static StampPlan plan(
            VersionRows version, Stamping stamping, Evidence evidence, Claim claim, Optional<AlembicStamp> alembic) {
        var rest = Rest.of(evidence, stamping.after());
        var prover = new Prover(evidence, claim);
        return new StampPlan(
                version,
                stamping.after(),
                List.of(),
                stamping.steps(),
                claim,
                prover.believed(),
                prover.forgotten(),
                rest.revisions(),
                rest.obstacle(),
                alembic,
                proofs(version, version.ids(), prover));
    }

    /** What must still hold when the write is about to happen: the rows, and everything that was proved. */
    public static List<Proof> proofs(VersionRows now, List<String> planned, Prover prover) {
        var proofs = new ArrayList<Proof>();
        var same = sorted(now.ids()).equals(sorted(planned));
        proofs.add(new Proof(
                "the row is exactly {" + String.join(", ", planned) + "}",
                same ? Outcome.HOLDS : Outcome.FAILS,
                same ? "" : "it is {" + String.join(", ", now.ids()) + "}"));
        proofs.addAll(prover.proofs());
        return List.copyOf(proofs);
    }

    /** What {@code upgrade heads} would run, or why it would not start. */
    private record Rest(List<Revision> revisions, Optional<String> obstacle) {
        static Rest of(Evidence evidence, List<String> after) {
            try {
                var run = RevisionQuery.of(evidence.timeline().graph(), after).upgrade("heads");
                return new Rest(run, Optional.empty());
            } catch (Problem overlappingOrUnknown) {
                return new Rest(List.of(), Optional.of(overlappingOrUnknown.what()));
            }
        }
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }
}
