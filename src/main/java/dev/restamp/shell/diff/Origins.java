package dev.restamp.shell.diff;

import dev.restamp.core.Problem;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSchema;
import dev.restamp.core.catalog.Difference;
import dev.restamp.core.evidence.Drift;
import dev.restamp.core.evidence.Life;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.shell.Session;
import dev.restamp.shell.diff.Comparison.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which revision has to do with a difference. */
final class Origins {
    private Origins() {}

    /** Those of the project, where there is one that can be read; of each object the revision that touched it last. */
    static Map<CatalogObject.Key, Origin> known(Session session, List<Difference> differences) {
        var origins = new HashMap<CatalogObject.Key, Origin>();
        if (session.openProject().isEmpty() && session.projectPlace().isEmpty()) {
            return origins;
        }
        try {
            var graph = session.project().graph();
            var timeline = session.timeline(Optional.empty());
            for (var difference : differences) {
                CatalogSchema.key(difference.object())
                        .flatMap(timeline::life)
                        .map(Life::revisions)
                        .map(List::getLast)
                        .flatMap(revision -> origin(graph, revision))
                        .ifPresent(origin -> origins.put(difference.object().key(), origin));
            }
        } catch (Problem unreadable) {
            // Two databases can be compared without it.
            return Map.of();
        }
        return origins;
    }

    /** Those of what scripts make. */
    static Map<CatalogObject.Key, Origin> of(RevisionGraph graph, Drift drift, Timeline timeline, Set<String> applied) {
        var origins = new HashMap<CatalogObject.Key, Origin>();
        for (var mismatch : drift.mismatches()) {
            var object = timeline.life(mismatch.key())
                    .flatMap(life -> life.stateAfter(applied))
                    .orElseGet(() -> new SchemaObject.Other(mismatch.key()));
            mismatch.revision()
                    .flatMap(revision -> origin(graph, revision))
                    .ifPresent(
                            origin -> origins.put(CatalogSchema.object(object).key(), origin));
        }
        return origins;
    }

    private static Optional<Origin> origin(RevisionGraph graph, String revision) {
        return graph.get(revision).map(one -> new Origin(one.id(), one.source()));
    }
}
