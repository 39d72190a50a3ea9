package dev.restamp.shell.command;

import dev.restamp.core.evidence.Finding;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.upgrade.ToolEnvironment;
import dev.restamp.tracker.MigrationTool;
import java.util.List;
import java.util.Optional;

/**
 * An upgrade that is to be run.
 *
 * @param target as it was typed; empty for everything there is
 * @param foretold what will come of it
 */
record UpgradePlan(
        Inspection inspection,
        ToolEnvironment environment,
        MigrationTool tool,
        Optional<String> target,
        Upgrade foretold) {

    /** @throws dev.restamp.core.Problem with {@code Exit.PROJECT} where the target is no revision */
    static UpgradePlan of(Inspection inspection, ToolEnvironment environment, Optional<String> target) {
        var rows = inspection.table().rows().ids();
        var graph = inspection.project().graph();
        if (target.isPresent() && RevisionQuery.of(graph, rows).unknownRows().isEmpty()) {
            RevisionQuery.of(graph, rows).upgrade(target.get());
        }
        return new UpgradePlan(
                inspection,
                environment,
                inspection.project().tool(environment.variables()),
                target,
                inspection.upgradeTo(target.orElse("heads")));
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
