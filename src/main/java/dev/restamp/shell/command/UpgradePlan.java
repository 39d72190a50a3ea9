package dev.restamp.shell.command;

import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.upgrade.ToolEnvironment;
import dev.restamp.tracker.MigrationTool;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An upgrade that is to be run.
 *
 * @param target what the tool is told; empty for everything there is
 * @param foretold what will come of it
 */
record UpgradePlan(
        Inspection inspection,
        ToolEnvironment environment,
        MigrationTool tool,
        Optional<String> target,
        Upgrade foretold) {
    private static final Set<String> EVERYTHING = Set.of("head", "heads");

    /**
     * @param typed how far; empty for everything there is
     * @throws dev.restamp.core.Problem with {@code Exit.PROJECT} where that is no revision
     */
    static UpgradePlan of(Inspection inspection, ToolEnvironment environment, Optional<String> typed) {
        var tool = inspection.project().tool(environment.variables());
        var query =
                RevisionQuery.of(inspection.graph(), inspection.table().rows().ids());
        if (typed.isPresent() && query.unknownRows().isEmpty()) {
            query.upgrade(typed.get());
        }
        var target = tool instanceof MigrationTool.Library ? typed.flatMap(name -> whole(query, name)) : typed;
        return new UpgradePlan(inspection, environment, tool, target, inspection.upgradeTo(typed.orElse("heads")));
    }

    /** A library knows nothing of beginnings and counts of ours: it is told an id in full, or a label that it gave itself. */
    private static Optional<String> whole(RevisionQuery query, String typed) {
        if (EVERYTHING.contains(typed)) {
            return Optional.empty();
        }
        var meant = query.named(typed);
        if (meant.isEmpty()) {
            return Optional.of(typed);
        }
        var revision = meant.getLast();
        return Optional.of(revision.branchLabels().contains(typed) ? typed : revision.id());
    }

    /** As people would type it. */
    String typed() {
        return tool.typed(target);
    }

    /** The revisions that will be run, oldest first; empty where it would not get that far. */
    List<String> revisions() {
        return foretold instanceof Upgrade.Runs(var revisions) ? revisions : List.of();
    }

    /** Why it must not be run; empty where nothing is in its way. */
    Optional<String> refusal() {
        return switch (foretold) {
            case Upgrade.Dies(var from, var revision, var conflict, var _) ->
                Optional.of(typed() + " would fail: " + (from.isEmpty() ? "" : from + " -> ") + revision + "  "
                        + conflict.condition() + ", " + conflict.message());
            case Upgrade.DoesNotStart(var why) -> Optional.of(typed() + " would not start: " + why);
            case Upgrade.Runs _ -> inTheWay().map(finding -> finding.text() + " (" + finding.code() + ")");
        };
    }

    /** A run on rows that are wrong may end well, and leave more wrong than it found. */
    private Optional<Finding> inTheWay() {
        return inspection.findings().stream()
                .filter(finding -> finding instanceof Finding.BrokenProject || Advice.isAboutRows(finding))
                .findFirst();
    }
}
