package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.evidence.Upgrade;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.Session;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Text;
import dev.restamp.shell.upgrade.ToolEnvironment;
import dev.restamp.shell.upgrade.ToolRun;
import dev.restamp.shell.upgrade.ToolRunner;
import dev.restamp.tracker.Project;
import java.util.List;

/** {@code upgrade}: the project's own tool runs what has not run, if status foretells that it will get through. */
final class UpgradeCommand implements ShellCommand {
    private static final String ENV = "--env";

    private final Session session;

    UpgradeCommand(Session session) {
        this.session = session;
    }

    /** To be proposed where row and schema agree and something is left to run. */
    static List<Next> proposed(Inspection inspection) {
        return inspection.findings().isEmpty()
                        && inspection.diagnosis().upgrade() instanceof Upgrade.Runs(var revisions)
                        && !revisions.isEmpty()
                ? List.of(proposed(inspection.project(), inspection.graph()))
                : List.of();
    }

    /** The same where that is known already. */
    static Next proposed(Project project, RevisionGraph graph) {
        return Next.writes("upgrade", project.words().upgrade(graph.realHeads().size()));
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "upgrade",
                        Group.REPAIR,
                        "Let the project's own tool run what has not run, if it will get through")
                .operands("[REV]", Operand.REVISION, 0, 1)
                .writing()
                .option("--confirm", "NAME", Operand.TEXT, "the name of the database, instead of typing it")
                .option(ENV, "KEY=VALUE", Operand.TEXT, "a variable for the tool; may be repeated")
                .example("upgrade", "alembic upgrade head, with the URL of the open connection")
                .example("upgrade 6f708192a3b4", "no further than that revision")
                .example("upgrade --env MIGRATION_MODE=1", "with a variable that the project's scripts ask for")
                .example("upgrade --confirm shop", "in a script, for production")
                .reads(Exit.FINDING, Exit.PROJECT, Exit.REFUSED, Exit.NOT_WRITTEN)
                .see("status", "stamp", "explain")
                .build();
    }

    @Override
    public Report run(Arguments arguments) {
        var inspection = session.inspect();
        guard(inspection);
        var environment = ToolEnvironment.of(session, inspection.connection(), arguments.each(ENV));
        var plan = UpgradePlan.of(inspection, environment, arguments.operand(0));
        if (plan.refusal().isPresent()) {
            return UpgradeReport.refused(plan);
        }
        if (plan.foretold() instanceof Upgrade.Runs(var revisions) && revisions.isEmpty()) {
            return UpgradeReport.nothingToRun(plan);
        }
        session.console().show(UpgradeReport.plan(plan));
        Confirmation.of(inspection.connection(), arguments, session);
        return afterwards(plan, run(plan));
    }

    /** Where nothing may be written, nothing is planned either: no library is loaded for it. */
    private void guard(Inspection inspection) {
        if (session.writeRules().forbidden()) {
            throw new Problem(
                    Exit.REFUSED, "started with --read-only: nothing has been run", "start restamp without it");
        }
        if (inspection.connection().database().server().standby()) {
            throw new Problem(
                    Exit.REFUSED,
                    "this is a standby (pg_is_in_recovery)",
                    inspection.connection().database().url().primary());
        }
    }

    private ToolRun run(UpgradePlan plan) {
        var console = session.console();
        var runner = new ToolRunner(session.interrupts(), line -> console.overhear(Text.of("  | " + line)));
        return runner.run(
                plan.tool(),
                plan.target(),
                plan.environment(),
                plan.inspection().connection().database());
    }

    /** What status says now; or what explain says of a run that failed. */
    private Report afterwards(UpgradePlan plan, ToolRun run) {
        var rows = session.readRows(plan.inspection().connection()).rows().ids();
        return run.succeeded()
                ? UpgradeReport.ran(plan, run, rows, status())
                : UpgradeReport.failed(plan, run, rows, session.inspect());
    }

    private Report status() {
        var status = new StatusCommand(session);
        return status.run(Arguments.parse(status.usage(), List.of()));
    }
}
