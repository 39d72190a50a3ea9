package dev.restamp.shell.command;

import dev.restamp.core.evidence.Change;
import dev.restamp.core.evidence.Effect;
import dev.restamp.core.evidence.RevisionEvidence;
import dev.restamp.core.evidence.Timeline;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.shell.render.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A revision as JSON: its place in the project, and what its script does. Neither needs a database. */
final class RevisionJson {
    private RevisionJson() {}

    static Map<String, @Nullable Object> of(RevisionGraph graph, Revision revision) {
        return Json.object(
                "revision", revision.id(),
                "down_revisions", revision.downRevisions(),
                "branch_labels", List.copyOf(graph.labels(revision.id())),
                "depends_on", revision.dependsOn(),
                "doc", revision.doc(),
                "head", graph.isHead(revision.id()),
                "effective_head", graph.isEffectiveHead(revision.id()),
                "branchpoint", graph.isBranchPoint(revision.id()),
                "mergepoint", graph.isMergePoint(revision.id()));
    }

    /** Its effects in the words of {@code diagnose}, but for what only a database can tell. */
    static Map<String, @Nullable Object> withEffects(RevisionGraph graph, Revision revision, Timeline timeline) {
        var json = of(graph, revision);
        var effects = timeline.effects(revision.id());
        json.put("file", revision.source());
        json.put("revised_by", graph.children(revision.id()));
        json.put(
                "effects",
                timeline.changes(revision.id()).stream()
                        .map(RevisionJson::effect)
                        .toList());
        json.put(
                "not_understood",
                RevisionEvidence.doubts(effects).stream()
                        .map(doubt -> doubt.line() + ": " + doubt.why())
                        .toList());
        json.put(
                "no_trace",
                effects.stream()
                        .filter(Effect.Invisible.class::isInstance)
                        .map(effect -> ((Effect.Invisible) effect).what())
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> effect(Change change) {
        return Json.object("object", change.key().toString(), "does", change.text());
    }
}
