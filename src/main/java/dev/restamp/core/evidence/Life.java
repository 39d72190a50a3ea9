package dev.restamp.core.evidence;

import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.SchemaObject;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The states that one object goes through.
 *
 * @param revisions those that touch it, oldest first
 * @param stages one for each way in which some of these can have been applied and others not; the first is that of none.
 *     Where each builds on the one before there is one more stage than revisions
 */
public record Life(ObjectKey key, List<String> revisions, List<Stage> stages) {
    public Life {
        revisions = List.copyOf(revisions);
        stages = List.copyOf(stages);
    }

    /**
     * The object once some revisions have been applied.
     *
     * @param applied positions in {@link Life#revisions}
     * @param known whether the state is; if not, {@code state} means nothing
     */
    public record Stage(BitSet applied, Optional<SchemaObject> state, boolean known) {}

    /** Whether it is touched by parallel revisions, so that their order is open. */
    public boolean isForked() {
        return stages.size() > revisions.size() + 1;
    }

    /**
     * Which of the stages it is in after these revisions: an index into {@link #stages}.
     *
     * @param applied revisions with all they build on
     */
    public int stageAfter(Set<String> applied) {
        var position = revisions.size();
        while (position > 0 && !applied.contains(revisions.get(position - 1))) {
            position--;
        }
        return isForked() ? forkedStage(applied) : position;
    }

    public Optional<SchemaObject> stateAfter(Set<String> applied) {
        var stage = stages.get(stageAfter(applied));
        return stage.known() ? stage.state() : Optional.empty();
    }

    private int forkedStage(Set<String> applied) {
        var touched = new BitSet();
        for (var position = 0; position < revisions.size(); position++) {
            touched.set(position, applied.contains(revisions.get(position)));
        }
        for (var stage = 0; stage < stages.size(); stage++) {
            if (stages.get(stage).applied().equals(touched)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("not all of the ancestors: " + applied);
    }
}
