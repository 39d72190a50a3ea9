package dev.restamp.core.evidence;

import dev.restamp.core.Problem;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Foretells an upgrade by replaying it on the live schema. */
final class Upgrades {
    private final Timeline timeline;
    private final Replay replay;

    private Upgrades(Timeline timeline, Schema live) {
        this.timeline = timeline;
        this.replay = new Replay(live);
    }

    static Upgrade foretell(String target, Timeline timeline, VersionRows version, Schema live) {
        if (version.state() == VersionRows.State.NOT_READABLE) {
            return new Upgrade.DoesNotStart("permission denied for table " + version.table());
        }
        try {
            var plan = RevisionQuery.of(timeline.graph(), version.ids()).upgrade(target);
            return new Upgrades(timeline, live).run(plan);
        } catch (Problem problem) {
            return new Upgrade.DoesNotStart(problem.what());
        }
    }

    private Upgrade run(List<Revision> plan) {
        for (var ranBefore = 0; ranBefore < plan.size(); ranBefore++) {
            var revision = plan.get(ranBefore);
            for (var effect : timeline.effects(revision.id())) {
                var conflict = conflict(effect);
                if (conflict.isPresent()) {
                    var from = String.join(", ", revision.downRevisions());
                    return new Upgrade.Dies(from, revision.id(), conflict.get(), ranBefore);
                }
            }
        }
        return new Upgrade.Runs(plan.stream().map(Revision::id).toList());
    }

    /** Of what a script in doubt may have touched nothing is claimed. */
    private Optional<Conflict> conflict(Effect effect) {
        var conflict = replay.apply(effect);
        if (conflict.filter(found -> replay.isUncertain(found.key())).isPresent()) {
            replay.insist(effect);
            return Optional.empty();
        }
        return conflict;
    }
}
