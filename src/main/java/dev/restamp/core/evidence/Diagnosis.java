package dev.restamp.core.evidence;

import dev.restamp.core.evidence.RevisionEvidence.Status;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.VersionRows;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything there is to say of one version table, one live schema and one project.
 *
 * @param evidence for every revision, newest first, by id
 * @param hidden what {@code stamp head} would hide: where the live schema is not as head leaves it
 * @param unclaimed tables and views that no revision touches
 */
public record Diagnosis(
        Timeline timeline,
        VersionRows version,
        Position position,
        Map<String, RevisionEvidence> evidence,
        Upgrade upgrade,
        List<Mismatch> hidden,
        List<Finding> findings,
        List<ObjectKey> unclaimed) {

    /** @param tables every version table of that name in the database, the one that is read first */
    public static Diagnosis of(Timeline timeline, VersionRows version, List<String> tables, Schema live) {
        return of(timeline, version, tables, live, Bookkeeping.NONE);
    }

    /** The same where the tool has rules of its own. */
    public static Diagnosis of(
            Timeline timeline, VersionRows version, List<String> tables, Schema live, Bookkeeping rules) {
        var graph = timeline.graph();
        var evidence = Evidence.of(timeline, live);
        Map<String, RevisionEvidence> byRevision = graph.newestFirst().stream()
                .map(evidence::of)
                .collect(Collectors.toMap(
                        one -> one.revision().id(), Function.identity(), (first, second) -> first, LinkedHashMap::new));
        var locator = new Locator(evidence, byRevision);
        var position = locator.locate();
        var rowsFit = evidence.fits(graph.ancestors(version.ids()));
        var all = graph.revisions().stream().map(Revision::id).collect(Collectors.toSet());
        return new Diagnosis(
                timeline,
                version,
                position,
                byRevision,
                rules.obstacle()
                        .<Upgrade>map(Upgrade.DoesNotStart::new)
                        .orElseGet(() -> Upgrade.to("heads", timeline, version, live)),
                evidence.mismatches(all),
                findings(Findings.of(graph, version, position, locator.free(), rowsFit, tables), rules),
                unclaimed(timeline, tables, rules, live));
    }

    /** How many revisions have this status. */
    public long count(Status status) {
        return evidence.values().stream().filter(one -> one.status() == status).count();
    }

    /** How many revisions speak against the closest place; none where a place was found. */
    public long contradicting() {
        return switch (position) {
            case Position.Fits _, Position.Candidates _ -> 0;
            case Position.NoFit(var _, var _, var mismatches) ->
                mismatches.stream().map(Mismatch::revision).distinct().count();
        };
    }

    /** That the tool would not start is one of its own only where no other says why. */
    private static List<Finding> findings(List<Finding> ofPlace, Bookkeeping rules) {
        var all = new ArrayList<>(ofPlace);
        all.addAll(rules.findings());
        if (all.isEmpty()) {
            rules.obstacle().map(Finding.ToolStops::new).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static List<ObjectKey> unclaimed(Timeline timeline, List<String> tables, Bookkeeping rules, Schema live) {
        var versionTables =
                tables.stream().map(table -> table.replace("\"", "")).collect(Collectors.toSet());
        return live.objects().keySet().stream()
                .filter(key -> key.kind() == Kind.TABLE || key.kind() == Kind.VIEW)
                .filter(key -> timeline.life(key).isEmpty())
                .filter(key -> !versionTables.contains(String.join(".", key.path())))
                .filter(key -> rules.lock().filter(key.name()::equals).isEmpty())
                .toList();
    }
}
